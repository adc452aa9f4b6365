import type { Lookup } from '../../shared/lookup.ts'
import { buildLookup, buildRow, buildTask, everyone, shelves } from '../addin/pane/build-lookup.ts'
import type { State } from './states.ts'

const HOUR_MS = 3_600_000
const inHours = (hours: number) => new Date(Date.now() + hours * HOUR_MS).toISOString()
const owed = (who: 'us' | 'them', hours: number) => ({ waiting: { who, since: inHours(-hours), itemId: '1' } })
const toCome = [
  buildRow({
    id: '6',
    kind: 'meeting',
    title: 'Przegląd zamówień na drugi kwartał w siedzibie klienta',
    who: 'Anna Nowak',
    occurredAt: inHours(1),
  }),
  buildRow({
    id: '7',
    kind: 'call',
    title: 'Telefon w sprawie montażu',
    who: '',
    occurredAt: '2099-03-02T13:30:00.000Z',
  }),
  buildRow({
    id: '8',
    kind: 'meeting',
    title: 'Odbiór regałów',
    who: '',
    cases: [shelves],
    occurredAt: '2099-11-12T08:00:00.000Z',
  }),
]
const timeline = {
  items: [
    buildRow({ id: '1', title: 'Potwierdzenie terminu dostawy regałów do Radomia', hasAttachment: true }),
    buildRow({ id: '2', kind: 'mail-out', title: 'Re: Termin montażu', snippet: 'Dzień dobry, możemy w czwartek.' }),
  ],
  next: null,
}
const tasks = {
  items: [
    buildTask({ id: 'late', itemId: 'late', title: 'Wysłać poprawioną ofertę', dueOn: '2026-01-05' }),
    buildTask({ id: 'next', itemId: 'next', title: 'Oddzwonić w sprawie montażu', dueOn: '2099-01-02' }),
    buildTask({ id: 'some', itemId: 'some', title: 'Uporządkować cennik', acceptedAt: '2026-01-01T00:00:00.000Z' }),
  ],
  more: 0,
}
const beside = (next: number, waiting: unknown, facts: Partial<Lookup> = {}): State => ({
  answers: {
    'POST /api/lookup': buildLookup({
      openCases: [shelves],
      timeline,
      ...facts,
      upcoming: { items: toCome.slice(0, next), more: next === toCome.length ? 4 : 0 },
    }),
    'GET /api/cases/shelves': everyone,
    'GET /api/contractors/meblex/heads': waiting,
  },
})

/** What is to come and who owes an answer. */
export const upcomingStates: Record<string, State> = {
  upcoming: beside(3, owed('us', 75)),
  'upcoming and tasks': beside(1, owed('them', 0), { tasks }),
}
