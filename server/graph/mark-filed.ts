import type { Door } from '../mailbox/door.ts'
import {
  checkMarks,
  type DueMark,
  dueMarks,
  putOffMarks,
  settleMarks,
  showMarkTrouble,
} from '../mailbox/filed-marks.ts'
import { MailboxTrouble } from '../mailbox/mailbox-trouble.ts'
import type { GraphClient } from './graph-client.ts'
import type { GraphSettings } from './read-settings.ts'

/** The category that a filed mail bears in Outlook. */
export const FILED_CATEGORY = 'Lupa'

/** Gives the category to the copies whose owner sees them filed, and takes it from the others; all other categories stay. */
export async function markFiledThere(door: Door, graph: GraphClient, { user }: GraphSettings) {
  await checkMarks(door)
  for (let due = await dueMarks(door); due.length > 0; due = await dueMarks(door))
    for (const [at, mark] of due.entries()) {
      if (door.signal.aborted) return
      try {
        await markOne(graph, `/v1.0/users/${encodeURIComponent(user)}/messages/${encodeURIComponent(idOf(mark))}`, mark)
        await settleMarks(door, [mark])
        if (at === 0) await showMarkTrouble(door, null)
      } catch (error) {
        if (!(error instanceof MailboxTrouble) || error.code !== 'access-denied') throw error
        // The application may read and not write; mail is read all the same.
        await putOffMarks(door, due.slice(at))
        await showMarkTrouble(door, 'marks-denied')
        return
      }
    }
}

async function markOne(graph: GraphClient, link: string, { wanted }: DueMark) {
  const response = await graph.ask('GET', `${link}?$select=categories`)
  // Gone from there, it needs no mark.
  if (!response.ok) return
  const { categories } = (await response.json()) as { categories?: unknown }
  const present = Array.isArray(categories) ? categories.filter(one => typeof one === 'string') : []
  if (present.includes(FILED_CATEGORY) === wanted) return
  const others = present.filter(one => one !== FILED_CATEGORY)
  await graph.ask('PATCH', link, { categories: wanted ? [...others, FILED_CATEGORY] : others })
}

function idOf({ remote_id: remoteId }: DueMark): string {
  return remoteId.slice(remoteId.indexOf('/') + 1)
}
