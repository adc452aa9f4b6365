import type { Page } from 'playwright-core'
import type { MailHost, OnScreenElse, OpenMessage, QueuedFiling } from '../../addin/host/mail-host.ts'
import type { TaskRow } from '../../shared/activity.ts'
import {
  buildLookup,
  buildMatch,
  buildMessage,
  buildRow,
  complaint,
  everyone,
  shelves,
} from '../addin/pane/build-lookup.ts'
import { type Answer, type FakeHost, refusal } from '../support/fake-host.ts'
import { bulkStates } from './bulk-states.ts'
import { caseStates } from './case-states.ts'
import { doorStates } from './door-states.ts'
import { lateStates } from './late-states.ts'
import { filed as filedByHand, leftStates } from './left-states.ts'
import { longStates } from './long-states.ts'
import { upcomingStates } from './upcoming-states.ts'

/** One state of the pane: what is open, what the server says, and what is pressed before the picture is taken. */
export interface State {
  message?: OpenMessage | null
  answers?: Record<string, Answer>
  otherwise?: OnScreenElse
  queue?: QueuedFiling[]
  isAway?: true
  /** What is otherwise about the mail program, or kept by it. */
  program?: (plain: FakeHost) => Partial<MailHost>
  /** Names of buttons in both languages, in the order of being pressed. */
  press?: { pl: string | RegExp; en: string | RegExp }[]
  /** What is unfolded before that, by what stands there. */
  unfold?: { pl: RegExp; en: RegExp }
  /** What is chosen in a field before, by its value. */
  pick?: { label: { pl: string; en: string }; option: string }
  /** Words that are typed into the search for a case, after that. */
  seek?: string
  /** What is done last of all. */
  act?: (page: Page) => Promise<unknown>
  /** Names of files that are put in; one called empty in Polish is empty. */
  files?: string[]
}

