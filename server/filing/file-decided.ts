import type { Invoice } from '../../shared/invoice.ts'
import type { Received } from '../../shared/message.ts'
import type { Query, Statement } from '../database/work.ts'
import type { Attachment, ParsedMessage } from '../mail/parsed-message.ts'
import { putMeetings } from '../message/put-meetings.ts'
import { titleOfInvoice, wordsInInvoice } from '../message/show-invoice.ts'
import { type Arrival, type Stored, snippetOf, timesOf } from '../message/store-message.ts'
import { wordsOf } from '../search/analyse.ts'
import { keepText, searchTextOf } from '../search/index-message.ts'
import { type DocumentChoice, keepChoices } from './chosen-documents.ts'
import type { Decision, Target } from './decide-filing.ts'
import type { Decided } from './decide-message.ts'
import { narrowFiling } from './narrow-filing.ts'
import type { Filable, Place, Why } from './put-filing.ts'
import { type Consent, mayFile } from './within-consent.ts'

const fileUnderConsent: Statement = {
  name: 'file-under-consent',
  text: 'select file_under_consent($1, $2, $3, $4) as items',
}
const keepTrust: Statement = { name: 'keep-trust', text: 'select keep_trust($1, $2, $3)' }

/** Leaves a message to its owner: message, state, reason, time. */
export const putTriage: Statement = { name: 'put-triage', text: 'select put_triage($1, $2, $3, $4)' }

/** A mail may carry thousands of icons, and nobody ticks more than a screen of them. */
const MOST_OTHERS = 100

/** By whose will a decision is carried out. */
export interface Hand {
  arrival: Arrival
  byHand: boolean
  /** Of the mailboxes of those whose mail it is; none where a person or his rule says what becomes of it. */
  consent?: Consent | null
  comment?: string
  choices?: DocumentChoice[]
  viewers?: string[]
  now: Date
}

/**
 * Carries out a decision: files the mail and its documents at every target, or leaves it in triage with the reason.
 * Answers where the mail lies, as far as its owner may see.
 */
export async function fileDecided(
  query: Query,
  stored: Stored,
  parsed: ParsedMessage,
  decided: Decided,
  hand: Hand,
): Promise<Received['items']> {
  const { decision, apparent, trust } = decided
  const consent = hand.byHand ? null : (hand.consent ?? null)
  // Of our own mail the door says enough; and most installations name no border of theirs.
  if (trust && trust.trust !== 'none' && trust.why !== 'own-door')
    await query(keepTrust, [stored.id, trust.trust, trust.why])
  let items: Received['items'] = []
  if (decision.action === 'file') {
    const mail = mailAsItem(stored, parsed, hand.arrival)
    // In one order everywhere, or two arrivals of the same mail could wait for each other.
    const targets = decision.targets.toSorted((one, other) => (one.contractorId < other.contractorId ? -1 : 1))
    const entries = targets.flatMap(target => [
      { ...mail, ...placeOf(target), ...whyOf(target, hand) },
      ...carriedBy(parsed).map(file => ({
        ...documentAsItem(file, mail, invoiceIn(parsed, file)),
        ...placeOf(target),
        ...withMail(hand),
      })),
    ])
    for (const { contractorId } of targets) await keepChoices(query, stored.id, contractorId, hand.choices)
    // Before the mail, so that what its owner keeps to himself for now covers its meetings too.
    await putMeetings(query, stored.id, parsed, targets)
    // What a person files is his own word; by itself a mail is filed within what the mailbox's owner consents to.
    const onlyJoins = consent !== null && !mayFile(consent.files, stored.direction)
    const asked = [stored.id, JSON.stringify(entries), consent?.mailboxId ?? null, onlyJoins]
    const [row] = await query<{ items: Received['items'] }>(fileUnderConsent, asked)
    items = row?.items ?? []
    for (const { contractorId } of targets) await narrowFiling(query, items, contractorId, hand.viewers)
    await keepText(query, stored.id, parsed)
  }
  // Filed where its owner may not look, it is for him a mail like any other that was left to him.
  if (apparent.action !== 'file') await leave(query, stored.id, parsed, apparent, hand)
  else if (items.length === 0 && consent?.mailboxId) await leave(query, stored.id, parsed, notConsented, hand)
  return apparent.action === 'file' ? items : []
}

/** His consent did not let it be filed where he does not look. */
const notConsented = { action: 'suggest', reason: 'not-consented' } as const

async function leave(
  query: Query,
  messageId: string,
  parsed: ParsedMessage,
  { action, reason }: Pick<Decision, 'action' | 'reason'>,
  { arrival, now }: Hand,
) {
  const state = action === 'leave-out' ? 'left-out' : 'open'
  await query(putTriage, [messageId, state, reason, timesOf(parsed, arrival, now).occurredAt])
}

function whyOf({ method, evidence, score }: Target, { byHand, comment }: Hand): Why {
  return { byHand, method, evidence, score, ...(comment && { comment }) }
}

function placeOf({ contractorId, caseId }: Target): Place {
  return { contractorId, caseId }
}

function withMail({ byHand }: Hand): Why {
  return { byHand, method: 'with-mail', evidence: '' }
}

function mailAsItem({ id, direction, occurredAt }: Stored, parsed: ParsedMessage, arrival: Arrival): Filable {
  const isOut = direction !== 'in'
  const [shown] = isOut ? parsed.to : parsed.from
  return {
    objectId: id,
    kind: isOut ? 'mail-out' : 'mail-in',
    occurredAt,
    title: parsed.subject.slice(0, 2000).toWellFormed(),
    snippet: snippetOf(parsed),
    who: shown?.name || shown?.address || '',
    hasAttachment: parsed.attachments.some(({ documentType }) => documentType !== null),
    // As they stand; their basic forms follow in the background.
    lexemes: wordsOf(searchTextOf(parsed)),
    sourceHash: arrival.sourceHash,
  }
}

/**
 * Attachments that become documents, and those that are none unless somebody chose so, which the database knows. Each
 * content once, in one order everywhere.
 */
function carriedBy({ attachments }: ParsedMessage): Attachment[] {
  const kept = attachments.filter(({ documentType }) => documentType !== null)
  const others = attachments.filter(({ documentType }) => documentType === null).slice(0, MOST_OTHERS)
  return [
    ...new Map([...kept, ...others].map(attachment => [`${attachment.hash} ${attachment.name}`, attachment])).entries(),
  ]
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([, attachment]) => attachment)
}

/** A document as it is filed with its mail; the database makes it, or finds it, and knows its type. */
function documentAsItem({ hash, name, type, documentType, size }: Attachment, mail: Filable, invoice?: Invoice) {
  return {
    document: { hash, name, mediaType: type, type: documentType, size },
    occurredAt: mail.occurredAt,
    title: invoice ? titleOfInvoice(invoice) : name,
    // Nothing of the mail: the same document may have come with another, that other people see.
    snippet: '',
    who: '',
    hasAttachment: false,
    lexemes: wordsOf([name, ...(invoice ? wordsInInvoice(invoice) : [])].join('\n')),
    viaMessageId: mail.objectId,
  }
}

function invoiceIn({ invoices }: ParsedMessage, { hash }: Attachment): Invoice | undefined {
  return invoices.find(invoice => invoice.hash === hash)
}
