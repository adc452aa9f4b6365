import { MailboxTrouble } from '../mailbox/mailbox-trouble.ts'

/** The body, or null when it is longer. A connection that breaks in the middle is trouble, never a short message. */
export async function readUpTo(response: Response, most: number): Promise<Uint8Array | null> {
  const parts: Uint8Array[] = []
  let size = 0
  const announced = Number(response.headers.get('content-length') ?? Number.NaN)
  try {
    for await (const part of response.body ?? []) {
      size += part.byteLength
      if (size > most) return null
      parts.push(part)
    }
  } catch (error) {
    throw new MailboxTrouble('connection-lost', error)
  }
  const isPacked = response.headers.has('content-encoding')
  if (!isPacked && Number.isFinite(announced) && announced !== size) throw new MailboxTrouble('connection-lost')
  return Buffer.concat(parts)
}
