import type { Kind } from '../../shared/kind.ts'
import type { Tx } from '../database/work.ts'
import { putDocument } from '../document/put-document.ts'
import type { Attachment, ParsedMessage } from '../mail/parsed-message.ts'
import { type Arrival, snippetOf, timesOf } from '../message/store-message.ts'
import { wordsOf } from '../search/analyse.ts'
import type { Decision, Target } from './decide-filing.ts'
import type { Decided } from './decide-message.ts'
import { type Filable, putFiling, type Why } from './put-filing.ts'

/** By whose will a decision is carried out. */
export interface Hand {
  arrival: Arrival
  byHand: boolean
  comment?: string
  now: Date
}

/** Carries out a decision: files the mail and its documents at every target, or leaves it in triage with the reason. */
export async function fileDecided(tx: Tx, messageId: string, parsed: ParsedMessage, decided: Decided, hand: Hand) {
  const { decision, apparent } = decided
  if (decision.action === 'file') {
    const mail = await mailAsItem(tx, messageId, parsed, hand.arrival)
    // In one order everywhere, or two arrivals of the same mail could wait for each other.
    for (const target of decision.targets.toSorted((one, other) => (one.contractorId < other.contractorId ? -1 : 1))) {
      if (hand.byHand) await tx.sql('select lift_decision($1, $2)', [messageId, target.contractorId])
      await putFiling(tx, mail, target, whyOf(target, hand))
      for (const attachment of documentsIn(parsed)) await fileDocument(tx, attachment, mail, target, hand)
    }
    await tx.sql('select settle_triage($1)', [messageId])
  }
  // Filed where its owner may not look, it is for him a mail like any other that was left to him.
  if (apparent.action !== 'file') await leave(tx, messageId, parsed, apparent, hand)
}

async function leave(
  tx: Tx,
  messageId: string,
  parsed: ParsedMessage,
  { action, reason }: Decision,
  { arrival, now }: Hand,
) {
  const state = action === 'leave-out' ? 'left-out' : 'open'
  await tx.sql('select put_triage($1, $2, $3, $4)', [
    messageId,
    state,
    reason,
    timesOf(parsed, arrival, now).occurredAt,
  ])
}

function whyOf({ method, evidence, score }: Target, { byHand, comment }: Hand): Why {
  return { byHand, method, evidence, score, ...(comment && { comment }) }
}

async function mailAsItem(tx: Tx, messageId: string, parsed: ParsedMessage, arrival: Arrival): Promise<Filable> {
  const [row] = await tx.sql<{ direction: string; at: string }>(
    'select direction, iso(occurred_at) as at from message where id = $1',
    [messageId],
  )
  const isOut = row?.direction !== 'in'
  const [shown] = isOut ? parsed.to : parsed.from
  const names = [...parsed.from, ...parsed.to, ...parsed.cc].map(({ name, address }) => `${name} ${address}`)
  return {
    objectId: messageId,
    kind: isOut ? 'mail-out' : 'mail-in',
    occurredAt: row?.at ?? '',
    title: parsed.subject.slice(0, 2000).toWellFormed(),
    snippet: snippetOf(parsed),
    who: shown?.name || shown?.address || '',
    hasAttachment: documentsIn(parsed).length > 0,
    lexemes: wordsOf([parsed.subject, ...names, ...parsed.attachments.map(file => file.name), parsed.text].join('\n')),
    sourceHash: arrival.sourceHash,
  }
}

/** Attachments that become documents, each content once, in one order everywhere. */
function documentsIn(parsed: ParsedMessage): Attachment[] {
  const kept = parsed.attachments.filter(attachment => attachment.documentType !== null)
  return [...new Map(kept.map(attachment => [`${attachment.hash} ${attachment.name}`, attachment])).entries()]
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([, attachment]) => attachment)
}

async function fileDocument(tx: Tx, attachment: Attachment, mail: Filable, target: Target, hand: Hand) {
  const document = await putDocument(tx, target.contractorId, attachment)
  const item: Filable = {
    objectId: document.id,
    kind: document.type as Kind,
    occurredAt: mail.occurredAt,
    title: attachment.name,
    // Nothing of the mail: the same document may have come with another, that other people see.
    snippet: '',
    who: '',
    hasAttachment: false,
    lexemes: wordsOf(attachment.name),
    viaMessageId: mail.objectId,
  }
  await putFiling(tx, item, target, { byHand: hand.byHand, method: 'with-mail', evidence: '' })
}
