import pg from 'pg'
import { BackupTrouble } from './backup-trouble.ts'

/** A connection of the role that reads everything, and whether it is still there. */
export interface Reader {
  client: pg.Client
  /** Given when the connection breaks, and with it what held others off. */
  lost: AbortSignal
}

/** Acts while no other backup begins and no blob is swept away. */
export async function whileHeld<Result>(backupUrl: string, act: (reader: Reader) => Promise<Result>): Promise<Result> {
  const client = new pg.Client({ connectionString: backupUrl, application_name: 'lupa backup' })
  const losing = new AbortController()
  // It is idle while blobs are copied: nobody else would hear of it, and an error that nobody hears ends the process.
  client.on('error', error => losing.abort(lostBy(error)))
  await client.connect().catch(explainSignIn)
  try {
    const { rows } = await client.query<{ free: boolean }>(
      `select pg_try_advisory_lock(hashtext('lupa.backup'), 0) as free`,
    )
    if (!rows[0]?.free) throw new BackupTrouble('busy', 'Another backup is under way; wait for it.')
    return await act({ client, lost: losing.signal })
  } finally {
    await client.end()
  }
}

function lostBy(error: Error): BackupTrouble {
  return new BackupTrouble(
    'database',
    `The connection to the database broke while blobs were copied: ${error.message}.`,
  )
}

function explainSignIn(error: unknown): never {
  const why = error instanceof Error ? error.message : error
  throw new BackupTrouble(
    'database',
    `The role that reads for backups cannot sign in: ${why}. Start this version of Lupa once, or see DATABASE_BACKUP_URL.`,
  )
}
