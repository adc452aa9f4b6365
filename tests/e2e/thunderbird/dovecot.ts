import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { access, chmod, chown, constants, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ImapFlow } from 'imapflow'
import { dovecotConfiguration } from './dovecot-configuration.ts'
import { freePort } from './free-port.ts'
import { isRunning } from './process.ts'
import { until } from './until.ts'

const DOVECOT = '/usr/sbin/dovecot'
const NOBODY = 65_534

/** A mail server for one test run, with one mailbox that accepts the password `test`. */
export interface Dovecot {
  port: number
  user: string
  password: string
  /** Puts a mail (RFC 5322 source) into a folder; clients that listen are told at once. */
  deliver(source: string | Buffer, options?: { folder?: string; flags?: string[] }): Promise<void>
  /** Opens a folder that everybody reads; its name begins with `Public/`. */
  openShared(folder: string): Promise<void>
  /** The keywords that stand on a mail, of the inbox unless said, as every client sees them; in small letters, for their case says nothing. */
  keywords(messageId: string, folder?: string): Promise<string[]>
  stop(): Promise<void>
}

/** Why Dovecot cannot be started on this machine, or null when it can. */
export async function whyNoDovecot(): Promise<string | null> {
  if (process.getuid?.() !== 0) return 'Dovecot needs root here, because its login processes change their user'
  try {
    await access(DOVECOT, constants.X_OK)
    return null
  } catch {
    return `${DOVECOT} is missing (apt-get install dovecot-imapd)`
  }
}

/** Starts a mail server on a free loopback port with everything it writes in a temporary folder. */
export async function startDovecot(): Promise<Dovecot> {
  const hindrance = await whyNoDovecot()
  if (hindrance) throw new Error(hindrance)

  const folder = await mkdtemp(join(tmpdir(), 'lupa-dovecot-'))
  const port = await freePort()
  const account = { port, user: 'anna', password: 'test' }
  const pid = await launch(folder, account)

  return {
    ...account,
    deliver: (source, { folder: target = 'INBOX', flags = [] } = {}) => append(account, target, source, flags),
    openShared: name =>
      connected(account, async client => {
        await client.mailboxCreate(name)
        await client.mailboxSubscribe(name)
      }),
    keywords: (messageId, place = 'INBOX') => readKeywords(account, messageId, place),
    async stop() {
      if (isRunning(pid)) process.kill(pid, 'SIGTERM')
      await until('Dovecot to stop', () => !isRunning(pid))
      await rm(folder, { recursive: true, force: true })
    },
  }
}

async function launch(folder: string, account: { port: number; password: string }): Promise<number> {
  // Dovecot's mail process runs as nobody and has to pass through.
  await chmod(folder, 0o755)
  for (const name of ['mail', 'public']) {
    await mkdir(join(folder, name))
    await chown(join(folder, name), NOBODY, NOBODY)
  }
  const configuration = join(folder, 'dovecot.conf')
  await writeFile(configuration, dovecotConfiguration(folder, account) + publicNamespace(folder))

  const daemon = spawn(DOVECOT, ['-c', configuration], { stdio: 'ignore' })
  const [status] = (await once(daemon, 'exit')) as [number | null]
  if (status !== 0) throw new Error(`dovecot ended with status ${status}`)
  const pid = Number(await until('Dovecot to write its pid', () => readFile(join(folder, 'run/master.pid'), 'utf8')))
  await until('Dovecot to listen', () => greets(account.port))
  return pid
}

/** What is everybody's, beside one's own mail. */
function publicNamespace(folder: string): string {
  return `
namespace inbox {
  separator = /
}
namespace public {
  type = public
  separator = /
  prefix = Public/
  location = maildir:${folder}/public
  subscriptions = no
  list = children
}
`
}

async function greets(port: number): Promise<boolean> {
  const socket = connect(port, '127.0.0.1')
  try {
    const [greeting] = (await once(socket, 'data')) as [Buffer]
    return greeting.toString().startsWith('* OK')
  } finally {
    socket.destroy()
  }
}

type Account = { port: number; user: string; password: string }

async function append(account: Account, folder: string, source: string | Buffer, flags: string[]): Promise<void> {
  await connected(account, client => client.append(folder, source, flags))
}

async function readKeywords(account: Account, messageId: string, folder: string): Promise<string[]> {
  return connected(account, async client => {
    await client.mailboxOpen(folder, { readOnly: true })
    const mails = await client.fetchAll('1:*', { flags: true, envelope: true })
    const flags = mails.find(({ envelope }) => envelope?.messageId === `<${messageId}>`)?.flags ?? []
    return [...flags].filter(flag => !flag.startsWith('\\')).map(flag => flag.toLowerCase())
  })
}

async function connected<Result>(
  { port, user, password }: Account,
  work: (client: ImapFlow) => Promise<Result>,
): Promise<Result> {
  const client = new ImapFlow({ host: '127.0.0.1', port, secure: false, auth: { user, pass: password }, logger: false })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.logout()
  }
}
