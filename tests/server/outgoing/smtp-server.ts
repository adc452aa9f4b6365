import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'

/** A mail as the server took it. */
export interface TakenMail {
  to: string[]
  source: string
}

/** A mail server that takes everything, or says the refusal it is told to. */
export interface SmtpDouble {
  port: number
  taken: TakenMail[]
  /** Answers this to RCPT TO from now on; null: takes mail again. */
  refuse(answer: { code: number; text: string } | null): void
  close(): Promise<void>
}

/** Opens a mail server on a free loopback port. */
export async function openSmtpDouble(options: SMTPServerOptions = {}): Promise<SmtpDouble> {
  const taken: TakenMail[] = []
  let refusal: { code: number; text: string } | null = null
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    onRcptTo(_address, _session, done) {
      done(refusal && Object.assign(new Error(refusal.text), { responseCode: refusal.code }))
    },
    onData(stream, session, done) {
      const parts: Buffer[] = []
      stream.on('data', (part: Buffer) => parts.push(part))
      stream.on('end', () => {
        const to = session.envelope.rcptTo.map(one => one.address)
        taken.push({ to, source: Buffer.concat(parts).toString() })
        done()
      })
    },
    ...options,
  })
  // A client that goes away in the middle is what some tests are about.
  server.on('error', () => {})
  server.listen(0, '127.0.0.1')
  await once(server.server, 'listening')
  return {
    port: (server.server.address() as AddressInfo).port,
    taken,
    refuse(answer) {
      refusal = answer
    },
    close: () => new Promise(resolve => server.close(() => resolve())),
  }
}
