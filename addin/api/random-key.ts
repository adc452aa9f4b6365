import { hexOf } from '../../shared/hex.ts'

/** A key that nobody else has. The platform's `randomUUID` is missing in a mail's document, and where pages come without TLS. */
export function randomKey(): string {
  return hexOf(crypto.getRandomValues(new Uint8Array(16)))
}

/** The same as a UUID (RFC 9562, version 4), for what the server keeps under the number that it is given. */
export function randomId(): string {
  const key = randomKey()
  return `${key.slice(0, 8)}-${key.slice(8, 12)}-4${key.slice(13, 16)}-a${key.slice(17, 20)}-${key.slice(20)}`
}
