import { expect, it } from 'vitest'
import { openTestHouse } from '../../support/house.ts'
import { buildContractor, buildNote, buildUser } from '../../support/people.ts'

const test = await openTestHouse()
const anna = await buildUser(test)
const contractor = await buildContractor(anna)
await buildNote(anna, contractor.id, { title: 'Faktura za krzesła' })

/** The plan of a query, as a user of the application's role. */
async function planOf(text: string): Promise<string> {
  const client = await test.asApp.connect()
  try {
    await client.query(`begin; set local enable_seqscan = off; select set_config('lupa.user', '${anna.id}', true)`)
    const { rows } = await client.query(`explain (costs off) ${text}`)
    return rows.map(row => row['QUERY PLAN']).join('\n')
  } finally {
    await client.query('rollback')
    client.release()
  }
}

it('judges visible rows one by one, and never hashes all that a user may see', async () => {
  const plan = await planOf(
    `select id from item where contractor_id = '${contractor.id}' order by occurred_at desc, id desc limit 50`,
  )

  expect(plan).toContain('using item_file')
  expect(plan).toContain('item_access')
  // Written out, not called: a call costs ten times the look-up.
  expect(plan).not.toContain('holds(')
  expect(plan).not.toContain('hashed SubPlan')
  expect(plan).not.toContain('Semi Join')
})

it('reads the text index, whatever the policies', async () => {
  // The functions are opaque to EXPLAIN; their bodies are planned as their owner, who has no leaky policy on item_text.
  const client = await test.asSuper.connect()
  try {
    await client.query('begin; set local role lupa_reader; set local enable_seqscan = off')
    const { rows: plan } = await client.query(
      `explain (costs off) select item_id from item_text where lexemes @@ 'faktura'::tsquery`,
    )
    expect(plan.map(row => row['QUERY PLAN']).join('\n')).toContain('Bitmap Index Scan on item_text_lexemes')
  } finally {
    await client.query('rollback')
    client.release()
  }
})
