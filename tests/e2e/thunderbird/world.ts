import { rmSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import { buildExtension } from '../../../addin/thunderbird/build.ts'
import { lupa } from '../../support/command-line.ts'
import { freshDataFolder } from '../../support/data-folder.ts'
import { emptyInstallation } from '../../support/prepared-folder.ts'
import { type Dovecot, startDovecot } from './dovecot.ts'
import { freePort } from './free-port.ts'
import { closeTabs, closeWindows } from './inside-windows.ts'
import { createProfile, type ProfileOptions } from './profile.ts'
import { openRelay, type Relay } from './relay.ts'
import { openSmtpSink, type SmtpSink } from './smtp-sink.ts'
import { startThunderbird, type Thunderbird } from './thunderbird.ts'

export const pictures = path.resolve(import.meta.dirname, '../../../build/pictures')

/** A real server, mail server and Thunderbird with the extension in it, for one test file. */
export interface World {
  me: Person
  /** The way from Thunderbird to the server. */
  relay: Relay
  dovecot: Dovecot
  /** Takes what Thunderbird sends. */
  smtp: SmtpSink
  readonly thunderbird: Thunderbird
  /** Asks the server as the first user, past the relay. */
  // biome-ignore lint/suspicious/noExplicitAny: a test states what it expects of the answer
  ask(method: string, address: string, body?: object): Promise<any>
  /** Hands in a mail past Thunderbird, as somebody else's door does. */
  hand(source: string | Buffer<ArrayBuffer>, query: string): Promise<void>
  /** From now on the server takes connections and answers nothing, until it is thawed. */
  freeze(): void
  thaw(): void
  /** Puts away every window and tab beside that of the mail. */
  tidy(): Promise<void>
  /** Ends Thunderbird and starts it again with the same profile. */
  restart(): Promise<void>
  stop(): Promise<void>
}

type WorldOptions = Partial<Omit<ProfileOptions, 'imap' | 'marionettePort' | 'smtpPort'>> & {
  name: string
  mails: (string | Buffer)[]
}

/** Starts everything on free ports and in temporary folders, with these mails in the inbox. */
export async function startWorld({ name, mails, ...looks }: WorldOptions): Promise<World> {
  const folder = freshDataFolder(`thunderbird-${name}`)
  const data = emptyInstallation(`thunderbird-${name}-data`)
  const me = { email: 'biuro@nasza.example', password: 'Hasło biura 1' }
  await mkdir(pictures, { recursive: true })
  const port = await freePort()
  const relay = await openRelay(port)
  const smtp = await openSmtpSink()
  const dovecot = await startDovecot()
  for (const mail of mails) await dovecot.deliver(mail)
  const marionettePort = await freePort()
  const profile = await createProfile({ imap: dovecot, marionettePort, smtpPort: smtp.port, ...looks })
  const start = async () => {
    const started = await startThunderbird({ profile, marionettePort, extensionId: 'lupa@lupa.addon' })
    await started.logIn(dovecot.password, { expectedMails: mails.length })
    return started
  }
  // They wait more than they work, so they do it beside each other.
  const [{ server, origin, token }, started, xpi] = await Promise.all([
    startServer(data, port, me),
    start(),
    buildExtension({ outFile: path.join(folder, 'lupa.xpi'), serverAddress: relay.address }),
  ])
  let thunderbird = started
  await thunderbird.install(xpi, { lasting: true })

  return {
    me,
    relay,
    dovecot,
    smtp,
    get thunderbird() {
      return thunderbird
    },
    async ask(method, address, body) {
      const authorization = `Bearer ${token}`
      const sent = body && {
        headers: { 'content-type': 'application/json', authorization },
        body: JSON.stringify(body),
      }
      const reply = await fetch(`${origin}${address}`, { method, headers: { authorization }, ...sent })
      if (!reply.ok) throw new Error(`${method} ${address}: ${reply.status} ${await reply.text()}`)
      return reply.status === 204 ? null : reply.json()
    },
    async hand(source, query) {
      const headers = { 'content-type': 'message/rfc822', authorization: `Bearer ${token}` }
      const reply = await fetch(`${origin}/api/messages${query}`, { method: 'POST', headers, body: source })
      if (!reply.ok) throw new Error(`${reply.status} ${await reply.text()}`)
    },
    freeze: () => void server.child.kill('SIGSTOP'),
    thaw: () => void server.child.kill('SIGCONT'),
    async tidy() {
      await thunderbird.privileged(closeWindows)
      await thunderbird.privileged(closeTabs)
    },
    async restart() {
      await thunderbird.quit({ keepProfile: true })
      thunderbird = await start()
    },
    async stop() {
      await thunderbird.quit()
      await dovecot.stop()
      await smtp.stop()
      await relay.cut()
      server.child.kill('SIGTERM')
      await server.ended
      for (const one of [folder, data]) rmSync(one, { recursive: true, force: true })
    },
  }
}

export interface Person {
  email: string
  password: string
}

async function startServer(folder: string, port: number, me: Person) {
  const server = lupa(['serve'], {
    LUPA_DATA: folder,
    PORT: String(port),
    LUPA_ADMIN_EMAIL: me.email,
    LUPA_ADMIN_PASSWORD: me.password,
  })
  const origin = (await server.says(/Lupa is ready at (http:\S+)/))[1] ?? ''
  return { server, origin, token: await signInAt(origin, me) }
}

async function signInAt(origin: string, me: Person): Promise<string> {
  const headers = { 'content-type': 'application/json' }
  const session = await fetch(`${origin}/api/session`, { method: 'POST', headers, body: JSON.stringify(me) })
  return (await session.json()).token
}
