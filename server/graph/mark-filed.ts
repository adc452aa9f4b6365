import { everyFiledCategory, filedCategories } from '../../shared/filed-mark.ts'
import { readMe } from '../identity/session.ts'
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

/**
 * Gives the category that the add-in gives too to the copies whose owner sees them filed, and takes it from the others; all
 * other categories stay.
 */
export async function markFiledThere(door: Door, graph: GraphClient, { user }: GraphSettings) {
  await checkMarks(door)
  let name: string | null = null
  for (let due = await dueMarks(door); due.length > 0; due = await dueMarks(door))
    for (const [at, mark] of due.entries()) {
      if (door.signal.aborted) return
      name ??= filedCategories[(await door.work(readMe)).language]
      try {
        const link = `/v1.0/users/${encodeURIComponent(user)}/messages/${encodeURIComponent(idOf(mark))}`
        await markOne(graph, link, mark.wanted ? name : null)
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

/** With a name the mail bears it afterwards, or the same in another language; without one it bears none of them. */
async function markOne(graph: GraphClient, link: string, name: string | null) {
  const response = await graph.ask('GET', `${link}?$select=categories`)
  // Gone from there, it needs no mark.
  if (!response.ok) return
  const { categories } = (await response.json()) as { categories?: unknown }
  const present = Array.isArray(categories) ? categories.filter(one => typeof one === 'string') : []
  const others = present.filter(one => !everyFiledCategory.includes(one))
  const known = present.filter(one => (Object.values(filedCategories) as string[]).includes(one))
  const next = name === null ? others : [...others, ...(known.length > 0 ? known : [name])]
  if (next.length === present.length && next.every(one => present.includes(one))) return
  await graph.ask('PATCH', link, { categories: next })
}

function idOf({ remote_id: remoteId }: DueMark): string {
  return remoteId.slice(remoteId.indexOf('/') + 1)
}
