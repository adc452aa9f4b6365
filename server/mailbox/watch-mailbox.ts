import type { ImapFlow } from 'imapflow'
import { type Bell, hangBell } from './bell.ts'
import { catchUp } from './catch-up.ts'
import { chooseFolders } from './choose-folders.ts'
import { connect, leave } from './connect.ts'
import type { Door } from './door.ts'
import type { FolderPlace } from './folder-place.ts'
import { MailboxTrouble, readingTrouble } from './mailbox-trouble.ts'
import { markFiled } from './mark-filed.ts'
import { readSettings } from './read-settings.ts'
import { dueAgain } from './settle-group.ts'
import { showState } from './show-state.ts'

/** Afterwards it signs in afresh: folders may have been added, and a password that was changed shall not serve for ever. */
const SESSION_MS = 3_600_000
/** A command that is still under way when it is time to stop has this long. */
const LAST_WORD_MS = 3_000

/** One session with a mail server: reads all watched folders to their end, then stores what arrives as it arrives. */
export async function watchMailbox(door: Door, onLive: () => void) {
  const settings = await readSettings(door)
  const client = await connect(settings, door.signal)
  const bell = hangBell()
  const passOn = door.bell.passTo(bell)
  const hangUp = () => setTimeout(() => client.close(), LAST_WORD_MS).unref()
  door.signal.addEventListener('abort', hangUp)
  client.on('exists', bell.ring)
  client.on('close', bell.ring)
  try {
    const { folders, isMissing } = await chooseFolders(client, settings.folders)
    const settled = new Map<string, FolderPlace>()
    const end = performance.now() + SESSION_MS
    while (!door.signal.aborted && performance.now() < end) {
      // First, because the folder that is listened to is opened last.
      await markFiled(door, client)
      const isRefused = await lookAtAll(door, client, folders, settings.since, settled)
      await showState(door, 'live', isMissing || isRefused ? 'folder-missing' : null)
      onLive()
      await listen(door, client, bell)
    }
  } catch (error) {
    throw readingTrouble(error, client.usable)
  } finally {
    passOn()
    door.signal.removeEventListener('abort', hangUp)
    await leave(client)
  }
}

/**
 * The last folder stays open and is listened to; of the others one question tells whether a look is worth it. Answers
 * whether one of them could not be opened.
 */
async function lookAtAll(
  door: Door,
  client: ImapFlow,
  folders: string[],
  since: string,
  settled: Map<string, FolderPlace>,
): Promise<boolean> {
  const last = folders.at(-1)
  let isRefused = false
  for (const folder of folders) {
    try {
      if (folder !== last && !(await hasNews(door, client, settled.get(folder)))) continue
      settled.set(folder, await catchUp(door, client, folder, since))
    } catch (error) {
      const isOnlyThis = error instanceof MailboxTrouble && error.code === 'folder-missing'
      if (!isOnlyThis || folder === last) throw error
      settled.delete(folder)
      isRefused = true
    }
  }
  return isRefused
}

async function hasNews(door: Door, client: ImapFlow, before: FolderPlace | undefined): Promise<boolean> {
  if (!before) return true
  // What may not be asked about any more is opened, which tells why.
  const now = await client.status(before.folder, { uidNext: true, uidValidity: true }).catch(() => null)
  if (!now || String(now.uidValidity) !== before.uidValidity || now.uidNext !== before.uidNext) return true
  return (await dueAgain(door, before.folder)).length > 0
}

/** Waits in IDLE until the server has news, somebody asks for a look, or it is time for one anyhow. */
async function listen(door: Door, client: ImapFlow, bell: Bell) {
  const idling = client.idle().catch(() => false)
  await bell.heard(door.pace.lookMs)
  if (door.signal.aborted) return
  if (!client.usable) throw new MailboxTrouble('connection-lost')
  await client.noop()
  await idling
}
