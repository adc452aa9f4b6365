import { expect, it } from 'vitest'
import { openTestHouse } from '../../support/house.ts'
import { buildContractor, buildUser } from '../../support/people.ts'

const test = await openTestHouse()
const anna = await buildUser(test)
const stranger = await buildUser(test)
/** Stands in so many circles that nothing is merged for her: what is there is walked. */
const cecylia = await buildUser(test)
const contractor = await buildContractor(anna)

// The newest items hold none of these words, and every third item is a stranger's.
await test.asSuper.query(`
  set session_replication_role = replica;
  create table seeded as select gen_random_uuid() as id, n, '2026-01-01'::timestamptz - n * interval '1 minute' as at from generate_series(1, 42000) n;
  insert into item (id, contractor_id, kind, object_id, occurred_at, title)
    select s.id, '${contractor.id}', 'note', gen_random_uuid(), s.at, 'Notatka' from seeded s;
  insert into item_access (item_id, principal_id, contractor_id, kind, has_attachment, occurred_at)
    select s.id, case when s.n % 3 = 0 then '${stranger.id}' else c.audience_id end, c.id, 'note', false, s.at
      from seeded s, contractor c where c.id = '${contractor.id}';
  insert into item_text (item_id, lexemes, analyser)
    select s.id, (case when s.n between 4000 and 8000 then 'dawny ' else '' end || case when s.n > 37000 then 'prastary ' else '' end
      || case when s.n = 41000 then 'rzadki' else '' end)::tsvector, 1 from seeded s;
  create table circle as select gen_random_uuid() as id from generate_series(1, 70);
  insert into audience (id) select id from circle;
  insert into audience_member (audience_id, principal_id, is_audience) select id, '${cecylia.id}', false from circle;
  insert into file_principal (contractor_id, principal_id, is_audience) select '${contractor.id}', id, true from circle limit 10;
  insert into file_principal (contractor_id, principal_id, is_audience)
    select c.id, p.id, p.is_audience from contractor c, lateral (values (c.audience_id, true), ('${stranger.id}', false)) p(id, is_audience) where c.id = '${contractor.id}';
  set session_replication_role = origin; analyze item; analyze item_access; analyze item_text`)

async function found(user: { id: string }, word: string, place: string | null, before: Date | string, limit: number) {
  const client = await test.asApp.connect()
  try {
    await client.query(`begin; select set_config('lupa.user', '${user.id}', true)`)
    const { rows } = await client.query(
      `select item_id as id from search_page($1, $2, null, null, null, null, '-infinity', $3, 'ffffffff-ffff-ffff-ffff-ffffffffffff', $4)`,
      [word, place, before, limit],
    )
    return rows.map(row => row.id)
  } finally {
    await client.query('rollback')
    client.release()
  }
}

async function holding(word: string, isSeen: string, before: Date | string, limit: number) {
  const { rows } = await test.asSuper.query(
    `select s.id from seeded s join item_text t on t.item_id = s.id
      where t.lexemes @@ $1::tsquery and ${isSeen} and s.at <= $2 order by s.at desc limit $3`,
    [word, before, limit],
  )
  return rows.map(row => row.id)
}

const readers = { anna, cecylia, stranger }
const seen = { anna: 'n % 3 <> 0', cecylia: 'n % 3 <> 0', stranger: 'true' }

it.each(
  (['anna', 'cecylia', 'stranger'] as const).flatMap(reader =>
    ['dawny', 'prastary', 'rzadki', 'dawny & prastary'].flatMap(word =>
      [null, contractor.id].map(place => [reader, word, place ? 'its file' : 'all files', place] as const),
    ),
  ),
)('shows %s the newest that hold %s, which none of the newest of all does, in %s', async (reader, word, _, place) => {
  for (const before of ['infinity', new Date('2025-12-28')])
    for (const limit of [51, 5000]) {
      const expected = await holding(word, seen[reader], before, limit)

      expect(await found(readers[reader], word, place, before, limit)).toEqual(expected)
    }
})

it('reads the text index when the application asks, whatever the policies, and never all texts', async () => {
  const said: string[] = []
  const client = await test.asSuper.connect()
  client.on('notice', ({ message }) => said.push(message ?? ''))
  try {
    await client.query(`begin; load 'auto_explain'; set local auto_explain.log_min_duration = 0;
      set local auto_explain.log_nested_statements = on; set local client_min_messages = log; set local role lupa_app;
      select set_config('lupa.user', '${anna.id}', true)`)
    for (const word of ['rzadki', 'prastary'])
      await client.query(
        `select * from search_page('${word}', null, null, null, null, null, '-infinity', 'infinity', 'ffffffff-ffff-ffff-ffff-ffffffffffff', 51)`,
      )
  } finally {
    await client.query('rollback')
    client.release()
  }

  const plans = said.join('\n')
  expect(plans).toContain('Bitmap Index Scan on item_text_lexemes')
  expect(plans).not.toContain('Seq Scan on item_text')
  expect(plans).not.toContain('Seq Scan on item')
})
