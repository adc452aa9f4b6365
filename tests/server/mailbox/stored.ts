import type { TestHouse } from '../../support/house.ts'

/** Message-IDs of what is stored from a mailbox, one line an arrival, sorted. */
export async function storedFrom(test: TestHouse, mailboxId: string): Promise<string[]> {
  const { rows } = await test.asSuper.query(
    'select m.message_id from message_copy c join message m on m.id = c.message_id where c.mailbox_id = $1',
    [mailboxId],
  )
  return rows.map((row): string => row.message_id).toSorted((one, other) => (one < other ? -1 : 1))
}

/** Sources stored from a mailbox, as text, in the order of their Message-IDs. */
export async function sourcesFrom(test: TestHouse, mailboxId: string): Promise<string[]> {
  const { rows } = await test.asSuper.query(
    'select c.source_hash from message_copy c join message m on m.id = c.message_id where c.mailbox_id = $1 order by m.message_id',
    [mailboxId],
  )
  return Promise.all(rows.map(async row => Buffer.from(await test.house.blobs.read(row.source_hash)).toString()))
}

/** How often each message stands in the company: messages, arrivals and items of the same mail. */
export async function countsOf(test: TestHouse, prefix: string): Promise<Record<string, number>> {
  const { rows } = await test.asSuper.query(
    `select count(distinct m.id)::int as messages, count(distinct m.message_id)::int as mails, count(c.id)::int as copies
       from message m left join message_copy c on c.message_id = m.id where m.message_id like $1`,
    [`${prefix}-%`],
  )
  return rows[0]
}
