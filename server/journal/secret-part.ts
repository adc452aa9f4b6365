import { createHmac, hkdfSync } from 'node:crypto'
import { seal, unseal } from '../database/seal.ts'
import { readSecrets } from '../database/secrets.ts'

/** The keys to the secret parts of journal addresses; they lie in the data folder and never in the database. */
export interface JournalKeys {
  sealing: Buffer
  hashing: Buffer
}

/** The secret part of an address as it stands in the database: to be found by, and to be shown to whoever keeps it. */
export interface KeptPart {
  hash: Buffer
  sealed: Buffer
}

/** The keys of this installation. */
export function journalKeys(dataFolder: string): JournalKeys {
  const secret = Buffer.from(readSecrets(dataFolder).journalKey, 'hex')
  const derived = (use: string) => Buffer.from(hkdfSync('sha256', secret, '', use, 32))
  return { sealing: derived('journal address, sealed'), hashing: derived('journal address, hashed') }
}

/** By what a secret part is found; nobody without the key can try parts against it. */
export function hashPart({ hashing }: JournalKeys, secretPart: string): Buffer {
  return createHmac('sha256', hashing).update(secretPart).digest()
}

/** Seals a secret part for the database; moved to another row it does not open. */
export function keepPart(keys: JournalKeys, secretPart: string): KeptPart {
  const hash = hashPart(keys, secretPart)
  return { hash, sealed: seal(keys.sealing, secretPart, hash.toString('hex')) }
}

/** The secret part again. */
export function openPart({ sealing }: JournalKeys, { hash, sealed }: KeptPart): string {
  return unseal(sealing, sealed, hash.toString('hex'))
}
