import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'

/** A mail server that takes everything and sends nothing on. */
export interface SmtpSink {
  port: number
  /** The recipients of each mail that came, in the order of their coming. */
  readonly taken: string[][]
  stop(): Promise<void>
}

/** Opens the sink on a free loopback port. */
export async function openSmtpSink(): Promise<SmtpSink> {
  const taken: string[][] = []
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    onData(stream, { envelope }, done) {
      stream.resume()
      stream.on('end', () => {
        taken.push(envelope.rcptTo.map(({ address }) => address))
        done()
      })
    },
  })
  await new Promise<void>(resolve => {
    server.listen(0, '127.0.0.1', resolve)
  })
  const { port } = server.server.address() as AddressInfo
  return { port, taken, stop: () => new Promise(resolve => server.close(() => resolve())) }
}
