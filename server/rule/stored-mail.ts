import type { RuleBody, RuleTrial } from '../../shared/rule.ts'
import { readHeaderList } from '../mail/header-list.ts'
import type { HeaderField, Mailbox, Mark } from '../mail/parsed-message.ts'
import type { BlobStore } from '../storage/blob-store.ts'
import type { RuleMail } from './match-rule.ts'
import { folderOf } from './rule-hit.ts'

/** A stored mail as rules look at it, and how it lies, as far as the one who asks may see; made by `rule_mails`. */
export interface StoredMail {
  id: string
  subject: string
  sentAt: string | null
  occurredAt: string
  direction: RuleMail['direction']
  hasAttachment: boolean
  marks: Mark[]
  unreadable: boolean
  people: (Mailbox & { role: 'from' | 'to' | 'cc' })[]
  copies: { mailboxId: string | null; remoteId: string | null; door: 'push' | 'import' | 'imap' }[]
  /** Its source, through one's own copy or a filing that one sees. */
  hash: string | null
  filings: StoredFiling[]
  /** Contractors from whose files somebody took it out. */
  never: string[]
  triage: 'open' | 'left-out' | 'done' | null
}

interface StoredFiling {
  itemId: string
  contractorId: string
  caseId: string | null
  byHand: boolean
  byRule: boolean
  ruleId: string | null
}

/** What rules look at. The header is read from the source only for a rule that asks about it. */
export async function asRuleMail(mail: StoredMail, rule: RuleBody, blobs: BlobStore): Promise<RuleMail> {
  const { subject, direction, hasAttachment, people, copies } = mail
  const inRole = (role: string) => people.filter(person => person.role === role)
  return {
    from: inRole('from'),
    to: inRole('to'),
    cc: inRole('cc'),
    subject,
    direction,
    hasAttachment,
    headers: rule.conditions.some(({ field }) => field === 'header') ? await headersOf(mail, blobs) : [],
    places: copies.map(({ mailboxId, remoteId }) => ({ mailboxId, folder: folderOf(remoteId) })),
  }
}

async function headersOf({ hash }: StoredMail, blobs: BlobStore): Promise<HeaderField[]> {
  return hash ? readHeaderList(blobs.stream(hash)) : []
}

/** A mail as its trial shows it. */
export function trialOf(mail: StoredMail, outcome: RuleTrial['outcome']): RuleTrial {
  const [sender] = mail.people.filter(({ role }) => role === 'from')
  const from = sender?.name || sender?.address || ''
  return { messageId: mail.id, subject: mail.subject, from, sentAt: mail.sentAt, outcome }
}