const rows = [
  buildRow({ id: '1', title: 'Potwierdzenie terminu dostawy regałów do Radomia', hasAttachment: true }),
  buildRow({ id: '2', kind: 'invoice', title: 'FV 7/2026', who: '', cases: [shelves] }),
  buildRow({ id: '3', kind: 'call', title: 'Rozmowa o montażu', who: 'Anna Nowak' }),
  buildRow({ id: '4', kind: 'task', title: 'Wysłać ofertę', who: '' }),
  buildRow({ id: '5', kind: 'mail-out', title: 'Re: Termin montażu', snippet: 'Dzień dobry, możemy w czwartek.' }),
]
const madeRow = buildRow({
  id: 'made',
  kind: 'task',
  title: 'Odpisać w sprawie regałów',
  who: '',
  madeFrom: { id: 'i', title: 'Re: Dostawa regałów paletowych na halę w Radomiu' },
})
const full = buildLookup({
  suggestions: [
    {
      contractorId: 'meblex',
      contractorName: 'Meblex',
      caseId: 'shelves',
      caseReference: '2026/0017',
      caseTitle: 'Dostawa regałów',
      method: 'thread',
      reason: '2026/0017',
      score: 0.9,
    },
  ],
  openCases: [shelves, complaint],
  timeline: { items: rows, next: null },
})
const filed = { ...filedByHand, comment: 'Ważne dla działu zakupów' }
const stranger = { name: 'Barbara Zając', address: 'anna@meblex.example', isFreeMail: false, company: 'Meblex' }
const others = [
  buildMatch(),
  buildMatch({ id: 'logistics', name: 'Trans-Pol Logistyka i Spedycja sp. z o.o.', person: null, via: 'domain' }),
]
const tasks = (people: (string | null)[]) => ({
  items: people.map(
    (assigneeName, at): TaskRow => ({
      id: `t${at}`,
      itemId: `i${at}`,
      title: ['Wysłać poprawioną ofertę na regały paletowe do magazynu w Radomiu', 'Oddzwonić'][at] ?? 'Zadanie',
      state: 'new',
      priority: at === 0 ? 'high' : 'normal',
      dueOn: ['2026-01-02', '2099-01-02', null][at] ?? null,
      assigneeId: 'u',
      assigneeName,
      givenBy: null,
      acceptedAt: at === 1 ? null : '2026-01-01T00:00:00.000Z',
      contractorId: 'meblex',
      contractorName: 'Meblex Fabryka Mebli Biurowych sp. z o.o.',
    }),
  ),
  next: 'more',
})
const attachment = (name: string, documentType: string | null, more = {}) => ({
  hash: name.padEnd(64, '0'),
  name,
  type: 'application/pdf',
  size: 1,
  documentType,
  ...more,
})
/** Attachments of a filed mail: a document, one that stays with it, one that somebody has put in by hand. */
const kept = {
  id: 'i',
  attachments: [
    ['Oferta na regały paletowe 2026 wersja ostateczna poprawiona.pdf', 'offer', 'o', 'offer'],
    ['image001.png', null, null, null],
    ['Umowa ramowa.pdf', 'contract', 'u', null],
  ].map(([name, documentType, itemId, keptAs], position) => ({
    position,
    name,
    type: 'application/pdf',
    size: 1,
    documentType,
    itemId,
    keptAs,
  })),
  may: { chooseDocuments: true },
}
const made = [
  ['task', 'Odpisać w sprawie regałów paletowych i uszkodzonych krawędzi', 'in-progress', '2026-11-20', null],
  ['meeting', 'Pomiar hali', null, null, '2026-12-03T09:30:00.000Z'],
  ['task', 'Zamówić kątowniki', 'done', '2026-11-19', null],
  ['note', 'Klient woli kontakt po 15', null, null, null],
].map(([kind, title, state, dueOn, startsAt], at) => ({
  itemId: `made-${at}`,
  kind,
  title,
  state,
  dueOn,
  startsAt,
  assigneeName: state && 'Ewa Zielińska-Wiśniewska',
  contractorId: 'meblex',
  contractorName: 'Meblex',
}))
const carrying = { ...filed, attachments: { all: 3, kept: 1 } }
const unfold = { pl: /^Załączniki/, en: /^Attachments/ }
const meblex = {
  id: 'meblex',
  follows: true,
  people: [{ id: 'a', name: 'Anna Nowak', addresses: ['anna@meblex.example'] }],
}
const team = {
  'GET /api/users': { items: [{ id: 'ewa', name: 'Ewa Zielińska-Wiśniewska' }], next: null },
  'GET /api/me': { id: 'jan' },
}
const company = { 'GET /api/timeline': { items: rows, next: null } }
const file = (lookup: unknown, answers: Record<string, Answer> = {}): State => ({
  answers: { 'POST /api/lookup': lookup, 'GET /api/cases/shelves': everyone, ...answers },
})
const contractor = (id: string, name: string) => ({ id, name, nip: null, city: 'Radom', follows: true })

