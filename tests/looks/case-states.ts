import type { QueuedFiling } from '../../addin/host/mail-host.ts'
import { buildLookup, buildRow, complaint, shelves } from '../addin/pane/build-lookup.ts'
import { type Asked, refusal } from '../support/fake-host.ts'
import type { State } from './states.ts'

const longTitle = 'Dostawa i montaż regałów paletowych w magazynie wysokiego składowania w Radomiu'
const cases = [shelves, complaint, { ...shelves, id: 'third', reference: '2026/0023', title: longTitle }]
const rows = [
  buildRow({ id: '1', title: 'Potwierdzenie terminu dostawy regałów do Radomia', hasAttachment: true }),
  buildRow({ id: '2', kind: 'invoice', title: 'FV 7/2026', who: '', cases: [shelves] }),
]
const group = { id: 'g', name: 'Wszyscy', isGroup: true }
const read = {
  ...shelves,
  managerId: 'jan',
  managerName: 'Jan Kowalski',
  audience: [group, { id: 'ewa', name: 'Ewa Zielińska-Wiśniewska', isGroup: false }],
  inherits: false,
  parties: [],
  follows: false,
  may: { change: true, changeAudience: true },
}
const closed = {
  ...shelves,
  id: 'closed',
  reference: '2025/0114',
  title: longTitle,
  closedAt: '2026-03-02T10:00:00.000Z',
}
const people = [
  { id: 'jan', name: 'Jan Kowalski', email: 'jan@nasza.example' },
  { id: 'ewa', name: 'Ewa Zielińska-Wiśniewska', email: 'ewa.zielinska-wisniewska@nasza.example' },
  { id: 'ola', name: 'Aleksandra Konstantynopolitańczykowianeczkówna', email: 'ola@nasza.example' },
]
const answers = {
  'POST /api/lookup': buildLookup({ openCases: cases, timeline: { items: rows, next: null } }),
  'GET /api/cases/shelves': read,
  'GET /api/users': { items: people, next: null },
  'GET /api/groups': {
    items: [
      { id: 'g', name: 'Wszyscy' },
      { id: 'h', name: 'Dział handlowy' },
    ],
    next: null,
  },
  'GET /api/contractors/meblex': {
    may: { change: true, changeAudience: true },
    people: [{ id: 'anna', name: 'Anna Nowak', addresses: [] }],
  },
  'GET /api/contractors/meblex/cases': { items: [closed], next: null },
  'GET /api/contractors/meblex/timeline': { items: [], next: null },
}
/** Cases of a file that has more than it offers: what is asked without words, and what is said to words. */
const many = (said: (words: string) => unknown) => ({
  ...answers,
  'GET /api/contractors/meblex/cases': ({ query }: Asked) => {
    const words = query.get('q')
    if (words) return said(words)
    const items = query.get('open')
      ? [closed, { ...closed, id: 'c2', reference: '2025/0098', title: 'Reklamacja' }]
      : cases
    return { items, next: 'more' }
  },
})
const found = { items: [{ ...closed, id: 'old', reference: '2019/0003', title: 'Stara dostawa' }, closed], next: null }
const longFound = {
  items: [
    { ...closed, reference: 'ZNAK/DZIAŁ-HANDLOWY/2019/000000017', title: 'Przedsiębiorstwowielobranżowo'.repeat(3) },
  ],
  next: null,
}
const searches = {
  waiting: many(() => new Promise(() => undefined)),
  found: many(() => found),
  nothing: many(() => ({ items: [], next: null })),
  failing: many(() => refusal(503, 'unavailable')),
  long: many(() => longFound),
}
/** The same beside a mail, with as many open cases as come with it. */
const beside = (said: (words: string) => unknown) => ({
  ...many(said),
  'POST /api/lookup': buildLookup({
    openCases: Array.from({ length: 20 }, (_none, at) => ({
      ...shelves,
      id: `open-${at}`,
      title: `Dostawa ${at + 1}`,
    })),
  }),
})
const acts = { pl: 'Sprawa 2026/0017: zmień lub zamknij', en: 'Case 2026/0017: change or close' }
const shelf = { pl: 'Nowa sprawa i sprawy zamknięte', en: 'New case and closed cases' }
const unfold = { pl: /^Filtry/, en: /^Filters/ }
const waiting: QueuedFiling = {
  id: 'q1',
  messageId: 'q1@x.example',
  subject: 'Zamówienie regałów',
  placeName: 'Meblex · 2026/0017 · Dostawa regałów',
  contractorId: 'meblex',
  caseId: 'shelves',
  newCase: null,
  comment: '',
  title: '',
  addedAt: '2026-01-05T11:00:00.000Z',
  state: 'waiting',
  attempts: 2,
  failure: 'offline',
}

