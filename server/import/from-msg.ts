import { msgSource } from '../mail/msg-source.ts'
import { Unparsable } from '../mail/parse-pool.ts'
import type { Found } from './found.ts'

/** The message that Outlook saved in these bytes; a broken one is an answer. */
export async function fromMsg(where: string, bytes: number, origin: Uint8Array): Promise<Found> {
  try {
    return { where, bytes, source: await msgSource(origin), origin }
  } catch (error) {
    if (error instanceof Unparsable)
      return { where, bytes, refused: error.reason === 'crash' ? 'msg-broken' : `msg-${error.reason}` }
    throw error
  }
}
