import type { FilingMethod } from '../../../shared/kind.ts'
import type { Verdict } from '../trust/judge-trust.ts'

/** What a text names: references of cases as we write them, and tax numbers whose digits add up. */
export interface Named {
  cases: string[]
  taxIds: string[]
  /** Numbers of documents by the word before them, which look like references of cases and sometimes are. */
  labels?: string[]
}

/** What a message says about itself, as far as the decision needs it. */
export interface MessageFacts {
  /** The address of the From header, lower case; empty when there is none. */
  sender: string
  /** What the From header calls him. */
  senderName?: string
  /** From, Sender, To, Cc and Bcc, lower case, in that order. */
  participants: string[]
  /** Those of them who stand in Cc only. */
  copied?: string[]
  /** The subject line, as far as it tells whether an answer is still about the same matter. */
  title?: string
  /** Message-IDs that it refers to: the answered one first, then back to the root. */
  references: string[]
  direction: 'in' | 'out' | 'internal'
  /** Handed in by the one who wrote it, so that nobody can have forged it. */
  isOwnersOwn: boolean
  autoKind: 'auto-reply' | 'bounce' | 'newsletter' | null
  trust: Verdict
  subject: Named
  /** Named in its own words, not in what it quotes. */
  text: Named
  /** From whom it was forwarded, as it says itself. */
  forwarded?: string[]
  /** Where answers are to go, lower case. */
  replyTo?: string[]
  /** Subject and own words, to look for what confirms a number. */
  words?: string
}

/** What the company knows that could concern the message; made by `filing_facts` and `named_facts` in the database. */
export interface Candidates {
  /** The address of the user whose mail it is. */
  me: string | null
  own: string[]
  filed: { contractorId: string; caseId: string | null; method: FilingMethod; visible: boolean }[]
  never: string[]
  threads: ThreadFact[]
  addresses: AddressFact[]
  /** Who has the addresses from which it was forwarded. */
  forwarded?: AddressFact[]
  /** Contractors that a person took an earlier mail of the thread out of. */
  neverInThread?: string[]
  numbers?: NumberFact[]
  taxIds?: TaxIdFact[]
  /** Those whom the named cases and tax numbers concern. */
  parties?: PartyFact[]
  history?: HistoryFact[]
  rule?: RuleHit | null
  blocked?: Blocked | null
  /** Domains that stand for no company by the administrators' word. */
  freeMail?: string[]
  /** The score from which mere likelihood files; null when it only suggests. */
  threshold?: number | null
}

/** A filing of a message that this one refers to. */
export interface ThreadFact {
  messageId: string
  /** The subject line of that message. */
  title?: string
  contractorId: string
  caseId: string | null
  caseReference: string | null
  caseClosed: boolean
  sentByUs: boolean
  /** Whether a person chose that place. */
  byHand?: boolean
  /** Whether the sender of this message took part in that one. */
  hasSender: boolean
  /** Whether anyone from outside took part in both. */
  hasOutsider?: boolean
  /** Addresses and domains of that contractor which take part in this message. */
  parties: string[]
  /** Whether the one whose mail it is may see that place. */
  visible: boolean
}

/** A contractor with an address or domain that takes part. */
export interface AddressFact {
  value: string
  isDomain: boolean
  contractorId: string
  /** Whether the one whose mail it is may see that contractor. */
  visible: boolean
  /** Whether he sees what lies in that file; who was let into a case of it only does not. */
  held: boolean
  openCases: { id: string; reference: string }[]
}

/** A case whose reference the message names, and everyone it concerns. */
export interface NumberFact {
  reference: string
  title?: string
  caseId: string
  contractorIds: string[]
  closed: boolean
  visible: boolean
}

/** A contractor whose tax number the message names. */
export interface TaxIdFact {
  nip: string
  contractorId: string
  visible: boolean
  held: boolean
}

/** What a contractor is known by, to tell who writes about him from who writes as if he were he. */
export interface PartyFact {
  contractorId: string
  name: string
  nip: string | null
  people: string[]
  /** Addresses and domains. */
  addresses: string[]
}

/** How many of the last filed mails with the same person lie in a place that the owner of this mail may see. */
export interface HistoryFact {
  contractorId: string
  caseId: string | null
  held: boolean
  count: number
  total: number
}

/** The first rule that fits the message, and what it wants. */
export interface RuleHit {
  ruleId: string
  versionId: string
  name: string
  action: 'file' | 'leave-out'
  contractorId: string | null
  caseId: string | null
  caseReference: string | null
  /** Whether the one whose mail it is may see that place. */
  visible: boolean
}

/** An address or domain that a user, or the company, wants no mail from. */
export interface Blocked {
  scope: 'personal' | 'company'
  value: string
}

/** A place for the message, and what it was decided on. */
export interface Target {
  contractorId: string
  caseId: string | null
  method: FilingMethod
  evidence: string
  score: number
}

/** A place that a step of the order found, and whether the step may file there or only suggest it. */
export interface Proposal extends Target {
  mayFile: boolean
  /** A person chose that place for an earlier mail of the thread. */
  isChosen?: true
}

/** Whether a message may do what the word of its sender asks: its writer handed it in, or our border vouches for him. */
export function isVouchedFor({ isOwnersOwn, trust }: MessageFacts): boolean {
  return isOwnersOwn || trust.trust === 'pass'
}
