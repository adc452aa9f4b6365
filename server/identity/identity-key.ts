import { readSecrets } from '../database/secrets.ts'

/** The key of this installation for the secrets of sign-in, which lies in the data folder and never in the database. */
export function identityKey(dataFolder: string): Buffer {
  return Buffer.from(readSecrets(dataFolder).identityKey, 'hex')
}
