import { type Random, randomFor } from '../random.ts'
import type { SampleMailKind } from '../sample-types.ts'
import { intoOfficeHours } from '../warsaw-time.ts'
import { inventFacts } from './facts.ts'
import { inventMessageId } from './message-ids.ts'
import { STORY_DAYS } from './plan-cases.ts'
import type { Correspondent, PlannedMail } from './planned-mail.ts'
import { inventSubject } from './subject.ts'
import { ofNoise } from './truth.ts'
import type { World } from './world.ts'

/** A mail that stands alone; what is not said is as with a stranger's letter. */
export function singleMail(
  world: World,
  given: {
    key: string
    kind: SampleMailKind
    at: Date
    from: Correspondent
    to: Correspondent
    subject: string
    text: string
  } & Partial<Omit<PlannedMail, 'to'>>,
): PlannedMail {
  const { key, at, from, to } = given
  const { at: _at, to: _to, ...rest } = given
  return {
    theme: given.kind === 'spoof' ? 'spoof' : 'noise',
    truth: ofNoise(given.kind),
    mailbox: from.isColleague ? from.email : to.email,
    contractorKey: null,
    alsoContractorKeys: [],
    caseKey: null,
    filedByHand: false,
    threadKey: key,
    sentAt: at,
    to: [to],
    cc: [],
    files: [],
    answers: null,
    isQuoting: false,
    forwards: null,
    extraHeaders: [],
    verdict: 'pass',
    messageId: inventMessageId(from, randomFor(world.seed, `id ${key}`)),
    ...rest,
  }
}

/** Some moment of the story, in office hours. */
export function someMoment(world: World, random: Random): Date {
  const at = intoOfficeHours(
    new Date(world.now.getTime() - (random.next() * (STORY_DAYS - 4) + 4) * 86_400_000),
    random,
  )
  return at.getTime() > world.latest.getTime() ? world.latest : at
}

/** Words for sentences outside any matter. */
export function looseWords(world: World, at: Date, random: Random): Record<string, string> {
  const tools = { random, numbering: () => `${random.between(10, 900)}/${at.getUTCFullYear()}` }
  const contractor = random.pick(world.contractors)
  return inventFacts(inventSubject(contractor, at, tools), at, tools).words
}
