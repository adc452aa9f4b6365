import { type Random, randomFor } from '../random.ts'
import type { SampleCase, SampleContractor } from '../sample-types.ts'
import { DAY_MS, intoOfficeHours } from '../warsaw-time.ts'
import { goldenContractor, goldenMatters } from '../words/golden.ts'
import { type Matter, matters, officeMatters } from '../words/matters.ts'
import { scenarioOf } from '../words/scenarios.ts'
import { asReminder, type Facts, inventFacts } from './facts.ts'
import { fill } from './fill.ts'
import { planConversation } from './plan-conversation.ts'
import type { PlannedMail } from './planned-mail.ts'
import { inventSubject } from './subject.ts'
import { busyContractor, deskOf, type World } from './world.ts'

/** How far back the story reaches. */
export const STORY_DAYS = 548

/** A case with its facts and the conversations it consists of. */
export type PlannedCase = {
  caseFile: SampleCase
  contractor: SampleContractor
  facts: Facts
  conversations: PlannedMail[][]
}

type Outline = {
  key: string
  contractor: SampleContractor
  title: string
  chain: string[]
  audience: Matter['audience']
  start: Date
  isOpen: boolean | null
  random: Random
}

/** Plans the cases of the contractor that demonstrations open; the newest complaint is planned apart. */
export function planGoldenCases(world: World): PlannedCase[] {
  const contractor = world.contractors.find(({ key }) => key === goldenContractor)
  if (!contractor) throw new Error('The contractor of the demonstrations is missing')
  return goldenMatters.map(([title, chain, isOpen], index) => {
    const key = `case-kowal-${index + 1}`
    const daysAgo = isOpen ? 20 - (index % 4) * 4 : 520 - index * 52
    const start = new Date(world.now.getTime() - daysAgo * DAY_MS)
    return planCase(world, {
      key,
      contractor,
      title,
      chain: chain.split(' '),
      audience: title === 'Limit kupiecki' ? 'Księgowość' : null,
      start,
      isOpen,
      random: randomFor(world.seed, key),
    })
  })
}

/** Plans so many cases with the other contractors. */
export function planOtherCases(world: World, count: number): PlannedCase[] {
  return Array.from({ length: count }, (_, index) => {
    const key = `case-${index + 1}`
    const random = randomFor(world.seed, key)
    const contractor =
      index === 0 ? confidential(world) : busyContractor(world, random, ({ key: other }) => other !== goldenContractor)
    const suitable = matters.filter(
      ({ key: matter, trades }) =>
        trades.includes(contractor.trade) &&
        (contractor.trade !== 'office' || officeMatters[contractor.key] === matter),
    )
    const matter = random.pick(suitable.filter(({ key: name }) => contractor.language !== 'de' || name === 'export-de'))
    const start = new Date(world.now.getTime() - Math.floor(random.next() ** 1.25 * STORY_DAYS * DAY_MS) - DAY_MS)
    return planCase(world, {
      key,
      contractor,
      title: random.pick(matter.titles),
      chain: matter.chain,
      audience: matter.audience,
      start,
      isOpen: null,
      random,
    })
  })
}

function confidential(world: World): SampleContractor {
  return world.contractors.find(({ trade }) => trade === 'confidential') as SampleContractor
}

function planCase(world: World, outline: Outline): PlannedCase {
  const { key, contractor, random } = outline
  const opened = intoOfficeHours(outline.start, random)
  const tools = { random, numbering: world.numbering }
  const subject = inventSubject(contractor, opened, tools)
  const first = inventFacts(subject, opened, tools)
  const conversations: PlannedMail[][] = []
  let facts = first
  let invoiced: Facts | null = null
  let start = opened
  for (const [index, name] of outline.chain.entries()) {
    if (name === 'reminder' && invoiced)
      start = new Date(Math.max(start.getTime(), invoiced.due.getTime() + 5 * DAY_MS))
    facts = index === 0 ? first : inventFacts(subject, start, tools)
    if (name === 'reminder') facts = asReminder(facts, invoiced)
    if (name === 'invoice') invoiced = facts
    const mails = planConversation(world, {
      key: `${key}-${index + 1}`,
      scenario: scenarioOf(name),
      contractor,
      caseKey: key,
      facts,
    })
    if (mails.length > 0) conversations.push(mails)
    start = new Date((mails.at(-1)?.sentAt ?? start).getTime() + random.between(2, 11) * DAY_MS)
  }
  const last = conversations.at(-1)?.at(-1)?.sentAt ?? opened
  const title = fill(outline.title, first.words, { speaker: 'f', addressee: 'f' }, random)
  return {
    contractor,
    facts: first,
    conversations,
    caseFile: {
      key,
      title,
      opened,
      contractorKey: contractor.key,
      closed: closingDay(world, { last, start, isOpen: outline.isOpen, random }),
      audience: outline.audience,
      manager: deskOf(world, contractor, scenarioOf(outline.chain[0] ?? '').desk).email,
    },
  }
}

/** A case stays open while something may still come; one in twelve was simply never closed. */
function closingDay(
  world: World,
  { last, start, isOpen, random }: { last: Date; start: Date; isOpen: boolean | null; random: Random },
): Date | null {
  const isRunning = start.getTime() > world.now.getTime() - 9 * DAY_MS || random.chance(0.08)
  if (isOpen ?? isRunning) return null
  const closed = intoOfficeHours(new Date(last.getTime() + random.between(1, 6) * DAY_MS), random)
  return new Date(Math.min(closed.getTime(), world.latest.getTime()))
}
