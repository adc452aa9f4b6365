import type { ImapFlow } from 'imapflow'
import { LONGEST_MESSAGE } from '../../shared/message.ts'
import type { Door } from './door.ts'
import { type FetchedGroup, fetchGroup, measure } from './fetch-group.ts'
import { completePlace, type FolderPlace, openPlace, showRemaining, showWaiting } from './folder-place.ts'
import { MailboxTrouble } from './mailbox-trouble.ts'
import { dueAgain, settleGroup } from './settle-group.ts'
import { showState } from './show-state.ts'
import { takeGroup } from './take-group.ts'

const MEASURED_AT_ONCE = 200
const GROUP_MESSAGES = 25
const GROUP_BYTES = 2 * 1024 * 1024

/** Reads a folder up to its present end, oldest first, then what failed before. Answers where it stood when it was opened. */
export async function catchUp(door: Door, client: ImapFlow, folder: string, since: string): Promise<FolderPlace> {
  const before = client.mailbox
  const lock = await open(client, folder)
  try {
    const place = presentPlace(client, folder, { isFresh: client.mailbox !== before })
    const cursor = await openPlace(door, place)
    const uids = await search(client, cursor.lastUid, since)
    if (uids.length > 0) await showRemaining(door, folder, uids.length, uids.at(-1) ?? 0)
    if (uids.length > 0 && !cursor.complete) await showState(door, 'backfill')
    for (let at = 0; at < uids.length; at += MEASURED_AT_ONCE) {
      await showWaiting(door, folder, await arrivalOf(client, uids[at] ?? 0))
      await takeSlice(door, client, place, uids.slice(at, at + MEASURED_AT_ONCE), { isAgain: false })
    }
    for (const uid of await dueAgain(door, folder)) await takeSlice(door, client, place, [uid], { isAgain: true })
    await completePlace(door, place)
    return place
  } finally {
    lock.release()
  }
}

/** A folder that somebody shares may be seen and not read, or be gone since it was listed; the others are read all the same. */
async function open(client: ImapFlow, folder: string) {
  try {
    return await client.getMailboxLock(folder, { readOnly: true })
  } catch (error) {
    if ((error as { responseStatus?: string }).responseStatus === 'NO')
      throw new MailboxTrouble('folder-missing', error)
    throw error
  }
}

/** The next UID is known only from opening a folder; one that stayed open has moved on since. */
function presentPlace({ mailbox }: ImapFlow, folder: string, { isFresh }: { isFresh: boolean }): FolderPlace {
  if (!mailbox) throw new MailboxTrouble('connection-lost')
  return { folder, uidValidity: String(mailbox.uidValidity), uidNext: (isFresh && mailbox.uidNext) || null }
}

/** What is behind the cursor. `n:*` always names the last message, also when it is older. */
async function search(client: ImapFlow, lastUid: number, since: string): Promise<number[]> {
  const found = await client.search({ uid: `${lastUid + 1}:*`, since: new Date(since) }, { uid: true })
  if (!found) throw new MailboxTrouble('server-refused')
  return found.filter(uid => uid > lastUid).toSorted((one, other) => one - other)
}

/** When a message came to the server; null when it is gone meanwhile, or the server does not say. */
async function arrivalOf(client: ImapFlow, uid: number): Promise<Date | null> {
  const found = await client.fetchOne(String(uid), { internalDate: true }, { uid: true })
  const at = found ? new Date(found.internalDate ?? Number.NaN) : null
  return at && Number.isFinite(at.getTime()) ? at : null
}

async function takeSlice(
  door: Door,
  client: ImapFlow,
  place: FolderPlace,
  uids: number[],
  { isAgain }: { isAgain: boolean },
) {
  const sizes = await measure(client, uids)
  for (const group of inGroups(uids, sizes)) {
    if (door.signal.aborted) throw new MailboxTrouble('gone')
    const tooLarge = group.filter(uid => (sizes.get(uid) ?? 0) > LONGEST_MESSAGE)
    const gone = group.filter(uid => !sizes.has(uid))
    const wanted = group.filter(uid => !tooLarge.includes(uid) && !gone.includes(uid))
    const fetched = wanted.length > 0 ? await fetchGroup(client, wanted, sizes) : nothing
    if (door.signal.aborted) throw new MailboxTrouble('gone')
    const settled = await takeGroup(door, place, fetched)
    settled.gone.push(...gone)
    settled.failed.push(...tooLarge.map(uid => ({ uid, reason: 'too-large' })))
    const end = door.signal.aborted ? settled.upTo : (fetched.brokenAt ?? group.at(-1) ?? null)
    await settleGroup(door, place, { ...settled, upTo: isAgain ? null : end })
    if (fetched.brokenAt !== null) throw new MailboxTrouble('connection-lost')
  }
}

const nothing: FetchedGroup = { messages: [], failed: [], brokenAt: null }

/** Groups that are fetched in one go and fit into memory many times over. */
function inGroups(uids: number[], sizes: Map<number, number>): number[][] {
  const groups: number[][] = []
  let bytes = 0
  for (const uid of uids) {
    const size = sizes.get(uid) ?? 0
    const last = groups.at(-1)
    if (last && last.length < GROUP_MESSAGES && bytes + size <= GROUP_BYTES) {
      last.push(uid)
      bytes += size
    } else {
      groups.push([uid])
      bytes = size
    }
  }
  return groups
}
