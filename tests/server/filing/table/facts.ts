import type { Candidates, HistoryFact, MessageFacts, RuleHit } from '../../../../server/filing/decide/facts.ts'
import { address, thread } from '../filing-table.ts'

/** A line of the table: what differs from Jan's mail, what the company knows → what becomes of it. */
export type Case = [name: string, message: Partial<MessageFacts>, known: Partial<Candidates>, expected: string]

/** Names that the tables of this folder share. */
export const pass = { trust: 'pass', why: 'dmarc-pass' } as const
export const none = { trust: 'none', why: 'no-verdict' } as const
export const doubtful = { trust: 'fail', why: 'doubtful-sender' } as const
export const failed = { trust: 'fail', why: 'failed-check' } as const
export const lookAlike = { trust: 'fail', why: 'look-alike' } as const

export const byAddress = [address('jan@k.pl', 'K')]
export const byDomain = [address('k.pl', 'K')]
export const shared = [address('jan@k.pl', 'K'), address('jan@k.pl', 'L')]
export const withCase = [address('jan@k.pl', 'K', [{ id: 'S', reference: '2026/0001' }])]
export const ours: Partial<MessageFacts> = {
  isOwnersOwn: true,
  direction: 'out',
  sender: 'my@nasza.pl',
  participants: ['my@nasza.pl', 'jan@k.pl'],
}
export const oursToStranger = { ...ours, participants: ['my@nasza.pl', 'obcy@x.pl'] }
export const names = (...cases: string[]) => ({ cases, taxIds: [] })
export const nips = (...taxIds: string[]) => ({ cases: [], taxIds })
export const nip = { nip: '5213017228', contractorId: 'K', visible: true, held: true }
export const chosen = { ...thread, byHand: true }
export const chosenFile = { ...chosen, caseId: null, caseReference: null }
export const theirs = { ...thread, messageId: 'ich', caseId: 'T', caseReference: '2026/0002', sentByUs: false }
export const rule: RuleHit = {
  ruleId: 'R',
  versionId: 'V',
  name: 'Faktury',
  action: 'file',
  contractorId: 'M',
  caseId: null,
  caseReference: null,
  visible: true,
}
export const ruleCase = { ...rule, caseId: 'U', caseReference: '2026/0009' }
export const leaveOut: RuleHit = { ...rule, action: 'leave-out', contractorId: null }
export const habit: HistoryFact = { contractorId: 'K', caseId: null, held: true, count: 8, total: 10 }
export const habitCase: HistoryFact = { ...habit, caseId: 'S' }
export const never = (...contractors: string[]) => ({ never: contractors })
export const hand = (contractorId: string, caseId: string | null = null) => ({
  filed: [{ contractorId, caseId, method: 'hand' as const, visible: true }],
})
