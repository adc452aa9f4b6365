import type {
  AddressFact,
  Candidates,
  MessageFacts,
  NumberFact,
  ThreadFact,
} from '../../../server/filing/decide/facts.ts'
import { type Decision, decideFiling } from '../../../server/filing/decide-filing.ts'

/** A mail from Jan of K to us, about which nothing else is known. */
export const mail: MessageFacts = {
  sender: 'jan@k.pl',
  participants: ['jan@k.pl', 'my@nasza.pl'],
  references: [],
  direction: 'in',
  isOwnersOwn: false,
  autoKind: null,
  trust: { trust: 'none', why: 'no-verdict' },
  subject: { cases: [], taxIds: [] },
  text: { cases: [], taxIds: [] },
}

/** A company that knows nobody but itself. */
export const nothing: Candidates = {
  me: 'my@nasza.pl',
  own: ['my@nasza.pl'],
  filed: [],
  never: [],
  threads: [],
  addresses: [],
}

/** An address or domain of a contractor. */
export function address(value: string, contractorId: string, openCases: AddressFact['openCases'] = []): AddressFact {
  return { value, isDomain: !value.includes('@'), contractorId, visible: true, held: true, openCases }
}

/** Our mail `nasz` to Jan, filed in case S of K. */
export const thread: ThreadFact = {
  messageId: 'nasz',
  contractorId: 'K',
  caseId: 'S',
  caseReference: '2026/0001',
  caseClosed: false,
  sentByUs: true,
  hasSender: true,
  parties: ['jan@k.pl'],
  visible: true,
}

/** Case S of K. */
export const number: NumberFact = {
  reference: '2026/0001',
  caseId: 'S',
  contractorIds: ['K'],
  closed: false,
  visible: true,
}

/** Decides about that mail, changed so, with that known. */
export function decide(message: Partial<MessageFacts>, known: Partial<Candidates>): Decision {
  return decideFiling({ ...mail, ...message }, { ...nothing, ...known })
}

/** `file K/S:thread L:domain`, `triage unknown-sender`, `suggest K/S:thread? to-confirm`. */
export function written({ action, targets, suggestions, reason }: Decision): string {
  const places = targets.map(placeOf)
  const asked = action === 'suggest' ? suggestions.map(target => `${placeOf(target)}?`) : []
  return [action, ...places, ...asked, reason].filter(Boolean).join(' ')
}

function placeOf({ contractorId, caseId, method }: Decision['targets'][number]): string {
  return `${contractorId}${caseId ? `/${caseId}` : ''}:${method}`
}
