import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { WrongSetting } from '../wrong-setting.ts'

/** Every guest holds this lock shared; whoever holds it alone knows that nobody is there, and that nobody comes. */
const line = `hashtext('lupa.guests'), 0`
const LOOK_EVERY_MS = 200
const SAY_AFTER_MS = 1_000

/** The process that ran the database has ended, and the database with it. */
export const hostGone = new WrongSetting(
  'The database was stopped under this command, because the Lupa that ran it ended; run the command again.',
)

/**
 * Enters a database that another process runs: until the returned function is called, a command that runs it does not
 * stop it. Null where it is not there yet, or is going.
 */
export async function enterAsGuest(url: string): Promise<(() => Promise<void>) | null> {
  const client = new pg.Client({ connectionString: url, application_name: 'lupa guest' })
  try {
    await client.connect()
    const { rows } = await client.query<{ isIn: boolean }>(`select pg_try_advisory_lock_shared(${line}) as "isIn"`)
    if (rows[0]?.isIn) return staying(client)
  } catch {
    // Refused, or cut off: it is starting, or stopping.
  }
  await client.end().catch(() => {})
  return null
}

function staying(client: pg.Client) {
  const leave = () => {
    process.stderr.write(`${hostGone.message}\n`)
    process.exit(1)
  }
  // A service that is told to stop waits for no command; whatever the command tries from here on would fail.
  client.on('error', leave)
  return async () => {
    client.off('error', leave)
    await client.end()
  }
}

/** Waits until every guest has left, and lets no other in: what runs the database may stop it then. */
export async function untilGuestsLeft(ownerUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl, application_name: 'lupa host' })
  // Stopping the database ends this connection, which holds the lock until then.
  client.on('error', () => {})
  await client.connect()
  const begun = performance.now()
  let hasSaid = false
  while (!(await isAlone(client))) {
    if (!hasSaid && performance.now() - begun > SAY_AFTER_MS) {
      process.stderr.write('Done. Another command works on this database still; waiting for it ...\n')
      hasSaid = true
    }
    await sleep(LOOK_EVERY_MS)
  }
}

async function isAlone(client: pg.Client): Promise<boolean> {
  const { rows } = await client.query<{ is: boolean }>(`select pg_try_advisory_lock(${line}) as is`)
  return rows[0]?.is ?? false
}
