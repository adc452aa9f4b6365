/** A key that nobody else has. The platform's `randomUUID` is missing in a mail's document, and where pages come without TLS. */
export function randomKey(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))].map(byte => byte.toString(16).padStart(2, '0')).join('')
}
