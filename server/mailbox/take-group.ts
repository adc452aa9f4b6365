import type { Door } from './door.ts'
import type { FetchedGroup } from './fetch-group.ts'
import type { FolderPlace } from './folder-place.ts'
import type { Settled } from './settle-group.ts'
import { takeMessage } from './take-message.ts'

/** While one message is parsed, another is flushed to disk and a third committed. */
const AT_ONCE = 3

/** Stores what was fetched, a few at once, oldest first. Told to stop, it finishes those it began and says how far it came. */
export async function takeGroup(door: Door, place: FolderPlace, { messages, failed }: FetchedGroup): Promise<Settled> {
  const settled: Settled = { upTo: null, stored: [], gone: [], failed: [...failed] }
  const left = [...messages]
  const takeNext = async () => {
    for (let message = left.shift(); message && !door.signal.aborted; message = left.shift()) {
      const { uid } = message
      const reason = await takeMessage(door, place, message)
      if (reason) settled.failed.push({ uid, reason })
      else settled.stored.push(uid)
      settled.upTo = Math.max(settled.upTo ?? 0, uid)
    }
  }
  const results = await Promise.allSettled(
    Array.from({ length: AT_ONCE }, () =>
      takeNext().catch((error: unknown) => {
        left.length = 0
        throw error
      }),
    ),
  )
  for (const result of results) if (result.status === 'rejected') throw result.reason
  return settled
}
