import type { Received } from '../../shared/message.ts'
import { readPatterns } from '../case-file/references.ts'
import type { Database, Query } from '../database/work.ts'
import { parseSource, Unparsable } from '../mail/parse-source.ts'
import type { ParsedMessage } from '../mail/parsed-message.ts'
import { putAttachments } from '../message/put-attachments.ts'
import { putInvoices } from '../message/put-invoices.ts'
import { type Arrival, type Stored, storeMessage, storeSettled, storeUnreadable } from '../message/store-message.ts'
import { withoutLogos } from '../message/without-logos.ts'
import { isRuled, markRule, readActiveRules, ruleHit } from '../rule/rule-hit.ts'
import type { BlobStore } from '../storage/blob-store.ts'
import { withWordsAgainst } from './blocked.ts'
import type { DocumentChoice } from './chosen-documents.ts'
import type { Decision, RuleHit } from './decide-filing.ts'
import { type Decided, decideMessage, questionOf } from './decide-message.ts'
import { fileDecided, putTriage } from './file-decided.ts'
import type { Place } from './put-filing.ts'
import { keepForwarded, withForwarded } from './with-forwarded.ts'
import { type Consent, readConsent, withinConsent } from './within-consent.ts'

/** What receiving a message needs of the house. */
export interface Intake {
  database: Database
  blobs: BlobStore
  now: () => Date
}

/** A message at a door: whose it is, what came, and (by hand) where it shall go. */
export interface Incoming {
  userId: string
  source: Uint8Array
  /** The file that the source was made from (.msg), to be kept beside it; `receivePatiently` does. */
  origin?: Uint8Array | null
  arrival: Omit<Arrival, 'sourceHash' | 'sourceSize'>
  place?: Place
  comment?: string
  /** What its filer chose of its attachments; only beside a place. */
  choices?: DocumentChoice[]
  /** Who alone shall see it, beside its filer; only beside a place. */
  viewers?: string[] | null
  /** The case reference in the address that it was sent to, when that and nobody's hand named the place. */
  tag?: string
  /** Why only a person may decide about it. */
  undecidable?: string
}

/**
 * Takes a message in: its source is made safe on disk while it is read in a thread of its own, then one short
 * transaction stores, decides, files and answers. Handing in the same message again, also at the same time, changes nothing.
 */
export async function receiveMessage(intake: Intake, incoming: Incoming): Promise<Received> {
  const [sourceHash, parsed] = await Promise.all([intake.blobs.put(incoming.source), readable(incoming.source)])
  const arrival: Arrival = { ...incoming.arrival, sourceHash, sourceSize: incoming.source.byteLength }
  if (typeof parsed !== 'string') await putAttachments(intake.blobs, parsed.attachments)
  return intake.database.intake(incoming.userId, query => takeIn(query, parsed, arrival, incoming, intake.now()))
}

/** The parsed message, or the reason why it cannot be read. */
export async function readable(source: Uint8Array): Promise<ParsedMessage | string> {
  try {
    return await parseSource(source)
  } catch (error) {
    // A stop of the server says nothing about the message.
    if (error instanceof Unparsable && error.reason !== 'stopped') return error.reason
    throw error
  }
}

/** Stores, decides and files a message that was read, or could not be and why; in the transaction of its door. */
export async function takeIn(
  query: Query,
  parsed: ParsedMessage | string,
  arrival: Arrival,
  incoming: Pick<Incoming, 'place' | 'comment' | 'choices' | 'viewers' | 'tag' | 'undecidable'>,
  now: Date,
): Promise<Received> {
  if (typeof parsed === 'string') {
    const { id } = await storeUnreadable(query, parsed, arrival, now)
    await query(putTriage, [id, 'open', `unreadable-${parsed}`, arrival.receivedAt ?? now])
    return {
      id,
      messageId: null,
      action: 'triage',
      method: null,
      evidence: '',
      reason: `unreadable-${parsed}`,
      items: [],
    }
  }
  const mail = await withoutLogos(query, parsed)
  const settledAtDoor = decidedAtTheDoor(incoming)
  const { stored, decided, rule, consent } = settledAtDoor
    ? await storeDecided(query, parsed, mail, arrival, settledAtDoor, now)
    : await storeAndDecide(query, parsed, mail, arrival, now)
  const hand = {
    arrival,
    byHand: incoming.place !== undefined,
    consent,
    now,
    ...(incoming.comment && { comment: incoming.comment }),
    ...(incoming.place && incoming.choices && { choices: incoming.choices }),
    ...(incoming.place && incoming.viewers && { viewers: incoming.viewers }),
  }
  const items = await fileDecided(query, stored, mail, decided, hand)
  if (rule && isRuled(decided.decision)) await query(markRule, [stored.id, rule.versionId])
  const { action, reason, targets } = decided.apparent
  const [first] = targets
  return {
    id: stored.id,
    messageId: parsed.messageId,
    action,
    method: first?.method ?? null,
    evidence: first?.evidence ?? '',
    reason,
    items,
  }
}

interface Judged {
  stored: Stored
  decided: Decided
  rule: RuleHit | null
  consent: Consent | null
}

/** Stores a message of which the door knows what becomes; nothing is read for a decision that nobody takes. */
async function storeDecided(
  query: Query,
  parsed: ParsedMessage,
  mail: ParsedMessage,
  arrival: Arrival,
  decided: Decided,
  now: Date,
): Promise<Judged> {
  const stored = await storeSettled(query, mail, arrival, now)
  await putInvoices(query, parsed.invoices)
  await keepForwarded(query, stored.id, parsed)
  return { stored, decided, rule: null, consent: null }
}

async function storeAndDecide(
  query: Query,
  parsed: ParsedMessage,
  mail: ParsedMessage,
  arrival: Arrival,
  now: Date,
): Promise<Judged> {
  const question = questionOf(parsed, await readPatterns(query))
  const [answer, rules] = await Promise.all([storeMessage(query, mail, arrival, question, now), readActiveRules(query)])
  const { stored } = answer
  const consent = await readConsent(query, arrival, stored.direction)
  await putInvoices(query, parsed.invoices)
  const rule = ruleHit(rules, parsed, arrival, stored.direction)
  const found = await withForwarded(query, stored.id, parsed, answer.facts)
  const facts = { ...(await withWordsAgainst(query, question.sender, found)), rule }
  const decided = withinConsent(
    decideMessage({ ...answer, facts }, parsed, arrival, question),
    consent,
    stored.direction,
    facts,
  )
  return { stored, decided, rule, consent }
}

/** What was settled before the message was looked at: a place that its owner named, or that it needs a person. */
function decidedAtTheDoor({
  place,
  tag,
  undecidable,
}: Pick<Incoming, 'place' | 'tag' | 'undecidable'>): Decided | null {
  if (undecidable) return settled({ action: 'triage', targets: [], suggestions: [], reason: undecidable })
  if (!place) return null
  if (!tag) return byHand(place)
  const target = { ...place, method: 'address-tag' as const, evidence: tag, score: 1 }
  return settled({ action: 'file', targets: [target], suggestions: [], reason: null })
}

/** The decision of a person who named the place. */
export function byHand(place: Place): Decided {
  return settled({
    action: 'file',
    targets: [{ ...place, method: 'hand', evidence: '', score: 1 }],
    suggestions: [],
    reason: null,
  })
}

function settled(decision: Decision): Decided {
  return { decision, apparent: decision, trust: null }
}
