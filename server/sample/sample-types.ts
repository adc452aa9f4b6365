import type { RelationKind } from '../../shared/contractor-relation.ts'

/** The line of business a contractor is in; it decides which conversations we have with it. */
export type Trade = 'customer' | 'public' | 'supplier' | 'carrier' | 'office' | 'private' | 'foreign' | 'confidential'

/** Feminine or masculine, because Polish verbs and greetings depend on it. */
export type Gender = 'f' | 'm'

/** Teams of the sample company. */
export type GroupName = 'Sprzedaż' | 'Księgowość' | 'Serwis' | 'Zarząd'

/** Who may see a contractor or a case: everyone, or the members of one group. */
export type AudienceHint = 'everyone' | GroupName

/** A colleague who works in the sample company. */
export type SampleUser = {
  key: string
  name: string
  firstName: string
  gender: Gender
  email: string
  role: string
  phone: string
  isAdministrator: boolean
}

/** A team of colleagues; `members` are their e-mail addresses. */
export type SampleGroup = { name: GroupName; members: string[] }

/** A postal address as it stands on an invoice. */
type SampleAddress = { street: string; postalCode: string; city: string; country: string }

/** A company or private person that the sample company deals with. */
export type SampleContractor = {
  key: string
  name: string
  trade: Trade
  nip: string | null
  regon: string | null
  krs: string | null
  address: SampleAddress
  /** The city in the locative with its preposition, such as „w Poznaniu”. */
  cityIn: string
  phones: string[]
  /** The mail domain, or null for people with a free-mail address. */
  domain: string | null
  /** Addresses that belong to the contractor itself, such as `biuro@`. */
  emails: string[]
  audience: AudienceHint
  /** The e-mail address of the colleague who looks after this contractor. */
  manager: string
  language: 'pl' | 'en' | 'de'
  note: string | null
}

/** Two contractors that belong together, and what the second is to the first. */
export type SampleRelation = { contractorKey: string; relatedKey: string; kind: RelationKind }

/** A contact person of a contractor. */
export type SamplePerson = {
  key: string
  contractorKey: string
  name: string
  firstName: string
  gender: Gender
  role: string
  phone: string
  emails: string[]
}

/** One matter with a contractor; `closed` is null while it is open. */
export type SampleCase = {
  key: string
  title: string
  contractorKey: string
  opened: Date
  closed: Date | null
  audience: AudienceHint | null
  manager: string
}

/** What sort of mail it is; only `thread` mails belong into a contractor's file. */
export type SampleMailKind =
  | 'thread'
  | 'newsletter'
  | 'auto-reply'
  | 'internal'
  | 'spoof'
  | 'unknown-sender'
  | 'bounce'
  | 'private'

/** What makes a mail hard to place; most are ordinary conversations. */
export type SampleTheme =
  | 'conversation'
  | 'circular'
  | 'shared-domain'
  | 'new-employer'
  | 'accountant'
  | 'wrong-copy'
  | 'forward'
  | 'old-thread'
  | 'noise'
  | 'spoof'

/** Where a mail truly belongs, told by the story (who wrote about what) and never by its addresses. */
export type SampleTruth = {
  /** Empty when it belongs to none of the contractors. Any one of several is right. */
  places: { contractorKey: string; caseKey: string | null }[]
  /** How much of it could be found out from the facts in the mail and what happened before. */
  derivable: 'case' | 'contractor' | 'neither'
  /** What a careful colleague would want of a system. */
  wanted: 'file' | 'triage' | 'leave-out'
}

/** One mail as it travelled, with what is true about it. */
export type SampleMail = {
  key: string
  source: Uint8Array
  door: 'import' | 'push'
  /** The e-mail address of the colleague in whose mailbox it lies. */
  mailbox: string
  direction: 'in' | 'out'
  contractorKey: string | null
  /** Further contractors whose people are addressed. */
  alsoContractorKeys: string[]
  caseKey: string | null
  filedByHand: boolean
  kind: SampleMailKind
  theme: SampleTheme
  truth: SampleTruth
  /** Mails of one conversation share this key. */
  threadKey: string
  /** Without angle brackets. */
  messageId: string
  sentAt: Date
  subject: string
  attachmentNames: string[]
}

/** A call, a meeting or a task. Calls and meetings have a start, tasks a due day. */
export type SampleActivity = {
  key: string
  kind: 'call' | 'meeting' | 'task' | 'note'
  contractorKey: string
  caseKey: string | null
  start: Date
  end: Date | null
  title: string
  note: string
  /** The key of the contact person. */
  person: string | null
  assignee: string | null
  due: Date | null
  state: 'planned' | 'new' | 'in-progress' | 'done' | 'cancelled'
}

/** Everything the sample company consists of; mails are made one at a time while they are read. */
export type SampleCompany = {
  name: string
  domain: string
  users: SampleUser[]
  groups: SampleGroup[]
  contractors: SampleContractor[]
  relations: SampleRelation[]
  persons: SamplePerson[]
  cases: SampleCase[]
  activities: SampleActivity[]
  mailCount: number
  /** The mails, oldest first; may be read any number of times. */
  mails: () => Generator<SampleMail>
}

/** What may be chosen about a sample company. */
export type SampleOptions = { seed?: number; now?: Date; mails?: number }
