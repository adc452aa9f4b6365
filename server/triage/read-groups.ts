import type { TriageGroup } from '../../shared/triage.ts'
import { readPatterns } from '../case-file/references.ts'
import type { Query, Statement } from '../database/work.ts'
import type { Candidates, Target } from '../filing/decide-filing.ts'
import { factsParameters } from '../filing/filing-facts.ts'
import { findNumbers } from '../filing/find-numbers.ts'
import { pageOf, readCursor } from '../list/cursor.ts'
import type { Names } from '../lookup/facts-and-file.ts'
import { forwardedIn } from '../lookup/forwarded-of.ts'
import { named } from '../lookup/look-up.ts'
import { suggest } from '../lookup/suggest.ts'

const MOST_SUGGESTIONS = 3

interface GroupRow extends Omit<TriageGroup, 'suggestions'> {
  sender: string
  inReplyTo: string | null
  participants: string[]
  refs: string[]
}

const triageGroups: Statement = {
  name: 'triage-groups',
  text: `select id, key, amount, iso(occurred_at) as "occurredAt", reasons, subject, name, sender, in_reply_to as "inReplyTo", participants, refs, mailboxes
           from triage_groups($1, $2, $3, $4, $5)`,
}
const groupFacts: Statement = { name: 'group-facts', text: 'select filing_facts($1, $2, $3, $4) as facts' }
const placeNames: Statement = { name: 'place-names', text: 'select pane_file(null, $1, $2) as names' }

/** Mail that waits for my decision (or was left out) by sender or domain, with the places that fit the newest of each. */
export async function readTriageGroups(
  query: Query,
  filter: { by?: 'sender' | 'domain'; state?: 'open' | 'left-out'; limit?: number; cursor?: string },
) {
  const limit = filter.limit ?? 50
  const before = readCursor(filter.cursor)
  const parameters = [filter.state ?? 'open', filter.by ?? 'sender', before.at, before.id, limit + 1]
  const { items, next } = pageOf(await query<GroupRow>(triageGroups, parameters), limit, row => row.occurredAt)
  const patterns = await readPatterns(query)
  const targets: Target[][] = []
  for (const row of items) targets.push(await targetsOf(query, row, patterns))
  const names = await namesOf(query, targets.flat())
  return {
    items: items.map((row, index): TriageGroup => ({ ...row, suggestions: named(targets[index] ?? [], names) })),
    next,
  }
}

/** The same rule that suggests in the pane, asked about a stored mail. */
async function targetsOf(query: Query, row: GroupRow, patterns: string[]): Promise<Target[]> {
  const forwarded = await forwardedIn(query, row.id, row.subject)
  const asked = [...row.participants, ...forwarded.map(({ address }) => address)]
  const question = { participants: asked, references: row.refs, sender: row.sender, storedId: null }
  const [answer] = await query<{ facts: Candidates }>(groupFacts, factsParameters(question))
  if (!answer) throw new Error('filing_facts answers always')
  const { facts } = answer
  const all = [...new Set([row.sender, ...row.participants])].filter(address => address !== '')
  const others = all.filter(address => !facts.own.includes(address))
  const participants = others.map(address => ({ address, name: '' }))
  const references = [...new Set([...(row.inReplyTo ? [row.inReplyTo] : []), ...row.refs.toReversed()])]
  const first = forwarded.filter(({ address }) => !facts.own.includes(address))
  const subject = findNumbers(row.subject, patterns)
  const mail = { participants, forwarded: first, references, sender: row.sender, subject }
  return suggest(mail, facts).slice(0, MOST_SUGGESTIONS)
}

async function namesOf(query: Query, targets: Target[]): Promise<Names> {
  const none = { contractors: [], cases: [] }
  if (targets.length === 0) return none
  const contractors = targets.map(target => target.contractorId)
  const [row] = await query<{ names: Names }>(placeNames, [contractors, targets.map(target => target.caseId)])
  return row?.names ?? none
}
