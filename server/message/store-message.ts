import type { Query, Statement } from '../database/work.ts'
import type { Candidates } from '../filing/decide-filing.ts'
import { askParameters, type FactsQuestion } from '../filing/filing-facts.ts'
import type { FilingSettings } from '../filing/filing-settings.ts'
import type { Mailbox, ParsedMessage } from '../mail/parsed-message.ts'
import { autoKindOf } from './message-kind.ts'
import { occurredAt } from './occurred-at.ts'

const SNIPPET_LENGTH = 240
const roles = ['from', 'sender', 'reply-to', 'to', 'cc', 'bcc'] as const

/** Through which door a message came, and what that door knows of it. */
export interface Arrival {
  door: 'push' | 'import' | 'imap' | 'graph' | 'journal'
  sourceHash: string
  sourceSize: number
  /** The receiving server's own time, where the door knows it (IMAP's INTERNALDATE). */
  receivedAt?: Date
  mailboxId?: string
  /** Who takes part in a mail of the company's journal: their mailboxes' consents hold for it. */
  people?: readonly string[]
  remoteId?: string
}

/** A message as it is stored: our id, and what was settled about it when it first came. */
export interface Stored {
  id: string
  direction: 'in' | 'out' | 'internal'
  occurredAt: string
}

/** What is known when a message has been stored: the facts of the decision, domains near the sender's, our settings. */
export interface Answer {
  stored: Stored
  facts: Candidates
  near: string[]
  settings: FilingSettings
}

const storeAndAsk: Statement = {
  name: 'store-and-ask',
  text: 'select store_and_ask($1, $2, $3, $4, $5, $6, $7) as answer',
}
const storeOnly: Statement = { name: 'store-only', text: 'select store_message($1) as stored' }

/**
 * Stores a parsed message and gives the current user his copy, and asks what the decision about it needs. The same
 * message from anywhere is one.
 */
export async function storeMessage(
  query: Query,
  parsed: ParsedMessage,
  arrival: Arrival,
  question: FactsQuestion,
  now: Date,
): Promise<Answer> {
  const fields = { ...arrivalFields(arrival), ...messageFields(parsed, arrival, now) }
  const [row] = await query<{ answer: Answer }>(storeAndAsk, [JSON.stringify(fields), ...askParameters(question)])
  if (!row) throw new Error('store_and_ask answers always')
  return row.answer
}

/** As `storeMessage`, for a message about which nothing is to be decided, so nothing is asked. */
export async function storeSettled(query: Query, parsed: ParsedMessage, arrival: Arrival, now: Date): Promise<Stored> {
  return store(query, { ...arrivalFields(arrival), ...messageFields(parsed, arrival, now) })
}

/** Stores a source that could not be read, marked, so that nothing is lost. */
export async function storeUnreadable(query: Query, reason: string, arrival: Arrival, now: Date): Promise<Stored> {
  const fields = {
    ...arrivalFields(arrival),
    messageId: null,
    fingerprint: arrival.sourceHash,
    subject: '',
    sentAt: null,
    receivedAt: arrival.receivedAt ?? null,
    occurredAt: arrival.receivedAt ?? now,
    thread: arrival.sourceHash,
    inReplyTo: null,
    snippet: '',
    hasAttachment: false,
    autoKind: null,
    marks: [],
    unreadable: reason,
    addresses: [],
    references: [],
    attachments: [],
  }
  return store(query, fields)
}

async function store(query: Query, fields: unknown): Promise<Stored> {
  const [row] = await query<{ stored: Stored }>(storeOnly, [JSON.stringify(fields)])
  if (!row) throw new Error('store_message answers always')
  return row.stored
}

function arrivalFields({ sourceHash, sourceSize, door, mailboxId, remoteId }: Arrival) {
  return { sourceHash, sourceSize, door, mailboxId: mailboxId ?? null, remoteId: remoteId ?? null }
}

/** When a mail was sent and received by what this arrival knows, and so when it happened. */
export function timesOf(parsed: ParsedMessage, arrival: Arrival, now: Date) {
  const stamped = parsed.receivedAt && arrival.door !== 'import' ? new Date(parsed.receivedAt) : null
  const times = { sentAt: parsed.sentAt ? new Date(parsed.sentAt) : null, receivedAt: arrival.receivedAt ?? stamped }
  return { ...times, occurredAt: occurredAt(times, now) }
}

function messageFields(parsed: ParsedMessage, arrival: Arrival, now: Date) {
  const { sentAt, receivedAt, occurredAt } = timesOf(parsed, arrival, now)
  return {
    messageId: parsed.messageId,
    fingerprint: parsed.fingerprint,
    subject: parsed.subject.slice(0, 2000).toWellFormed(),
    sentAt,
    receivedAt: receivedAt ?? parsed.receivedAt,
    occurredAt,
    thread: parsed.references[0] ?? parsed.inReplyTo[0] ?? parsed.messageId ?? parsed.fingerprint,
    inReplyTo: parsed.inReplyTo[0] ?? null,
    snippet: snippetOf(parsed),
    hasAttachment: parsed.attachments.some(attachment => attachment.documentType !== null),
    autoKind: autoKindOf(parsed),
    marks: parsed.marks,
    unreadable: null,
    addresses: addressesOf(parsed),
    references: referencesOf(parsed),
    // In one order everywhere, or two arrivals of the same mail could wait for each other.
    attachments: parsed.attachments
      .map(({ name, type, size, hash, documentType }, position) => ({ position, name, type, size, hash, documentType }))
      .toSorted((one, other) => (one.hash < other.hash ? -1 : 1)),
  }
}

/** The first new words of a mail, on one line. */
export function snippetOf(parsed: ParsedMessage): string {
  return (parsed.newText || parsed.text).replace(/\s+/g, ' ').trim().slice(0, SNIPPET_LENGTH).toWellFormed()
}

/** The message that is answered, then the rest of the thread, each once. */
export function referencesOf(parsed: ParsedMessage): string[] {
  return [...new Set([...parsed.inReplyTo, ...parsed.references.toReversed()])]
}

function addressesOf(parsed: ParsedMessage) {
  const lists: Mailbox[][] = [parsed.from, parsed.sender, parsed.replyTo, parsed.to, parsed.cc, parsed.bcc]
  return lists.flatMap((list, index) =>
    list.map(({ name, address }, position) => ({
      role: roles[index],
      position,
      name: name.slice(0, 400).toWellFormed(),
      address: address.slice(0, 320),
    })),
  )
}
