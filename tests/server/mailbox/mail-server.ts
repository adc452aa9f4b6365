import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, chown, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { ImapFlow } from 'imapflow'
import { describe } from 'vitest'
import { whyNoDovecot } from '../../e2e/thunderbird/dovecot.ts'
import { dovecotConfiguration } from '../../e2e/thunderbird/dovecot-configuration.ts'
import { freePort } from '../../e2e/thunderbird/free-port.ts'
import { isRunning } from '../../e2e/thunderbird/process.ts'
import { until } from '../../e2e/thunderbird/until.ts'

const NOBODY = 65_534

/** The password of every account of the rig; recognisable, so that a test can look for it where it must not be. */
export const PASSWORD = 'Tajne-haslo-skrzynki-7431'

/** A Dovecot that can be ended, started again, and made to forget its UIDs. Every user name is an account. */
export interface MailServer {
  port: number
  start(): Promise<void>
  end(): Promise<void>
  /** Puts mails into a folder of an account, in this order. */
  deliver(user: string, sources: string[], options?: { folder?: string; date?: Date }): Promise<void>
  /** Removes a mail by its UID. */
  expunge(user: string, uid: number): Promise<void>
  /** How many mails of the inbox nobody has read. */
  unseen(user: string): Promise<number>
  /** Takes away what Dovecot knows of an account's UIDs: it gives the same mail new ones, under another UIDVALIDITY. */
  forgetUids(user: string): Promise<void>
  /** Ends it and removes all that it wrote. */
  dispose(): Promise<void>
}

const hindrance = await whyNoDovecot()
if (hindrance && process.env.CI) throw new Error(hindrance)

/** A group of tests that need Dovecot: skipped by name where there is none, which CI does not allow. */
export function describeWithDovecot(name: string, tests: () => void) {
  describe.skipIf(hindrance)(hindrance ? `${name} (skipped: ${hindrance})` : name, tests)
}

/** Starts a mail server on a free loopback port; everything it writes lies in a temporary folder. `more` adds to its configuration. */
export async function openMailServer(more: (folder: string) => string = () => ''): Promise<MailServer> {
  const folder = await mkdtemp(path.join(tmpdir(), 'lupa-mail-'))
  const port = await freePort()
  await chmod(folder, 0o755)
  await mkdir(path.join(folder, 'mail'))
  await chown(path.join(folder, 'mail'), NOBODY, NOBODY)
  const configuration = dovecotConfiguration(folder, { port, password: PASSWORD }) + more(folder)
  await writeFile(path.join(folder, 'dovecot.conf'), configuration)
  const server = { port, start: () => launch(folder, port), end: () => end(folder) }
  await server.start()
  return {
    ...server,
    deliver: (user, sources, options) => append(port, user, sources, options),
    expunge: (user, uid) =>
      as(port, user, async client => {
        await client.mailboxOpen('INBOX')
        await client.messageDelete(String(uid), { uid: true })
      }),
    async unseen(user) {
      let count = 0
      await as(port, user, async client => {
        const status = await client.status('INBOX', { unseen: true })
        count = status ? (status.unseen ?? 0) : 0
      })
      return count
    },
    forgetUids: user => forgetUids(path.join(folder, 'mail', user)),
    async dispose() {
      await end(folder)
      await rm(folder, { recursive: true, force: true })
    },
  }
}

async function launch(folder: string, port: number) {
  const daemon = spawn('/usr/sbin/dovecot', ['-c', path.join(folder, 'dovecot.conf')], { stdio: 'ignore' })
  const [status] = (await once(daemon, 'exit')) as [number | null]
  if (status !== 0) throw new Error(`dovecot ended with status ${status}`)
  await until('Dovecot to greet', async () => {
    const socket = connect(port, '127.0.0.1')
    const [greeting] = (await once(socket, 'data').finally(() => socket.destroy())) as [Buffer]
    return greeting.toString().startsWith('* OK')
  })
}

async function end(folder: string) {
  const pid = Number(await readFile(path.join(folder, 'run/master.pid'), 'utf8').catch(() => '0'))
  if (!pid || !isRunning(pid)) return
  // Processes that serve a client outlive the one that started them, and would go on serving it.
  const family = [pid, ...(await childrenOf(pid))]
  for (const member of family) if (isRunning(member)) process.kill(member, 'SIGTERM')
  await until('Dovecot to end', () => !family.some(isRunning))
}

async function childrenOf(parent: number): Promise<number[]> {
  const pids = (await readdir('/proc')).filter(name => /^\d+$/.test(name))
  const states = await Promise.all(pids.map(pid => readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '')))
  return pids.filter((_pid, index) => states[index]?.split(') ')[1]?.split(' ')[1] === String(parent)).map(Number)
}

async function as(port: number, user: string, act: (client: ImapFlow) => Promise<void>) {
  const auth = { user, pass: PASSWORD }
  const client = new ImapFlow({
    host: '127.0.0.1',
    port,
    secure: false,
    doSTARTTLS: false,
    auth,
    logger: false,
    disableAutoIdle: true,
  })
  client.on('error', () => {})
  await client.connect()
  await act(client).finally(() => client.logout())
}

function append(port: number, user: string, sources: string[], options: { folder?: string; date?: Date } = {}) {
  return as(port, user, async client => {
    if (options.folder) await client.mailboxCreate(options.folder)
    for (const source of sources) await client.append(options.folder ?? 'INBOX', source, [], options.date)
  })
}

async function forgetUids(folder: string) {
  const entries = await readdir(folder, { recursive: true })
  const known = entries.filter(entry => /^dovecot[.-]/.test(path.basename(entry)))
  for (const entry of known) await rm(path.join(folder, entry), { recursive: true, force: true })
}
