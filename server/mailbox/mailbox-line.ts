import pg from 'pg'
import { MAILBOX_CHANNEL } from './announce-mailbox.ts'

/** A mailbox that is to be read, and the user as whom. */
export interface WantedDoor {
  id: string
  owner_id: string
}

/** One connection to the database for the life of the doors: it hears of changes, and its locks end with it. */
export interface MailboxLine {
  wanted(): Promise<WantedDoor[]>
  /** Claims a mailbox for this process; false when another process reads it. */
  claim(mailboxId: string): Promise<boolean>
  release(mailboxId: string): Promise<void>
  close(): Promise<void>
}

const lockOf = (verb: string) => `select ${verb}(hashtext('lupa.mailbox'), hashtext($1)) as done`

/** Opens the line. `onNews` gets the id of each mailbox that changed, `onLost` is called once when the line breaks. */
export async function openLine(
  databaseUrl: string,
  onNews: (mailboxId: string) => void,
  onLost: () => void,
): Promise<MailboxLine> {
  const client = new pg.Client({
    connectionString: databaseUrl,
    application_name: 'lupa mailboxes',
    keepAlive: true,
    connectionTimeoutMillis: 10_000,
    query_timeout: 30_000,
  })
  client.on('error', onLost)
  client.on('end', onLost)
  client.on('notification', ({ payload }) => onNews(payload ?? ''))
  try {
    await client.connect()
    await client.query(`listen ${MAILBOX_CHANNEL}`)
  } catch (error) {
    await client.end().catch(() => {})
    throw error
  }
  const lock = async (verb: string, id: string) =>
    (await client.query<{ done: boolean }>(lockOf(verb), [id])).rows[0]?.done ?? false
  return {
    wanted: async () => (await client.query<WantedDoor>('select id, owner_id from mailbox_doors()')).rows,
    claim: mailboxId => lock('pg_try_advisory_lock', mailboxId),
    release: async mailboxId => void (await lock('pg_advisory_unlock', mailboxId)),
    close: () => client.end().catch(() => {}),
  }
}
