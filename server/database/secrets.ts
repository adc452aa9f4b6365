import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { makeFolder } from '../storage/make-folder.ts'
import { refuseHalfFolder } from './half-restored.ts'

/** Random secrets of one installation, kept beside the data and outside the database. */
export interface Secrets {
  databasePassword: string
  appPassword: string
  /** Of the role that works off the queue. */
  jobsPassword: string
  /** Of the role that reads everything, for backups. */
  backupPassword: string
  tokenSecret: string
  /** Encrypts the passwords of mailboxes. */
  mailboxKey: string
  /** Encrypts the second factors of users and the secrets of sign-in providers. */
  identityKey: string
  /** Seals and hashes the secret parts of journal addresses. */
  journalKey: string
}

/** What stands in secrets.json. */
export const secretNames = [
  'databasePassword',
  'appPassword',
  'jobsPassword',
  'backupPassword',
  'tokenSecret',
  'mailboxKey',
  'identityKey',
  'journalKey',
] as const

/** Reads the secrets of a data folder, making the folder and the secrets on first use. */
export function readSecrets(dataFolder: string): Secrets {
  refuseHalfFolder(dataFolder)
  makeFolder(dataFolder)
  const file = path.join(dataFolder, 'secrets.json')
  const kept = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Partial<Secrets>) : {}
  const missing = secretNames.filter(name => !kept[name])
  if (missing.length === 0) return kept as Secrets
  // A data folder of an older version gains what it lacks; what it has stays.
  const whole = { ...Object.fromEntries(secretNames.map(name => [name, secret()])), ...kept } as Secrets
  writeFileSync(`${file}.new`, JSON.stringify(whole, null, 2), { mode: 0o600, flush: true })
  renameSync(`${file}.new`, file)
  return whole
}

function secret(): string {
  return randomBytes(32).toString('hex')
}
