import type { Received } from '../../shared/message.ts'
import { receiveMessage } from '../filing/receive-message.ts'
import type { House } from '../http/app-type.ts'
import { keepOrigin } from '../message/keep-origin.ts'
import { asRefusal } from '../refusal-of.ts'
import { hashOf } from '../storage/blob-store.ts'
import type { Found } from './found.ts'

/** What became of one message of an import. `known` was brought by the same user before. */
export type Imported =
  | { where: string; bytes: number; result: 'known' }
  | { where: string; bytes: number; result: 'refused'; reason: string }
  | { where: string; bytes: number; result: Received['action']; reason: string }

/** Takes one found message in, as a user. A bad one is an answer, never an end of the import. */
export async function importOne(house: House, userId: string, found: Found): Promise<Imported> {
  const { where, bytes } = found
  if ('refused' in found) return { where, bytes, result: 'refused', reason: found.refused }
  if (found.source.byteLength === 0) return { where, bytes, result: 'refused', reason: 'empty' }
  const isKnown = await knows(house, userId, found.source)
  const received = isKnown ? null : await receive(house, userId, found.source)
  if (received === 'person-erased') return { where, bytes, result: 'refused', reason: received }
  // Also for what is known: an import may have been stopped between the two.
  if (found.origin) await keepOrigin(house, userId, hashOf(found.source), found.origin)
  if (!received) return { where, bytes, result: 'known' }
  return { where, bytes, result: received.action, reason: received.reason ?? received.method ?? '' }
}

/** Takes it in, unless somebody in it was erased since. */
async function receive(house: House, userId: string, source: Uint8Array): Promise<Received | 'person-erased'> {
  try {
    return await receiveMessage(house, { userId, source, arrival: { door: 'import' } })
  } catch (error) {
    if (asRefusal(error as Error).code === 'person-erased') return 'person-erased'
    throw error
  }
}

/** So that an import that was stopped goes on where it was, at the speed of reading files. */
function knows(house: House, userId: string, source: Uint8Array): Promise<boolean> {
  const statement = {
    name: 'known-source',
    text: 'select 1 from message_copy where source_hash = $1 and owner_id = me() limit 1',
  }
  return house.database.read(userId, async query => (await query(statement, [hashOf(source)])).length > 0)
}
