import { secretUse } from '../graph/read-settings.ts'
import { fetchToken, IMAP_SCOPE } from '../graph/token.ts'
import type { Door } from './door.ts'
import { MailboxTrouble } from './mailbox-trouble.ts'
import { mailboxKey, openPassword } from './seal-password.ts'

/** What proves who signs in: a password, or a token (OAuth 2.0). */
export type Credential = { pass: string } | { accessToken: string }

/** How to sign in to a mailbox, and what to read of it. */
export interface MailboxSettings {
  host: string
  port: number
  tls: boolean
  user: string
  credential: Credential
  /** Certificates of the authority that vouches for the server, or null for those that the world trusts. */
  authority: string | null
  since: string
  folders: string[]
}

interface SettingsRow extends Omit<MailboxSettings, 'user' | 'credential'> {
  user_name: string
  sign_in: 'password' | 'token' | 'microsoft'
  secret: Buffer
  tenant: string | null
  client_id: string | null
  client_secret: Buffer | null
}

/** The present settings of the door's mailbox, with its secret decrypted. */
export async function readSettings(door: Door): Promise<MailboxSettings> {
  const [row] = await door.work(tx => tx.sql<SettingsRow>('select * from open_mailbox($1)', [door.mailboxId]))
  if (!row) throw new MailboxTrouble('gone')
  const { host, port, tls, user_name: user, authority, since, folders } = row
  return { host, port, tls, user, authority, since, folders, credential: await credentialOf(door, row) }
}

async function credentialOf(door: Door, row: SettingsRow): Promise<Credential> {
  const secret = unsealed(door, row)
  if (row.sign_in === 'password') return { pass: secret }
  if (row.sign_in === 'token') return { accessToken: secret }
  const application = { tenant: row.tenant ?? '', clientId: row.client_id ?? '', clientSecret: secret }
  const { token } = await fetchToken(door.house.config.microsoft.login, application, IMAP_SCOPE, door.signal)
  return { accessToken: token }
}

function unsealed(door: Door, row: SettingsRow): string {
  const { host, port, tls, user_name: user, sign_in: signIn, authority } = row
  const key = mailboxKey(door.house.config.dataFolder)
  try {
    return signIn === 'microsoft'
      ? openPassword(key, row.client_secret ?? Buffer.alloc(0), secretUse(row.tenant ?? '', row.client_id ?? ''))
      : openPassword(key, row.secret, { host, port, tls, user, signIn, ...(authority && { authority }) })
  } catch (error) {
    throw new MailboxTrouble('secret-lost', error)
  }
}
