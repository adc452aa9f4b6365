import type { RuleBody, RuleOutcome } from '../../shared/rule.ts'
import type { StoredMail } from './stored-mail.ts'

/** A rule that is tried; without an id while it is not saved. */
export type TriedRule = RuleBody & { id: string | null }

/**
 * What a rule does with a stored mail that it fits. It files what lies nowhere and moves what was filed by itself;
 * what a person decided, what another rule filed, and mail of doubtful senders it leaves as it is.
 */
export function outcomeOf(rule: TriedRule, mail: StoredMail): RuleOutcome {
  if (mail.unreadable) return 'no-match'
  if (mail.marks.includes('several-from') || mail.marks.includes('from-disagrees')) return 'doubtful'
  if (mail.filings.some(filing => filing.byHand)) return 'by-hand'
  return rule.action === 'leave-out' ? leavingOut(mail) : filing(rule, mail)
}

/** Only one's own mail that lies in no file can be left out: the files are everybody's. */
function leavingOut({ filings, copies, triage }: StoredMail): RuleOutcome {
  if (filings.length > 0 || copies.length === 0) return 'filed-already'
  return triage === 'left-out' ? 'done-already' : 'leave-out'
}

function filing({ id, contractorId, caseId }: TriedRule, { filings, never }: StoredMail): RuleOutcome {
  if (never.includes(contractorId ?? '')) return 'by-hand'
  if (filings.some(place => place.contractorId === contractorId && place.caseId === (caseId ?? null)))
    return 'done-already'
  if (filings.some(place => place.byRule && place.ruleId !== id)) return 'filed-already'
  return filings.length > 0 ? 'move' : 'file'
}
