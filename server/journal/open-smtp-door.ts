import type { AddressInfo } from 'node:net'
import { SMTPServer, type SMTPServerAddress, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server'
import { LONGEST_MESSAGE } from '../../shared/message.ts'
import type { House } from '../http/app-type.ts'
import { isLoopback, type SmtpSettings } from '../smtp-settings.ts'
import { acceptMail, type Recipient } from './accept-mail.ts'
import { checkLogin } from './check-login.ts'
import { findRecipient } from './find-recipient.ts'
import type { Pressure } from './pressure.ts'
import { answers, answerTo } from './smtp-answers.ts'

/** What the door needs beside the house. */
export interface SmtpDoorOptions {
  settings: SmtpSettings
  pressure: Pressure
  /** Called with every mail that was acknowledged. */
  onAccepted(): void
  log: { warn(details: object, text: string): void }
  limits?: { longest: number; idleMs: number; messageMs: number }
}

/** An open mail door. */
export interface SmtpDoor {
  port: number
  /** Ends in order: mail that is coming is taken, idle senders and new mail are sent away. */
  stop(): Promise<void>
}

/** No honest server needs longer for the largest message (RFC 5321, 4.5.3.2). */
const usualLimits = { longest: LONGEST_MESSAGE, idleMs: 60_000, messageMs: 15 * 60_000 }
const RECIPIENTS = 100
const STOP_MS = 20_000

/** A sender's connection, as far as it has to be sent away. */
interface Connection {
  session: { envelope?: { mailFrom: unknown } }
  send(code: number, text: string): void
}

/** Opens the door at which mail servers hand in journals and blind copies. */
export async function openSmtpDoor(house: House, options: SmtpDoorOptions): Promise<SmtpDoor> {
  const { settings, pressure, log, onAccepted } = options
  const limits = options.limits ?? usualLimits
  const named = new WeakMap<SMTPServerAddress, Recipient>()
  const underWay = new Set<Promise<void>>()
  let stopping = false

  const take = async (stream: SMTPServerDataStream, { envelope }: SMTPServerSession) => {
    if (pressure.isHigh()) throw answers.busy()
    const timer = setTimeout(() => stream.destroy(answers.slow()), limits.messageMs)
    try {
      const recipients = envelope.rcptTo.flatMap(address => named.get(address) ?? [])
      pressure.add(1, await acceptMail(house, recipients, stream, limits.longest))
      onAccepted()
    } finally {
      clearTimeout(timer)
    }
  }
  const server = new SMTPServer({
    ...fixed,
    ...protection(settings),
    size: limits.longest,
    socketTimeout: limits.idleMs,
    maxClients: settings.connections,
    onConnect: ({ remoteAddress }, done) => {
      const family = remoteAddress.includes(':') ? 'ipv6' : 'ipv4'
      done(settings.networks.check(remoteAddress, family) ? null : answers.stranger())
    },
    onMailFrom: (_address, session, done) => {
      if (stopping) return done(answers.stopping())
      if (settings.requireTls && !session.secure) return done(answers.plain())
      done(pressure.isHigh() ? answers.busy() : null)
    },
    onRcptTo: (address, _session, done) => {
      findRecipient(house, address.address).then(recipient => {
        if (recipient) named.set(address, recipient)
        done(recipient ? null : answers.unknown())
      }, refuse(done))
    },
    onData: (stream, session, done) => {
      const taken = take(stream, session).then(
        () => done(null, '2.0.0 The mail is stored'),
        error => {
          stream.resume()
          refuse(done)(error)
        },
      )
      underWay.add(taken)
      void taken.finally(() => {
        underWay.delete(taken)
        if (stopping) setImmediate(sendIdleAway)
      })
    },
    ...(settings.login && { onAuth: await checkLogin(settings.login) }),
  })
  const refuse = (done: (error: Error) => void) => (error: unknown) => {
    const answer = answerTo(error)
    if (answer.responseCode === 451) log.warn(detailsOf(error), 'a mail could not be taken')
    done(answer)
  }
  const sendIdleAway = () => {
    for (const connection of server.connections as Set<Connection>)
      if (!connection.session.envelope?.mailFrom) connection.send(421, answers.stopping().message)
  }
  server.on('error', error => log.warn(detailsOf(error), 'mail door'))
  const port = await listen(server, settings)
  return {
    port,
    async stop() {
      stopping = true
      const closed = new Promise<void>(resolve => server.close(() => resolve()))
      sendIdleAway()
      await closed
      await Promise.all(underWay)
    },
  }
}

const fixed = {
  logger: false,
  disableReverseLookup: true,
  maxRecipients: RECIPIENTS,
  closeTimeout: STOP_MS,
  authMethods: ['PLAIN', 'LOGIN'],
}

/** STARTTLS where there is a certificate; AUTH where a login is set, in the clear only on this machine itself. */
function protection({ tls, login, host }: SmtpSettings) {
  return {
    ...tls,
    disabledCommands: [...(tls ? [] : ['STARTTLS']), ...(login ? [] : ['AUTH'])],
    authOptional: login === null,
    allowInsecureAuth: isLoopback(host),
  }
}

function listen(server: SMTPServer, { port, host }: SmtpSettings): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    const listening = server.listen(port, host, () => {
      server.off('error', reject)
      resolve((listening.address() as AddressInfo).port)
    })
  })
}

/** Not the error's text: senders and databases put what was said into it. */
function detailsOf(error: unknown) {
  const { name, code, stack } = error as Error & { code?: string }
  return {
    name,
    code,
    at: stack
      ?.split('\n')
      .find(line => line.startsWith('    at '))
      ?.trim(),
  }
}
