import type { AddressInfo } from 'node:net'
import { SMTPServer, type SMTPServerAddress, type SMTPServerOptions } from 'smtp-server'
import { LONGEST_MESSAGE } from '../../shared/message.ts'
import type { WorkingHouse } from '../job/jobs-database.ts'
import { isLoopback, type SmtpSettings } from '../smtp-settings.ts'
import type { Recipient } from './accept-mail.ts'
import { checkLogin } from './check-login.ts'
import { findRecipient } from './find-recipient.ts'
import type { Pressure } from './pressure.ts'
import { type JournalLog, traceOf } from './read-journal.ts'
import type { JournalKeys } from './secret-part.ts'
import { answers, answerTo } from './smtp-answers.ts'
import { hideLoginUntilTls, sendIdleAway } from './smtp-connections.ts'
import { type MailLimits, takeMail } from './take-mail.ts'

/** What the door needs beside the house. */
export interface SmtpDoorOptions {
  settings: SmtpSettings
  pressure: Pressure
  keys: JournalKeys
  /** Called with every mail that was acknowledged. */
  onAccepted(): void
  log: JournalLog
  limits?: MailLimits
}

/** An open mail door. */
export interface SmtpDoor {
  port: number
  /** Ends in order: mail that is coming is taken, idle senders and new mail are sent away. */
  stop(): Promise<void>
}

/** No honest server needs longer for the largest message (RFC 5321, 4.5.3.2). */
const usualLimits: MailLimits = { longest: LONGEST_MESSAGE, idleMs: 60_000, messageMs: 15 * 60_000 }
const RECIPIENTS = 100
const STOP_MS = 20_000

type Done = (error?: Error | null) => void

/** Opens the door at which mail servers hand in journals and blind copies. */
export async function openSmtpDoor(house: WorkingHouse, options: SmtpDoorOptions): Promise<SmtpDoor> {
  const { settings, log } = options
  const limits = options.limits ?? usualLimits
  const underWay = new Set<Promise<void>>()
  let stopping = false
  const server: SMTPServer = new SMTPServer({
    ...protection(settings),
    ...(settings.login && { onAuth: await checkLogin(settings.login) }),
    ...taking(house, { ...options, limits }, underWay, () => stopping && sendIdleAway(server)),
    logger: false,
    disableReverseLookup: true,
    maxRecipients: RECIPIENTS,
    closeTimeout: STOP_MS,
    size: limits.longest,
    socketTimeout: limits.idleMs,
    maxClients: settings.connections,
    onConnect({ remoteAddress, id }, done) {
      if (settings.login && !isLoopback(settings.host)) hideLoginUntilTls(server, id)
      const family = remoteAddress.includes(':') ? 'ipv6' : 'ipv4'
      done(settings.networks.check(remoteAddress, family) ? null : answers.stranger())
    },
    onMailFrom(_address, session, done) {
      if (stopping) return done(answers.stopping())
      if (settings.requireTls && !session.secure) return done(answers.plain())
      done(options.pressure.isHigh() ? answers.busy() : null)
    },
  } as SMTPServerOptions)
  server.on('error', error => log.warn(traceOf(error), 'mail door'))
  const port = await listen(server, settings)
  return {
    port,
    async stop() {
      stopping = true
      const closed = new Promise<void>(resolve => server.close(() => resolve()))
      sendIdleAway(server)
      await closed
      await Promise.all(underWay)
    },
  }
}

/** STARTTLS where there is a certificate; AUTH where a login is set, in the clear only on this machine itself. */
function protection({ tls, login, host }: SmtpSettings) {
  return {
    ...tls,
    authMethods: ['PLAIN', 'LOGIN'],
    disabledCommands: [...(tls ? [] : ['STARTTLS']), ...(login ? [] : ['AUTH'])],
    authOptional: login === null,
    allowInsecureAuth: isLoopback(host),
  }
}

/** How recipients are known and their mail is taken; what is under way can be waited for. */
function taking(
  house: WorkingHouse,
  options: SmtpDoorOptions & { limits: MailLimits },
  underWay: Set<Promise<void>>,
  afterwards: () => void,
): Pick<SMTPServerOptions, 'onRcptTo' | 'onData'> {
  const named = new WeakMap<SMTPServerAddress, Recipient>()
  const refuse = (done: Done, error: unknown) => {
    const answer = answerTo(error)
    if (answer.responseCode === 451) options.log.warn(traceOf(error), 'a mail could not be taken')
    done(answer)
  }
  return {
    onRcptTo(address, _session, done) {
      const known = findRecipient(house, options.keys, address.address).then(recipient => {
        if (!recipient) return done(answers.unknown())
        named.set(address, recipient)
        done()
      })
      known.catch(error => refuse(done, error))
    },
    onData(stream, { envelope }, done) {
      const recipients = envelope.rcptTo.flatMap(address => named.get(address) ?? [])
      const taken = takeMail(house, options, recipients, stream).then(
        () => {
          options.onAccepted()
          done(null, '2.0.0 The mail is stored')
        },
        error => {
          stream.resume()
          refuse(done, error)
        },
      )
      underWay.add(taken)
      void taken.finally(() => {
        underWay.delete(taken)
        setImmediate(afterwards)
      })
    },
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
