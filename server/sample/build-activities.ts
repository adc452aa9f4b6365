import { type Random, randomFor } from './random.ts'
import type { SampleActivity } from './sample-types.ts'
import { inventFacts } from './story/facts.ts'
import { fill, wordFor } from './story/fill.ts'
import type { PlannedCase } from './story/plan-cases.ts'
import { deskOf, type World } from './story/world.ts'
import { atWarsawHour, DAY_MS, intoOfficeHours, MINUTE_MS, workingDayAfter } from './warsaw-time.ts'
import { callTexts, meetingTexts, taskTexts } from './words/activity-texts.ts'

/** Calls, meetings and tasks around the cases; some meetings and tasks lie ahead. */
export function buildActivities(world: World, cases: PlannedCase[], count: number): SampleActivity[] {
  const activities = Array.from({ length: count }, (_, index) => {
    const key = `activity-${index + 1}`
    const random = randomFor(world.seed, key)
    const planned = index < 30 ? (cases[index % 12] as PlannedCase) : random.pick(cases)
    return buildActivity(world, { key, planned, random, isAhead: index % 14 === 0 })
  })
  return activities.toSorted((one, other) => one.start.getTime() - other.start.getTime())
}

type Plan = { key: string; planned: PlannedCase; random: Random; isAhead: boolean }

function buildActivity(world: World, { key, planned, random, isAhead }: Plan): SampleActivity {
  const { contractor, caseFile, facts } = planned
  const kind = isAhead
    ? random.pick(['meeting', 'task'] as const)
    : random.pick(['call', 'call', 'meeting', 'task', 'task'] as const)
  const texts = { call: callTexts, meeting: meetingTexts, task: taskTexts }[kind].filter(([trades]) =>
    trades.includes(contractor.trade),
  )
  const [, title, note] = random.pick(texts)
  const start = isAhead
    ? ahead(world.now, random)
    : betweenMoments(caseFile.opened, caseFile.closed ?? world.latest, random)
  const words = inventFacts(facts.subject, start, { random, numbering: () => wordFor('korekta', facts.words) }).words
  const desk = { call: 'sales', meeting: 'sales', task: random.pick(['sales', 'service', 'accounting'] as const) }[
    kind
  ] as 'sales'
  const assignee = deskOf(world, contractor, desk)
  const contacts = world.contacts.get(contractor.key) ?? []
  const say = (text: string) =>
    fill(
      text,
      { ...facts.words, ...words, ...numbersOf(facts.words) },
      { speaker: assignee.gender, addressee: 'f' },
      random,
    )
  const length = { call: random.between(3, 25), meeting: random.pick([30, 60, 90, 120]), task: 0 }[kind]
  return {
    key,
    kind,
    start,
    contractorKey: contractor.key,
    caseKey: random.chance(0.8) ? caseFile.key : null,
    end: kind === 'task' ? null : new Date(start.getTime() + length * MINUTE_MS),
    title: say(title),
    note: say(note),
    person: kind !== 'task' && contacts.length > 0 ? random.pick(contacts).key : null,
    assignee: assignee.email,
    due: kind === 'task' ? workingDayAfter(start, random.between(1, 9)) : null,
    state: stateOf(kind, { isAhead, isRecent: start.getTime() > world.now.getTime() - 12 * DAY_MS, random }),
  }
}

/** Document numbers stay those of the case, whenever the activity took place. */
function numbersOf(words: Record<string, string>): Record<string, string> {
  return { faktura: wordFor('faktura', words), korekta: wordFor('korekta', words) }
}

function stateOf(
  kind: SampleActivity['kind'],
  { isAhead, isRecent, random }: { isAhead: boolean; isRecent: boolean; random: Random },
): SampleActivity['state'] {
  if (kind === 'task')
    return isAhead || (isRecent && random.chance(0.7))
      ? random.pick(['new', 'new', 'in-progress'])
      : random.chance(0.06)
        ? 'cancelled'
        : 'done'
  if (isAhead) return 'planned'
  return kind === 'meeting' && random.chance(0.05) ? 'cancelled' : 'done'
}

function ahead(now: Date, random: Random): Date {
  return atWarsawHour(workingDayAfter(now, random.between(1, 20)), random.between(9, 14), random.pick([0, 15, 30]))
}

/** A moment of a working day between two others. */
export function betweenMoments(from: Date, to: Date, random: Random): Date {
  const at = intoOfficeHours(
    new Date(from.getTime() + random.next() * Math.max(0, to.getTime() - from.getTime())),
    random,
  )
  return at.getTime() > to.getTime() ? to : at
}
