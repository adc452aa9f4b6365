import { readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import pg from 'pg'
import { readSecrets } from '../../../server/database/secrets.ts'
import { lupa, type Run } from '../../support/command-line.ts'
import { freshDataFolder } from '../../support/data-folder.ts'
import { administrator } from '../../support/live-server.ts'
import { freePort } from '../thunderbird/free-port.ts'

/** The program that a company runs, which can be ended at any instant and started again on the same folder and port. */
export interface KillableServer {
  origin: string
  /** Port of its mail door. */
  smtpPort: number
  folder: string
  start(): Promise<void>
  /** As the machine's own out-of-memory killer does it: no last word. */
  kill(): Promise<void>
  stop(): Promise<void>
  /** The database as its superuser, for whoever checks the books. */
  openBooks(): Promise<pg.Client>
  dispose(): Promise<void>
}

export async function openKillableServer(environment: Record<string, string>): Promise<KillableServer> {
  const folder = freshDataFolder('crash')
  const port = await freePort()
  const smtpPort = await freePort()
  let run: Run | null = null
  const end = async (signal: 'SIGKILL' | 'SIGTERM') => {
    run?.child.kill(signal)
    await run?.ended
    run = null
  }
  return {
    origin: `http://127.0.0.1:${port}`,
    smtpPort,
    folder,
    async start() {
      run = lupa(['serve'], {
        LUPA_DATA: folder,
        LUPA_ADMIN_EMAIL: administrator.email,
        LUPA_ADMIN_PASSWORD: administrator.password,
        LUPA_LOG: 'error',
        PORT: String(port),
        LUPA_SMTP_PORT: String(smtpPort),
        ...environment,
      })
      await run.says(/Lupa is ready at/)
    },
    kill: () => end('SIGKILL'),
    stop: () => end('SIGTERM'),
    async openBooks() {
      const databasePort = readFileSync(path.join(folder, 'postgres', 'port'), 'utf8').trim()
      const { databasePassword } = readSecrets(folder)
      const client = new pg.Client(`postgres://lupa_super:${databasePassword}@127.0.0.1:${databasePort}/lupa`)
      await client.connect()
      return client
    },
    async dispose() {
      await end('SIGTERM')
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
