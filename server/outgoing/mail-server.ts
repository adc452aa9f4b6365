import type { MailServer, MailServerInput, SentMail } from '../../shared/outgoing-mail.ts'
import { seal, unseal } from '../database/seal.ts'
import type { Tx } from '../database/work.ts'
import { isLoopback } from '../mailbox/plain-text.ts'
import { Refusal } from '../refusal.ts'
import { MailTrouble } from './mail-trouble.ts'

/** The server for our mail with its password in the clear, to hand mail in. */
export interface OpenedServer {
  host: string
  port: number
  encryption: MailServer['encryption']
  login: { user: string; pass: string } | null
  authority: string | null
  sender: string
}

/** The server as it is kept, its password encrypted. */
export interface KeptServer {
  host: string
  port: number
  encryption: MailServer['encryption']
  user_name: string | null
  secret: Buffer | null
  authority: string | null
  sender: string
}

/** The server for our mail, and what was sent lately; the database answers administrators only. */
export async function readMailServer(tx: Tx): Promise<{ server: MailServer | null; recent: SentMail[] }> {
  const [row] = await tx.sql<{ server: MailServer | null; recent: SentMail[] }>(
    'select mail_server_settings() as server, recent_mails() as recent',
  )
  return row ?? { server: null, recent: [] }
}

/** The server as it is kept; null where none is named. The database shows it to nobody who is signed in. */
export async function keptServer(tx: Tx): Promise<KeptServer | null> {
  const [row] = await tx.sql<KeptServer>('select * from open_mail_server()')
  return row ?? null
}

/** Names the server. What is not given again, authority and password, stays; but a password never travels to another server or account. */
export async function putMailServer(tx: Tx, input: MailServerInput, kept: KeptServer | null, key: Buffer) {
  const { host, port, encryption, user = null, password, authority = kept?.authority ?? null, sender } = input
  await tx.sql('select administrators_only()')
  // Who reads the wire would have it.
  if (encryption === 'none' && user && !isLoopback(host)) throw new Refusal('invalid', ['encryption'])
  if (password && !user) throw new Refusal('invalid', ['user'])
  const use = useOf({ host, port, encryption, user_name: user, authority })
  const isSame = kept !== null && useOf(kept) === use
  if (user && !password && !isSame) throw new Refusal('invalid', ['password'])
  const secret = user && password ? seal(key, password, use) : user ? (kept?.secret ?? null) : null
  await tx.sql('select put_mail_server($1, $2, $3, $4, $5, $6, $7)', [
    host,
    port,
    encryption,
    user,
    secret,
    authority,
    sender,
  ])
}

/** The server with its password in the clear. */
export function openServer(kept: KeptServer | null, key: Buffer): OpenedServer {
  if (!kept) throw new MailTrouble('no-server')
  const { host, port, encryption, user_name: user, secret, authority, sender } = kept
  try {
    const login = user && secret ? { user, pass: unseal(key, secret, useOf(kept)) } : null
    return { host, port, encryption, login, authority, sender }
  } catch (cause) {
    throw new MailTrouble('secret-lost', { cause })
  }
}

/** A password opens only for the server and account that it was given for. */
function useOf({ host, port, encryption, user_name, authority }: Omit<KeptServer, 'secret' | 'sender'>): string {
  return JSON.stringify(['smtp', host, port, encryption, user_name, authority])
}