/** Every state of the pane, as the contact sheet shows them. */
export const states: Record<string, State> = {
  known: file(full),
  filed: file({ ...full, filed: [filed] }),
  'filed and made from': file({
    ...full,
    filed: [filed],
    activities: made,
    timeline: { items: [madeRow, ...rows], next: null },
  }),
  'filed by itself': file({
    ...full,
    filed: [{ ...filed, by: null, method: 'address', evidence: 'anna@meblex.example' }],
  }),
  unfiled: {
    ...file({ ...full, filed: [filed] }),
    press: [{ pl: 'Odepnij: Meblex · 2026/0017', en: 'Unfile: Meblex · 2026/0017' }],
  },
  move: {
    ...file({ ...full, filed: [filed] }, { 'GET /api/contractors/meblex/cases': { items: [complaint], next: null } }),
    press: [{ pl: 'Przenieś: Meblex · 2026/0017', en: 'Move: Meblex · 2026/0017' }],
  },
  'own words': {
    ...file(full),
    press: [
      { pl: 'Nadaj tytuł', en: 'Add a title' },
      { pl: 'Skomentuj', en: 'Comment' },
    ],
  },
  refused: {
    ...file(full, { 'POST /api/messages': refusal(409, 'case-closed') }),
    press: [{ pl: 'Przypisz', en: 'File' }],
  },
  attachments: {
    ...file(full, {
      'POST /api/messages/attachments': {
        items: [
          attachment('Oferta na regały paletowe 2026 wersja ostateczna poprawiona.pdf', 'offer'),
          attachment('image001.png', null),
          attachment('Regulamin.pdf', 'document', { chosen: null }),
        ],
      },
    }),
    press: [{ pl: 'Załączniki', en: 'Attachments' }],
  },
  'filed attachments': {
    ...file({ ...full, filed: [carrying] }, { 'GET /api/items/i': kept }),
    unfold,
  },
  'filed attachments fixed': {
    ...file({ ...full, filed: [carrying] }, { 'GET /api/items/i': { ...kept, may: { chooseDocuments: false } } }),
    unfold,
  },
  'filed attachments away': {
    ...file({ ...full, filed: [carrying] }, { 'GET /api/items/i': refusal(503, 'unavailable') }),
    unfold,
  },
  search: {
    ...file(full, {
      'GET /api/contractors/meblex/timeline': {
        items: rows.slice(0, 2),
        next: null,
      },
    }),
    press: [{ pl: 'Szukaj w tej kartotece', en: 'Search this file' }],
  },
  'open tasks': file({ ...full, tasks: { ...tasks(['Jan Kowalski', 'Ewa Lis']), more: 2 } }),
  call: { ...file(full, { 'GET /api/contractors/meblex': meblex }), press: [{ pl: 'Rozmowa', en: 'Call' }] },
  task: { ...file(full, team), press: [{ pl: 'Zadanie', en: 'Task' }] },
  'other contractor': { ...file(full), press: [{ pl: 'Wskaż innego kontrahenta', en: 'Choose another contractor' }] },
  'several contractors': file({ ...full, contractors: others }),
  'empty file': file(buildLookup()),
  unknown: file(buildLookup({ contractors: [], unknown: [stranger] })),
  create: {
    ...file(buildLookup({ contractors: [], unknown: [stranger] })),
    press: [{ pl: 'Utwórz kontrahenta: anna@meblex.example', en: 'Create contractor: anna@meblex.example' }],
  },
  internal: file(buildLookup({ contractors: [] })),
  'not loaded': { isAway: true, queue: [] },
  'no mail': {
    message: null,
    answers: {
      ...company,
      'GET /api/triage/groups': { items: [{ amount: 5 }], next: null },
      'GET /api/pinned-contractors': { items: [contractor('meblex', 'Meblex')], next: null },
      'GET /api/recent-contractors': { items: [contractor('kowal', 'Hurtownia Kowal sp. z o.o.')], next: null },
      'GET /api/tasks': tasks([null, null, null]),
    },
  },
  appointment: { message: null, otherwise: { is: 'appointment' } },
  draft: {
    ...file(full, { 'GET /api/contractors/meblex/timeline': { items: rows.slice(1, 2), next: null } }),
    message: null,
    otherwise: {
      is: 'draft',
      draft: { id: '1', to: buildMessage().from, cc: [], bcc: [], subject: 'Oferta', meant: null },
    },
  },
  'signed out': {
    answers: {
      'POST /api/lookup': refusal(401, 'not-signed-in'),
      'POST /api/session/refresh': refusal(401, 'not-signed-in'),
    },
  },
  ...bulkStates,
  ...caseStates,
  ...doorStates,
  ...lateStates,
  ...leftStates,
  ...longStates,
  ...upcomingStates,
}
