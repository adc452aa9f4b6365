import { msgSource } from '../mail/msg-source.ts'
import { Unparsable } from '../mail/parse-source.ts'
import { Refusal } from '../refusal.ts'

/** How the files begin that Outlook saves a mail in (an OLE compound file). */
const OLE = Buffer.from('d0cf11e0a1b11ae1', 'hex')

/** A message as it was handed in: its source, and the .msg that the source was made from. */
export interface HandedIn {
  source: Uint8Array
  origin: Uint8Array | null
}

/** Reads a body: a message as it travelled, or one that Outlook saved as .msg. */
export async function sourceIn(body: Uint8Array | null): Promise<HandedIn> {
  if (!body?.byteLength) throw new Refusal('invalid', ['body'])
  if (!OLE.equals(body.subarray(0, OLE.byteLength))) return { source: body, origin: null }
  try {
    return { source: await msgSource(body), origin: body }
  } catch (error) {
    throw error instanceof Unparsable && error.reason !== 'stopped' ? new Refusal('not-processable') : error
  }
}
