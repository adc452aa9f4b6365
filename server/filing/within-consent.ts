import type { Query, Statement } from '../database/work.ts'
import type { Arrival, Stored } from '../message/store-message.ts'
import type { Candidates } from './decide/facts.ts'
import type { Decision, Target } from './decide-filing.ts'
import type { Decided } from './decide-message.ts'

/** Which mail of a mailbox is filed by itself. */
export type ConsentedFiles = 'all' | 'received' | 'sent' | 'nothing'

const mailboxFiles: Statement = { name: 'mailbox-files', text: 'select files from mailbox where id = $1' }

/** What the owner of the mailbox consents to; a mailbox that is gone took its consent along. Mail by other doors is meant to be filed. */
export async function readConsentedFiles(
  query: Query,
  { mailboxId }: Pick<Arrival, 'mailboxId'>,
): Promise<ConsentedFiles> {
  if (!mailboxId) return 'all'
  const [row] = await query<{ files: ConsentedFiles }>(mailboxFiles, [mailboxId])
  return row?.files ?? 'nothing'
}

/** A decision as far as it may be carried out: without consent a mail waits, except where it lies already. */
export function withinConsent(
  decided: Decided,
  files: ConsentedFiles,
  direction: Stored['direction'],
  { filed }: Pick<Candidates, 'filed'>,
): Decided {
  if (mayFile(files, direction)) return decided
  return { ...decided, decision: withheld(decided.decision, filed), apparent: withheld(decided.apparent, filed) }
}

function mayFile(files: ConsentedFiles, direction: Stored['direction']): boolean {
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
