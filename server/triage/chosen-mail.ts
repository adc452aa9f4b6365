import type { Query, Statement } from '../database/work.ts'
import { Refusal } from '../refusal.ts'

/** How much of a sender's mail is treated in one request; the caller asks again for the rest. */
const AT_ONCE = 100

/** Mail named one by one, or all that I decide about from a sender or a domain. */
export interface Choice {
  ids?: string[]
  sender?: string
  domain?: string
}

/** The mails meant, and how many more were meant than are named. */
export interface Chosen {
  ids: string[]
  left: number
}

const triageChosen: Statement = {
  name: 'triage-chosen',
  text: 'select id, total from triage_chosen($1, $2, $3, $4, $5)',
}

/** The ids that a request means; refuses one that names them in two ways or in none. */
export async function chosenMail(
  query: Query,
  { ids, sender, domain }: Choice,
  from: { state: 'open' | 'left-out'; readable: boolean },
): Promise<Chosen> {
  if ([ids, sender, domain].filter(way => way !== undefined).length !== 1) throw new Refusal('invalid', ['ids'])
  if (ids) return { ids: [...new Set(ids)], left: 0 }
  const rows = await query<{ id: string; total: number }>(triageChosen, [
    from.state,
    sender?.toLowerCase() ?? null,
    domain?.toLowerCase() ?? null,
    from.readable,
    AT_ONCE,
  ])
  return { ids: rows.map(row => row.id), left: (rows[0]?.total ?? 0) - rows.length }
}
