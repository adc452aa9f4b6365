import type { Query, Statement } from '../database/work.ts'
import type { Arrival, Stored } from '../message/store-message.ts'
import type { Candidates } from './decide/facts.ts'
import type { Decision, Target } from './decide-filing.ts'
import type { Decided } from './decide-message.ts'

/** Which mail of a mailbox is filed by itself. */
export type ConsentedFiles = 'all' | 'received' | 'sent' | 'nothing'

/** Under whose word a mail is filed by itself: which mail, and for which mailbox (none: nobody says who sees it, or when). */
export interface Consent {
  files: ConsentedFiles
  mailboxId: string | null
}

/** The consent for a mailbox of somebody in a mail. */
interface Said {
  mailboxId: string
  files: ConsentedFiles
  isMine: boolean
  /** Others see it at once. */
  isOpen: boolean
}

const mailboxFiles: Statement = { name: 'mailbox-files', text: 'select files from mailbox where id = $1' }
const consentsOf: Statement = {
  name: 'consents-of',
  text: `
    select mailbox_id as "mailboxId", files, is_mine as "isMine", is_open as "isOpen" from consents_of($1) with ordinality
     order by ordinality`,
}

/**
 * What the owner of the mailbox consents to; a mailbox that is gone took its consent along. A mail of the journal comes by
 * no mailbox, but it is that of people who have some. What somebody hands in himself is meant to be filed.
 */
export async function readConsent(
  query: Query,
  { mailboxId, people }: Pick<Arrival, 'mailboxId' | 'people'>,
  direction: Stored['direction'],
): Promise<Consent> {
  if (mailboxId) {
    const [row] = await query<{ files: ConsentedFiles }>(mailboxFiles, [mailboxId])
    return { files: row?.files ?? 'nothing', mailboxId }
  }
  return people ? strictest(await query<Said>(consentsOf, [people]), direction) : unasked
}

const unasked: Consent = { files: 'all', mailboxId: null }

/**
 * A journalled copy is filed as if it had come by its owner's own mailbox, that which shows least of several. Somebody
 * without one opens nothing that a colleague in the same mail keeps back.
 */
function strictest(said: Said[], direction: Stored['direction']): Consent {
  const mine = said.filter(({ isMine }) => isMine)
  const own = mine.find(({ files }) => !mayFile(files, direction)) ?? mine[0]
  if (own) return { files: own.files, mailboxId: own.mailboxId }
  const isKept = said.some(({ files, isOpen }) => !isOpen || !mayFile(files, direction))
  return isKept ? { files: 'nothing', mailboxId: null } : unasked
}

/** A decision as far as it may be carried out: without consent a mail waits, except where it lies already. */
export function withinConsent(
  decided: Decided,
  { files }: Pick<Consent, 'files'>,
  direction: Stored['direction'],
  { filed }: Pick<Candidates, 'filed'>,
): Decided {
  if (mayFile(files, direction)) return decided
  return { ...decided, decision: withheld(decided.decision, filed), apparent: withheld(decided.apparent, filed) }
}

/** Whether mail that goes this way is filed by itself. */
export function mayFile(files: ConsentedFiles, direction: Stored['direction']): boolean {
  if (files === 'all' || files === 'nothing') return files === 'all'
  return direction === (files === 'received' ? 'in' : 'out')
}

function withheld(decision: Decision, filed: Candidates['filed']): Decision {
  if (decision.action !== 'file') return decision
  const liesAt = (target: Target) =>
    filed.some(({ contractorId, caseId }) => contractorId === target.contractorId && caseId === target.caseId)
  const targets = decision.targets.filter(liesAt)
  if (targets.length > 0) return { ...decision, targets }
  const suggestions = [...decision.targets, ...decision.suggestions]
  return { action: 'suggest', targets, suggestions, reason: 'not-consented' }
}
