import { type Random, randomFor } from '../random.ts'
import type { SampleContractor } from '../sample-types.ts'
import { HOUR_MS, intoOfficeHours } from '../warsaw-time.ts'
import type { Letter } from '../words/tangle-texts.ts'
import type { PlannedCase } from './plan-cases.ts'
import type { Correspondent, PlannedMail } from './planned-mail.ts'
import { looseWords, singleMail, someMoment } from './single-mail.ts'
import { aboutContractor } from './truth.ts'
import { deskOf, type World } from './world.ts'
import { writeText } from './write-text.ts'

/** What planning a mail that is hard to place needs to know of the story so far. */
export type Tangle = {
  world: World
  key: string
  random: Random
  cases: PlannedCase[]
  /** Letters of contractors to us that anybody may see, oldest first. */
  incoming: PlannedMail[]
}

/** Who of the contractor's people writes about such things. */
export function someContact({ world, random }: Tangle, contractor: SampleContractor): Correspondent {
  const contacts = (world.contacts.get(contractor.key) ?? []).filter(({ emails }) => emails.length > 0)
  return world.voiceOf(random.pick(contacts))
}

/** A contractor that everybody may see, with a mail domain of its own. */
export function someContractor({ world, random }: Tangle, except?: string): SampleContractor {
  return random.pick(
    world.contractors.filter(
      ({ key, audience, domain, language }) =>
        key !== except && audience === 'everyone' && domain && domain !== 'grupa-jesion.example' && language === 'pl',
    ),
  )
}

/** The contractor of that key. */
export function contractorOf(world: World, key: string): SampleContractor {
  const found = world.contractors.find(contractor => contractor.key === key)
  if (!found) throw new Error(`No contractor „${key}”`)
  return found
}

type Written = { from: Correspondent; contractor: SampleContractor; letter: Letter; at?: Date }

/** A letter of somebody of this contractor to whoever of us looks after it; about that contractor unless said otherwise. */
export function letterTo(
  { world, key, random }: Tangle,
  { from, contractor, letter, at = someMoment(world, random) }: Written,
  marks: Partial<PlannedMail>,
): PlannedMail {
  const [subject, ...paragraphs] = letter
  const to = deskOf(world, contractor, 'sales')
  const words = { ...looseWords(world, at, random), klient: contractor.name, nip: contractor.nip ?? '' }
  const say = (text: string) => text.replaceAll('{klient}', contractor.name)
  return {
    ...singleMail(world, {
      key,
      kind: 'thread',
      at,
      from,
      to,
      subject: say(subject),
      text: writeText({ paragraphs, words, from, to, at, position: 0, language: 'pl', random }),
    }),
    contractorKey: contractor.key,
    truth: aboutContractor(contractor.key),
    ...marks,
  }
}

/** Some hours after a mail, in office hours and not later than the story goes. */
export function after(mail: PlannedMail, { world, key }: Tangle): Date {
  const random = randomFor(world.seed, `after ${key}`)
  const at = intoOfficeHours(new Date(mail.sentAt.getTime() + random.between(2, 30) * HOUR_MS), random)
  return at.getTime() > world.latest.getTime() ? world.latest : at
}
