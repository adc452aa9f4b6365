import { createHash, randomBytes } from 'node:crypto'

/** A token that only its holder knows; the database keeps its hash. */
export function freshToken(): string {
  return randomBytes(32).toString('base64url')
}

/** What the database keeps of a token. */
export function tokenHash(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}
