import type { Door } from '../mailbox/door.ts'
import { MailboxTrouble } from '../mailbox/mailbox-trouble.ts'
import { showState } from '../mailbox/show-state.ts'
import { catchUpFolder } from './catch-up-folder.ts'
import { openGraph } from './graph-client.ts'
import { keepSubscribed } from './keep-subscribed.ts'
import { markFiledThere } from './mark-filed.ts'
import { readGraphSettings } from './read-settings.ts'

/** Settings are read afresh after so long: a secret that was changed shall not serve for ever. */
const SESSION_MS = 3_600_000
/** Notifications are a hint only: without one every folder is looked at this often. */
const QUIET_LOOK_MS = 900_000

/** Reads a mailbox of Microsoft 365 to its end, then what arrives: told by a notification, or at the next look. */
export async function watchGraph(door: Door, onLive: () => void) {
  const settings = await readGraphSettings(door)
  const graph = openGraph(door.house.config.microsoft, settings, door.signal)
  const end = performance.now() + SESSION_MS
  while (!door.signal.aborted && performance.now() < end) {
    // Subscribed first: what arrives during the look is told, or found by it.
    const isTold = await keepSubscribed(door, graph, settings)
    let isMissing = false
    for (const folder of settings.folders)
      isMissing = !(await catchUpFolder(door, graph, settings, folder)) || isMissing
    if (door.signal.aborted) throw new MailboxTrouble('gone')
    await showState(door, 'live', isMissing ? 'folder-missing' : null)
    onLive()
    const quiet = performance.now() + (isTold ? QUIET_LOOK_MS : 0)
    // Whatever Microsoft tells, marks are ours to give.
    do await markFiledThere(door, graph, settings)
    while (!(await door.bell.heard(door.pace.lookMs)) && performance.now() < quiet)
  }
}
