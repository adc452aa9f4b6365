import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { readSecrets } from '../database/secrets.ts'

const CIPHER = 'aes-256-gcm'
const IV_BYTES = 12
const TAG_BYTES = 16

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
  const iv = randomBytes(IV_BYTES)
  const cipher = createCipheriv(CIPHER, key, iv, { authTagLength: TAG_BYTES }).setAAD(boundTo(use))
  const sealed = Buffer.concat([cipher.update(password, 'utf8'), cipher.final()])
  return Buffer.concat([iv, cipher.getAuthTag(), sealed])
}

/** The password again. Throws when the key is another one, or when the row was changed to send it somewhere else. */
export function openPassword(key: Buffer, sealed: Buffer, use: PasswordUse): string {
  const decipher = createDecipheriv(CIPHER, key, sealed.subarray(0, IV_BYTES), { authTagLength: TAG_BYTES })
  decipher.setAAD(boundTo(use)).setAuthTag(sealed.subarray(IV_BYTES, IV_BYTES + TAG_BYTES))
  return decipher.update(sealed.subarray(IV_BYTES + TAG_BYTES), undefined, 'utf8') + decipher.final('utf8')
}

function boundTo({ host, port, tls, user, signIn = 'password', authority }: PasswordUse): Buffer {
  const unusual = signIn === 'password' && !authority ? [] : [signIn, authority ?? null]
  return Buffer.from(JSON.stringify([host, port, tls, user, ...unusual]))
}
