import { hexOf } from '../../shared/hex.ts'

/** A key that nobody else has. The platform's `randomUUID` is missing in a mail's document, and where pages come without TLS. */
export function randomKey(): string {
  return hexOf(crypto.getRandomValues(new Uint8Array(16)))
}
