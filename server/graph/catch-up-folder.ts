import type { Door } from '../mailbox/door.ts'
import { MailboxTrouble } from '../mailbox/mailbox-trouble.ts'
import { showState } from '../mailbox/show-state.ts'
import { openFolder, type Place, settlePage } from './folder-state.ts'
import type { GraphClient } from './graph-client.ts'
import type { GraphSettings } from './read-settings.ts'
import { takeAgain } from './take-again.ts'
import { type Listed, takePage } from './take-page.ts'

/** One page of what changed in a folder. */
interface Page {
  value: Listed[]
  '@odata.nextLink'?: string
  '@odata.deltaLink'?: string
}

const FIELDS = 'id,receivedDateTime'

/**
 * Stores what is new in a folder since the last look, page by page: the link to the next page is kept only when all of
 * this one is stored, or stands among the failures. False when there is no such folder.
 */
export async function catchUpFolder(door: Door, graph: GraphClient, settings: GraphSettings, folder: string) {
  const place: Place = { folder, path: pathOf(settings.user) }
  const state = await openFolder(door, folder)
  if (!state.isComplete) await showState(door, 'backfill')
  let link = state.link ?? firstLink(place, settings.since)
  for (;;) {
    const response = await graph.ask('GET', link)
    if (response.status === 404) return false
    // Our place is forgotten there (SyncStateNotFound): from the beginning, which stores nothing twice.
    if (response.status === 410) {
      if (link === firstLink(place, settings.since)) throw new MailboxTrouble('server-refused')
      link = firstLink(place, settings.since)
      continue
    }
    const page = await readPage(response)
    const settled = await takePage(door, graph, place, page.value, settings.since)
    const next = page['@odata.nextLink'] ?? page['@odata.deltaLink']
    await settlePage(door, folder, settled, next ?? null, { isLast: page['@odata.nextLink'] === undefined })
    if (!page['@odata.nextLink']) break
    link = page['@odata.nextLink']
  }
  await takeAgain(door, graph, place)
  return true
}

function pathOf(user: string): string {
  return `/v1.0/users/${encodeURIComponent(user)}`
}

function firstLink({ path, folder }: Place, since: string): string {
  // The one filter that a delta of messages takes.
  const filter = encodeURIComponent(`receivedDateTime ge ${since}T00:00:00Z`)
  return `${path}/mailFolders/${encodeURIComponent(folder)}/messages/delta?changeType=created&$select=${FIELDS}&$filter=${filter}`
}

async function readPage(response: Response): Promise<Page> {
  const page: unknown = await response.json().catch(() => null)
  if (typeof page !== 'object' || page === null || !('value' in page) || !Array.isArray(page.value))
    throw new MailboxTrouble('server-refused')
  return page as Page
}
