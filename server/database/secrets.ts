import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import path from 'node:path'

/** Random secrets of one installation, kept beside the data and outside the database. */
export interface Secrets {
  databasePassword: string
  appPassword: string
  tokenSecret: string
}

/** Reads the secrets of a data folder, making the folder and the secrets on first use. */
export function readSecrets(dataFolder: string): Secrets {
  mkdirSync(dataFolder, { recursive: true })
  const file = path.join(dataFolder, 'secrets.json')
  if (!existsSync(file)) {
    const fresh: Secrets = { databasePassword: secret(), appPassword: secret(), tokenSecret: secret() }
    writeFileSync(`${file}.new`, JSON.stringify(fresh, null, 2), { mode: 0o600, flush: true })
    renameSync(`${file}.new`, file)
  }
  return JSON.parse(readFileSync(file, 'utf8')) as Secrets
}

function secret(): string {
  return randomBytes(32).toString('hex')
}
