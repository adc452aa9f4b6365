import { seal, unseal } from '../database/seal.ts'
import { readSecrets } from '../database/secrets.ts'

/** The server and account that a password is for; sealed, it serves for no other. */
export interface PasswordUse {
  host: string
  port: number
  tls: boolean
  user: string
  /** How it signs in, and who vouches for the server, where these are not the usual ones. */
  signIn?: string
  authority?: string
}

/** The key of this installation, which lies in the data folder and never in the database. */
export function mailboxKey(dataFolder: string): Buffer {
  return Buffer.from(readSecrets(dataFolder).mailboxKey, 'hex')
}

/** Encrypts a mailbox password for the database: whoever has only the database has no password. */
export function sealPassword(key: Buffer, password: string, use: PasswordUse): Buffer {
  return seal(key, password, boundTo(use))
}

/** The password again. Throws when the key is another one, or when the row was changed to send it somewhere else. */
export function openPassword(key: Buffer, sealed: Buffer, use: PasswordUse): string {
  return unseal(key, sealed, boundTo(use))
}

function boundTo({ host, port, tls, user, signIn = 'password', authority }: PasswordUse): string {
  const unusual = signIn === 'password' && !authority ? [] : [signIn, authority ?? null]
  return JSON.stringify([host, port, tls, user, ...unusual])
}
