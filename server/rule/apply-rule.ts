import type { RuleOutcome } from '../../shared/rule.ts'
import type { Query } from '../database/work.ts'
import type { Decision } from '../filing/decide-filing.ts'
import { fileDecided, putTriage } from '../filing/file-decided.ts'
import type { House } from '../http/app-type.ts'
import { parseSource, Unparsable } from '../mail/parse-source.ts'
import type { ParsedMessage } from '../mail/parsed-message.ts'
import { asRefusal } from '../refusal-of.ts'
import type { KnownRule } from './read-rules.ts'
import { holdRuleMail, moveByRule } from './rule.sql.ts'
import { markRule } from './rule-hit.ts'
import { outcomeOf } from './rule-outcome.ts'
import type { StoredMail } from './stored-mail.ts'

const passedOver = new Set<string>(['not-found', 'case-closed', 'on-hold', 'not-allowed'])

/**
 * Does with one mail what the rule says, in one transaction that looks again how the mail lies and whether the rule
 * still applies. Answers what was done, or why nothing was.
 */
export async function applyRule(house: House, user: string, rule: KnownRule, mail: StoredMail): Promise<RuleOutcome> {
  const parsed = rule.action === 'file' && mail.filings.length === 0 ? await readSource(house, mail) : null
  try {
    return await house.database.intake(user, query => applyNow(query, rule, mail.id, parsed, house.now()))
  } catch (error) {
    // Closed, held or hidden since, or the mail is gone, or only lent to the reader: this one mail stays as it is.
    const { code } = asRefusal(error as Error)
    if (!passedOver.has(code)) throw error
    return 'no-match'
  }
}

async function applyNow(
  query: Query,
  rule: KnownRule,
  messageId: string,
  parsed: ParsedMessage | null,
  now: Date,
): Promise<RuleOutcome> {
  const [row] = await query<{ held: { mail: StoredMail; applies: boolean } }>(holdRuleMail, [messageId, rule.versionId])
  if (!row?.held.applies) return 'no-match'
  const { mail } = row.held
  const outcome = outcomeOf(rule, mail)
  if (outcome === 'leave-out') await query(putTriage, [mail.id, 'left-out', 'rule', mail.sentAt ?? now])
  else if (outcome === 'move') await moveAll(query, rule, mail)
  else if (outcome !== 'file') return outcome
  // Taken out of its file since it was looked at, it is filed by the next run.
  else if (parsed === null) return 'no-match'
  else await file(query, rule, mail, parsed, now)
  await query(markRule, [mail.id, rule.versionId])
  return outcome
}

async function moveAll(query: Query, { contractorId, caseId }: KnownRule, { filings }: StoredMail) {
  for (const itemId of new Set(filings.map(filing => filing.itemId)))
    await query(moveByRule, [itemId, contractorId, caseId])
}

async function file(query: Query, rule: KnownRule, mail: StoredMail, parsed: ParsedMessage, now: Date) {
  const { contractorId, caseId, name } = rule
  if (!contractorId || !mail.hash) return
  const target = { contractorId, caseId, method: 'rule' as const, evidence: name, score: 1 }
  const decision: Decision = { action: 'file', targets: [target], suggestions: [], reason: null }
  const arrival = { door: mail.copies[0]?.door ?? 'push', sourceHash: mail.hash, sourceSize: 0 } as const
  await fileDecided(query, mail, parsed, { decision, apparent: decision, trust: null }, { arrival, byHand: false, now })
}

async function readSource({ blobs }: House, { hash }: StoredMail): Promise<ParsedMessage | null> {
  if (!hash) return null
  try {
    return await parseSource(await blobs.read(hash))
  } catch (error) {
    if (error instanceof Unparsable) return null
    throw error
  }
}
