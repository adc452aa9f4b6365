import { readPatterns } from '../case-file/references.ts'
import type { Query, Statement } from '../database/work.ts'
import { parseSource, Unparsable } from '../mail/parse-source.ts'
import type { ParsedMessage } from '../mail/parsed-message.ts'
import { peopleIn, withTagless } from '../mail/people-in.ts'
import type { Answer, Arrival, Stored } from '../message/store-message.ts'
import { Refusal } from '../refusal.ts'
import { withWordsAgainst } from './blocked.ts'
import { decideMessage, questionOf } from './decide-message.ts'
import { fileDecided } from './file-decided.ts'
import { askParameters } from './filing-facts.ts'
import type { Place } from './put-filing.ts'
import { byHand, type Intake } from './receive-message.ts'
import { withForwarded } from './with-forwarded.ts'
import { readConsent, withinConsent } from './within-consent.ts'

/** An item in which a stored message lies, as the user sees it. */
interface Lying {
  id: string
  contractorId: string
  caseId: string | null
}

interface Copy extends Stored, Pick<Arrival, 'door' | 'sourceHash' | 'sourceSize'> {
  mailboxId: string | null
  items: Lying[]
}

/** What became of a stored message: where it lies now, and where it lay before, as far as the user sees. */
export interface Refiled {
  before: Lying[]
  items: Lying[]
}

const copyToFile: Statement = {
  name: 'copy-to-file',
  text: `
    select id, direction, iso(occurred_at) as "occurredAt", door, mailbox_id as "mailboxId", source_hash as "sourceHash", items
      from copy_to_file($1, $2)`,
}
const askAbout: Statement = { name: 'ask-about', text: 'select ask_about($1, $2, $3, $4, $5, $6, $7) as answer' }

/**
 * Files a stored message without its source being sent again: at a place that the user named, or (one of his own) as if it
 * arrived now. His copy, or that of a mailbox for which he helps, is read again, since the index and the documents need its
 * words. Doing it twice changes nothing.
 */
export async function refileStored(
  intake: Intake,
  userId: string,
  messageId: string,
  place: Place | null,
): Promise<Refiled> {
  const [copy] = await intake.database.read(userId, query => query<Copy>(copyToFile, [messageId, place !== null]))
  if (!copy) throw new Refusal('not-found')
  const source = await sourceOf(intake, copy.sourceHash)
  const parsed = await readable(source)
  const { door, sourceHash, mailboxId } = copy
  const people = door === 'journal' ? { people: withTagless(peopleIn(parsed)) } : {}
  const arrival: Arrival = {
    door,
    sourceHash,
    sourceSize: source.byteLength,
    ...(mailboxId && { mailboxId }),
    ...people,
  }
  const items = await intake.database.intake(userId, async query => {
    const hand = { arrival, byHand: place !== null, now: intake.now() }
    if (place) return fileDecided(query, copy, parsed, byHand(place), hand)
    const { decided, consent } = await decideAgain(query, copy, parsed, arrival)
    return fileDecided(query, copy, parsed, decided, { ...hand, consent })
  })
  return { before: copy.items, items }
}

/** A source that a broken disk has lost cannot be read; that must not hold the other mails. */
async function sourceOf({ blobs }: Intake, hash: string): Promise<Uint8Array> {
  try {
    return await blobs.read(hash)
  } catch (error) {
    throw (error as { code?: string }).code === 'ENOENT' ? new Refusal('not-processable') : error
  }
}

async function readable(source: Uint8Array): Promise<ParsedMessage> {
  try {
    return await parseSource(source)
  } catch (error) {
    throw error instanceof Unparsable ? new Refusal('not-processable') : error
  }
}

async function decideAgain(query: Query, stored: Copy, parsed: ParsedMessage, arrival: Arrival) {
  const question = questionOf(parsed, await readPatterns(query))
  const [row] = await query<{ answer: Omit<Answer, 'stored'> }>(askAbout, [stored.id, ...askParameters(question)])
  if (!row) throw new Error('ask_about answers always')
  const found = await withForwarded(query, stored.id, parsed, row.answer.facts)
  const facts = await withWordsAgainst(query, question.sender, found)
  const decided = decideMessage({ ...row.answer, stored, facts }, parsed, stored, question)
  const consent = await readConsent(query, arrival, stored.direction)
  return { decided: withinConsent(decided, consent, stored.direction, facts), consent }
}
