import { ImapFlow, type ImapFlowOptions } from 'imapflow'
import { LONGEST_MESSAGE } from '../../shared/message.ts'
import { signInTrouble } from './mailbox-trouble.ts'
import type { MailboxSettings } from './read-settings.ts'

const STARTTLS_PORT = 143
const FRAMING_BYTES = 1024 * 1024
const GOODBYE_MS = 2_000

const limits: ImapFlowOptions = {
  connectionTimeout: 20_000,
  greetingTimeout: 15_000,
  socketTimeout: 90_000,
  maxLiteralSize: LONGEST_MESSAGE + FRAMING_BYTES,
  maxResponseSize: LONGEST_MESSAGE + 2 * FRAMING_BYTES,
}

/** Signs in to a mail server, with its certificate checked against its name. */
export async function connect(settings: MailboxSettings, signal: AbortSignal): Promise<ImapFlow> {
  const { host, port, tls, user, credential, authority } = settings
  const client = new ImapFlow({
    ...limits,
    host,
    port,
    ...encryption(port, tls, authority),
    auth: { user, ...credential },
    clientInfo: { name: 'Lupa' },
    // Its log lines hold subjects and addresses.
    logger: false,
    disableAutoIdle: true,
    disableCompression: true,
  })
  // The command that is under way fails with the same error; unheard, the event would end the process.
  client.on('error', () => {})
  const giveUp = () => client.close()
  signal.addEventListener('abort', giveUp)
  try {
    await client.connect()
    return client
  } catch (error) {
    client.close()
    throw signInTrouble(error)
  } finally {
    signal.removeEventListener('abort', giveUp)
  }
}

/** Encrypted from the first byte, on the old port by a STARTTLS that may not be left out, or openly in plain text. */
function encryption(port: number, tls: boolean, authority: string | null): ImapFlowOptions {
  if (!tls) return { secure: false, doSTARTTLS: false }
  const checked = { rejectUnauthorized: true, minVersion: 'TLSv1.2', ...(authority && { ca: authority }) } as const
  return port === STARTTLS_PORT ? { secure: false, doSTARTTLS: true, tls: checked } : { secure: true, tls: checked }
}

/** Leaves politely, or at once when the server does not answer. */
export async function leave(client: ImapFlow) {
  const timer = setTimeout(() => client.close(), GOODBYE_MS)
  await client.logout().catch(() => {})
  clearTimeout(timer)
  client.close()
}
