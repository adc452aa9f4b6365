import { makeFiles } from '../documents/make-files.ts'
import { type Random, randomFor } from '../random.ts'
import type { SampleContractor } from '../sample-types.ts'
import { DAY_MS, HOUR_MS, intoOfficeHours, MINUTE_MS } from '../warsaw-time.ts'
import type { Scenario, Step } from '../words/scenario.ts'
import type { Facts } from './facts.ts'
import { fill } from './fill.ts'
import { answerSubject, inventMessageId } from './message-ids.ts'
import type { Correspondent, PlannedMail } from './planned-mail.ts'
import { inCase } from './truth.ts'
import { withInterludes } from './with-interludes.ts'
import { deskOf, ourParty, partyOf, type World } from './world.ts'
import { writeText } from './write-text.ts'

/** A conversation that is to take place. */
export type Conversation = {
  key: string
  scenario: Scenario
  contractor: SampleContractor
  caseKey: string | null
  facts: Facts
}

/** Plans the mails of a conversation, up to the present. */
export function planConversation(world: World, conversation: Conversation): PlannedMail[] {
  const random = randomFor(world.seed, `conversation ${conversation.key}`)
  const casting = castConversation(world, conversation, random)
  const mails: PlannedMail[] = []
  let at = intoOfficeHours(conversation.facts.at, random)
  for (const step of withInterludes(conversation.scenario, random)) {
    if (at.getTime() > world.latest.getTime()) break
    mails.push(planStep(world, conversation, { step, casting, at, earlier: mails, random }))
    at = intoOfficeHours(new Date(at.getTime() + delay(random)), random)
  }
  return mails
}

type Casting = { theirs: Correspondent; colleagues: Correspondent[]; subject: string }
type Turn = { step: Step; casting: Casting; at: Date; earlier: PlannedMail[]; random: Random }

function castConversation(world: World, { scenario, contractor, facts }: Conversation, random: Random): Casting {
  const contacts = (world.contacts.get(contractor.key) ?? []).filter(contact => contact.emails.length > 0)
  const reached = contacts.filter(contact => contact.desk === scenario.reaches)
  const main = reached.length > 0 ? random.pick(reached) : contacts[0]
  if (!main) throw new Error(`Nobody to write to at „${contractor.key}”`)
  const voices = { speaker: 'f', addressee: 'f' } as const
  return {
    theirs: world.voiceOf(main),
    colleagues: contacts.filter(contact => contact !== main).map(world.voiceOf),
    subject: fill(random.pick(scenario.subjects), facts.words, voices, random),
  }
}

function planStep(world: World, conversation: Conversation, turn: Turn): PlannedMail {
  const { step, casting, at, earlier, random } = turn
  const { contractor, scenario, facts, caseKey } = conversation
  const previous = earlier.at(-1) ?? null
  const isByUs = step.by === 'us'
  const ours = deskOf(world, contractor, step.desk ?? scenario.desk)
  const substitute = !isByUs && previous && random.chance(0.1) ? casting.colleagues[0] : undefined
  const theirs = substitute ?? lastOf(earlier, false) ?? casting.theirs
  const from = isByUs ? ours : theirs
  const to = isByUs ? theirs : (lastOf(earlier, true) ?? ours)
  const carriers =
    step.withCarrier && contractor.trade !== 'carrier' && random.chance(0.4) ? carrierOf(world, random) : null
  const cc = [...copyTo(world, { conversation, casting, from, to, random }), ...(carriers ? [carriers.voice] : [])]
  const isAnswer = previous !== null && !random.chance(0.02)
  const key = `${conversation.key}-${earlier.length + 1}`
  const truth = inCase(contractor.key, caseKey, isAnswer ? previous : null)
  const alsoTrue = carriers ? [{ contractorKey: carriers.contractorKey, caseKey: null }] : []
  return {
    key,
    kind: 'thread',
    theme: 'conversation',
    truth: { ...truth, places: [...truth.places, ...alsoTrue] },
    cc,
    from,
    caseKey,
    to: [to],
    mailbox: isByUs ? from.email : to.email,
    contractorKey: contractor.key,
    alsoContractorKeys: carriers ? [carriers.contractorKey] : [],
    filedByHand: random.chance(earlier.length > 0 ? 0.03 : caseKey ? 0.55 : 0.05),
    threadKey: conversation.key,
    sentAt: at,
    subject: isAnswer && previous ? answerSubject(previous.subject, from) : casting.subject,
    text: writeText({
      paragraphs: step.body,
      words: facts.words,
      from,
      to,
      at,
      position: earlier.length,
      language: scenario.language ?? 'pl',
      random,
    }),
    files: makeFiles(step.files, {
      facts,
      at,
      random,
      scenario: scenario.key,
      ours: ourParty,
      theirs: partyOf(world, contractor),
      weSell: !['supplier', 'carrier', 'office', 'confidential'].includes(contractor.trade),
      byUs: isByUs,
      language: scenario.language ?? 'pl',
    }),
    messageId: inventMessageId(from, randomFor(world.seed, `id ${key}`)),
    answers: isAnswer ? previous : null,
    isQuoting: random.chance(0.93),
    forwards: null,
    extraHeaders: [],
    verdict: random.chance(0.85) ? 'pass' : 'none',
  }
}

/** The last one of us, or of them, who wrote in this conversation. */
function lastOf(earlier: PlannedMail[], isColleague: boolean): Correspondent | undefined {
  return earlier.findLast(mail => mail.from.isColleague === isColleague)?.from
}

function copyTo(
  world: World,
  {
    conversation,
    casting,
    from,
    to,
    random,
  }: { conversation: Conversation; casting: Casting; from: Correspondent; to: Correspondent; random: Random },
): Correspondent[] {
  const { contractor } = conversation
  const isFree = (person: Correspondent) => person !== from && person !== to
  const theirCopies = random.chance(0.16) ? casting.colleagues.filter(isFree).slice(0, 1) : []
  const isOpenToAll = contractor.audience === 'everyone'
  const ourCopies =
    isOpenToAll && random.chance(0.14)
      ? world.colleagues
          .filter(isFree)
          .filter(({ firstName }) => ['Katarzyna', 'Tomasz', 'Paweł'].includes(firstName))
          .slice(0, 1)
      : []
  return [...theirCopies, ...ourCopies]
}

function carrierOf(world: World, random: Random): { voice: Correspondent; contractorKey: string } | null {
  const contractor = random.pick(world.contractors.filter(({ trade }) => trade === 'carrier'))
  const contact = world.contacts.get(contractor.key)?.find(({ emails }) => emails.length > 0)
  return contact ? { voice: world.voiceOf(contact), contractorKey: contractor.key } : null
}

/** Most answers come the same day, some the next, a few after days. */
function delay(random: Random): number {
  if (random.chance(0.5)) return random.between(25, 300) * MINUTE_MS
  return random.chance(0.75) ? random.between(16, 30) * HOUR_MS : random.between(2, 5) * DAY_MS
}
