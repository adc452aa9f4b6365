import { createTransport } from 'nodemailer'
import type { OpenedServer } from './mail-server.ts'
import { mailTrouble } from './mail-trouble.ts'
import type { WrittenLetter } from './write-letter.ts'

/** To whom a letter goes, in whose name, and by what it is known when it comes twice. */
export interface Envelope {
  to: string
  /** The name that stands before our address. */
  from: string
  id: string
}

const CONNECT_MS = 20_000
const SILENCE_MS = 60_000

/** Hands a letter in at the server, encrypted and with the server's certificate checked, unless somebody said otherwise. */
export async function handIn(server: OpenedServer, letter: WrittenLetter, { to, from, id }: Envelope) {
  const { sender } = server
  const transport = transportTo(server, { connectMs: CONNECT_MS, silenceMs: SILENCE_MS })
  try {
    await transport.sendMail({
      envelope: { from: sender, to },
      from: { name: oneLine(from), address: sender },
      to: { name: '', address: to },
      subject: oneLine(letter.subject),
      text: letter.text,
      html: letter.html,
      messageId: `<${id}@${sender.split('@')[1] ?? 'lupa.invalid'}>`,
      // So that nobody's absence is answered to a machine (RFC 3834).
      headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
    })
  } catch (error) {
    throw mailTrouble(error)
  } finally {
    transport.close()
  }
}

const ATTEMPT_MS = 10_000

/** Goes to the server as far as signing in, and hands nothing in; throws what stands in the way. */
export async function reachServer(server: OpenedServer) {
  const transport = transportTo(server, { connectMs: ATTEMPT_MS, silenceMs: ATTEMPT_MS })
  try {
    await transport.verify()
  } catch (error) {
    throw mailTrouble(error)
  } finally {
    transport.close()
  }
}

function transportTo(
  { host, port, encryption, login, authority }: OpenedServer,
  { connectMs, silenceMs }: { connectMs: number; silenceMs: number },
) {
  return createTransport({
    host,
    port,
    secure: encryption === 'tls',
    requireTLS: encryption === 'starttls',
    ignoreTLS: encryption === 'none',
    tls: { rejectUnauthorized: true, minVersion: 'TLSv1.2', ...(authority && { ca: authority }) },
    ...(login && { auth: login }),
    connectionTimeout: connectMs,
    greetingTimeout: connectMs,
    socketTimeout: silenceMs,
    // Nothing of a letter may name a file or an address that would be read into it. Its lines are nobody's business.
    disableFileAccess: true,
    disableUrlAccess: true,
    logger: false,
  })
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
const controls = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g

/** No name or title may begin a header of its own. */
function oneLine(words: string): string {
  return words.replace(controls, ' ').trim().slice(0, 200)
}
