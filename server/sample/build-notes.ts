import { betweenMoments } from './build-activities.ts'
import { randomFor } from './random.ts'
import type { SampleActivity } from './sample-types.ts'
import { inventFacts } from './story/facts.ts'
import { fill, wordFor } from './story/fill.ts'
import type { PlannedCase } from './story/plan-cases.ts'
import { deskOf, type World } from './story/world.ts'
import { noteTexts } from './words/activity-texts.ts'

/** What colleagues wrote down for each other about contractors and their cases. Each has a chance of its own, so that nothing else changes by them. */
export function buildNotes(world: World, cases: PlannedCase[], count: number): SampleActivity[] {
  const notes = Array.from({ length: count }, (_, index) => buildNote(world, cases, index))
  return notes.toSorted((one, other) => one.start.getTime() - other.start.getTime())
}

function buildNote(world: World, cases: PlannedCase[], index: number): SampleActivity {
  const key = `note-${index + 1}`
  const random = randomFor(world.seed, key)
  // The first cases are those that every tour of the company passes by.
  const { contractor, caseFile, facts } = index < 12 ? (cases[index] as PlannedCase) : random.pick(cases)
  const [, title, note] = random.pick(noteTexts.filter(([trades]) => trades.includes(contractor.trade)))
  const start = betweenMoments(caseFile.opened, caseFile.closed ?? world.latest, random)
  const numbering = () => wordFor('korekta', facts.words)
  const { words } = inventFacts(facts.subject, start, { random, numbering })
  const author = deskOf(world, contractor, random.pick(['sales', 'service'] as const))
  const say = (text: string) =>
    fill(text, { ...facts.words, ...words }, { speaker: author.gender, addressee: 'f' }, random)
  return {
    key,
    kind: 'note',
    start,
    contractorKey: contractor.key,
    caseKey: random.chance(0.5) ? caseFile.key : null,
    end: null,
    title: say(title),
    note: say(note),
    person: null,
    assignee: author.email,
    due: null,
    state: 'done',
  }
}
