import { expect, it } from 'vitest'
import { openTestHouse } from '../../support/house.ts'
import { buildContractor, buildUser } from '../../support/people.ts'

const test = await openTestHouse()
const anna = await buildUser(test)
const stranger = await buildUser(test)
/** Stands in so many circles that nothing is merged for her: what is there is walked. */
const cecylia = await buildUser(test)
const contractor = await buildContractor(anna)
const other = await buildContractor(anna)
/** Merged into the first one: the words of what lay in it stand there still. */
const former = crypto.randomUUID()

// The newest items hold none of these words, every third item is a stranger's, every fourth lies in another file.
await test.asSuper.query(`
  set session_replication_role = replica;
  create table seeded as select gen_random_uuid() as id, n, '2026-01-01'::timestamptz - n * interval '1 minute' as at from generate_series(1, 42000) n;
  alter table seeded add column place uuid, add column kind text;
  update seeded set place = case when n % 4 = 0 then '${other.id}' else '${contractor.id}' end::uuid, kind = case when n % 7 = 0 then 'task' else 'note' end;
  insert into item (id, contractor_id, kind, object_id, occurred_at, title)
    select s.id, s.place, s.kind, gen_random_uuid(), s.at, 'Notatka' from seeded s;
  insert into item_access (item_id, principal_id, contractor_id, kind, has_attachment, occurred_at)
    select s.id, case when s.n % 3 = 0 then '${stranger.id}' else c.audience_id end, c.id, s.kind, false, s.at
      from seeded s join contractor c on c.id = s.place;
  insert into item_text (item_id, lexemes, analyser, contractor_id, kind, has_attachment, occurred_at)
    select s.id, (case when s.n between 4000 and 8000 then 'dawny ' else '' end || case when s.n > 37000 then 'prastary ' else '' end
      || case when s.n between 9000 and 30000 then 'zwykly ' else '' end || case when s.n = 41000 then 'rzadki' else '' end)::tsvector, 1,
      case when s.n % 5 = 1 and s.n % 4 <> 0 then '${former}' else s.place end, s.kind, false, s.at from seeded s;
  insert into merged_contractor (id, into_id, name, merged_by) values ('${former}', '${contractor.id}', 'Dawniej', '${anna.id}');
  create table circle as select gen_random_uuid() as id from generate_series(1, 70);
  insert into audience (id) select id from circle;
  insert into audience_member (audience_id, principal_id, is_audience) select id, '${cecylia.id}', false from circle;
  insert into file_principal (contractor_id, principal_id, is_audience) select '${contractor.id}', id, true from circle limit 10;
  insert into file_principal (contractor_id, principal_id, is_audience)
    select c.id, p.id, p.is_audience from contractor c, lateral (values (c.audience_id, true), ('${stranger.id}', false)) p(id, is_audience)
     where c.id in ('${contractor.id}', '${other.id}');
  set session_replication_role = origin; analyze item; analyze item_access; analyze item_text`)

/** Asks something as one of the readers. */
async function ask(user: { id: string }, text: string, values: unknown[]) {
  const client = await test.asApp.connect()
  try {
    await client.query(`begin; select set_config('lupa.user', '${user.id}', true)`)
    return (await client.query(text, values)).rows
  } finally {
    await client.query('rollback')
    client.release()
  }
}

async function counted(user: { id: string }, word: string, place: string | null) {
  const text = `select count_finds($1, $2, null, null, null, null, '-infinity', 'infinity', 'ffffffff-ffff-ffff-ffff-ffffffffffff') as counts`
  return (await ask(user, text, [word, place]))[0].counts
}

interface Sought {
  word: string
  place: string | null
  kinds: string[] | null
  before: Date | string
  limit: number
}

async function found(user: { id: string }, { word, place, kinds, before, limit }: Sought) {
  const text = `select item_id as id from search_page($1, $2, null, null, $3, null, '-infinity', $4, 'ffffffff-ffff-ffff-ffff-ffffffffffff', $5)`
  return (await ask(user, text, [word, place, kinds, before, limit])).map(row => row.id)
}

async function holding(isSeen: string, { word, place, kinds, before, limit }: Sought) {
  const { rows } = await test.asSuper.query(
    `select s.id from seeded s join item_text t on t.item_id = s.id
      where t.lexemes @@ $1::tsquery and ${isSeen} and ($2::uuid is null or s.place = $2) and ($3::text[] is null or s.kind = any($3))
        and s.at <= $4 order by s.at desc limit $5`,
    [word, place, kinds, before, limit],
  )
  return rows.map(row => row.id)
}

const readers = { anna, cecylia, stranger }
const seen = { anna: 'n % 3 <> 0', cecylia: 'n % 3 <> 0', stranger: 'true' }

it.each(
  (['anna', 'cecylia', 'stranger'] as const).flatMap(reader =>
    ['dawny', 'prastary', 'zwykly', 'rzadki', 'dawny & prastary'].flatMap(word =>
      [null, contractor.id].map(place => [reader, word, place ? 'its file' : 'all files', place] as const),
    ),
  ),
)('shows %s the newest that hold %s, which none of the newest of all does, in %s', async (reader, word, _, place) => {
  for (const before of ['infinity', new Date('2025-12-28')])
    for (const limit of [51, 5000])
      for (const kinds of [null, ['task', 'call']]) {
        const sought = { word, place, kinds, before, limit }

        expect(await found(readers[reader], sought)).toEqual(await holding(seen[reader], sought))
      }
})

it.each(
  (['anna', 'cecylia', 'stranger'] as const).flatMap(reader =>
    ['dawny', 'zwykly', 'rzadki', 'dawny & rzadki'].flatMap(word =>
      [null, contractor.id].map(place => [reader, word, place ? 'its file' : 'all files', place] as const),
    ),
  ),
)('counts for %s what holds %s, or says that there is more, in %s', async (reader, word, _, place) => {
  const all = await holding(seen[reader], { word, place, kinds: null, before: 'infinity', limit: 50_000 })

  const { amount, isMore } = await counted(readers[reader], word, place)

  expect(amount).toBeLessThanOrEqual(Math.min(1000, all.length))
  expect(isMore).toBe(amount < all.length)
  if (word !== 'zwykly') expect(amount).toBe(Math.min(1000, all.length))
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
