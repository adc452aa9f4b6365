import type { Heads } from '../../shared/heads.ts'
import type { Timeline } from '../../shared/item.ts'
import type { Query, Statement } from '../database/work.ts'

/** Mostly the last few mails tell; of a one-sided correspondence so many pages are read. */
const FIRST_PAGE = 20
const PAGE = 200
const MOST_PAGES = 5

const writtenByPeople: Statement = {
  name: 'mails-of-people',
  text: 'select i.id from item i join message m on m.id = i.object_id where i.id = any($1) and m.auto_kind is null',
}

type PageOfMails = (wanted: { limit: number; cursor?: string }) => Promise<Timeline>

/**
 * Who owes an answer and since when: whoever got the last mail, since the first one after the last in the other direction.
 * What machines send (out of office, delivery reports, newsletters) neither answers nor waits for an answer.
 */
export async function waitingClock(query: Query, mails: PageOfMails): Promise<Heads['waiting']> {
  let waiting: (Heads['waiting'] & { kind: string }) | null = null
  let cursor: string | undefined
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const { items, next } = await mails({ limit: page === 0 ? FIRST_PAGE : PAGE, ...(cursor && { cursor }) })
    const byPeople = await query<{ id: string }>(writtenByPeople, [items.map(item => item.id)])
    const known = new Set(byPeople.map(row => row.id))
    for (const { id, kind, occurredAt } of items.filter(item => known.has(item.id))) {
      if (waiting && kind !== waiting.kind) return told(waiting)
      waiting = { kind, who: kind === 'mail-in' ? 'us' : 'them', since: occurredAt, itemId: id }
    }
    if (next === null) break
    cursor = next
  }
  return waiting && told(waiting)
}

function told({ who, since, itemId }: NonNullable<Heads['waiting']>): Heads['waiting'] {
  return { who, since, itemId }
}