/** States of cases, of what narrows the timeline, and of filings that wait when somebody signs out. */
export const caseStates: Record<string, State> = {
  'case acts': { answers, press: [acts] },
  'case acts reader': {
    answers: { ...answers, 'GET /api/cases/shelves': { ...read, may: { change: false, changeAudience: false } } },
    press: [acts],
  },
  'case title': { answers, press: [acts, { pl: 'Zmień tytuł', en: 'Change title' }] },
  'case manager': { answers, press: [acts, { pl: 'Przekaż sprawę', en: 'Hand over the case' }] },
  'case viewers': { answers, press: [acts, { pl: 'Zmień, kto widzi', en: 'Change who sees this' }] },
  'case closed': { answers, press: [acts, { pl: 'Zamknij sprawę', en: 'Close case' }] },
  'closed cases': { answers, press: [shelf] },
  'closed many': { answers: searches.found, press: [shelf] },
  'closed waiting': { answers: searches.waiting, press: [shelf], seek: 'Stara' },
  'closed found': { answers: searches.found, press: [shelf], seek: 'Stara' },
  'closed nothing': {
    answers: searches.nothing,
    press: [shelf],
    seek: `brzdąkotka${' i bardzo długa fraza'.repeat(3)}`,
  },
  'closed failing': { answers: searches.failing, press: [shelf], seek: 'Stara' },
  'closed long': { answers: searches.long, press: [shelf], seek: 'Stara' },
  'filing among many': { answers: beside(() => found) },
  'filing found': { answers: beside(() => found), seek: 'Stara' },
  'filing nothing': { answers: beside(() => ({ items: [], next: null })), seek: 'brzdąkotka' },
  'filing failing': { answers: beside(() => refusal(503, 'unavailable')), seek: 'Stara' },
  'filters many': { answers: searches.found, unfold },
  'filters found': { answers: searches.found, unfold, seek: 'Stara' },
  'filters nothing': { answers: searches.nothing, unfold, seek: 'brzdąkotka' },
  'filters failing': { answers: searches.failing, unfold, seek: 'Stara' },
  'filters long': { answers: searches.long, unfold, seek: 'Stara' },
  'new case': { answers, press: [shelf, { pl: 'Nowa sprawa', en: 'New case' }] },
  filters: { answers, unfold },
  'filters on': { answers, unfold, pick: { label: { pl: 'Osoba', en: 'Person' }, option: 'anna' } },
  'old queue': {
    answers,
    queue: [waiting, { ...waiting, id: 'q2', subject: 'Druga', addedAt: '2099-01-01T00:00:00.000Z' }],
  },
  leave: {
    answers,
    queue: [{ ...waiting, addedAt: '2099-01-01T00:00:00.000Z' }],
    press: [{ pl: 'Wyloguj się', en: 'Sign out' }],
  },
  'leave not sent': {
    answers,
    queue: [{ ...waiting, addedAt: '2099-01-01T00:00:00.000Z' }],
    press: [
      { pl: 'Wyloguj się', en: 'Sign out' },
      { pl: 'Wyślij i wyloguj', en: 'Send and sign out' },
    ],
  },
}
