import { buildLookup, buildMatch, buildMessage, everyone, shelves } from '../addin/pane/build-lookup.ts'
import type { State } from './states.ts'

const lookup = buildLookup({ contractors: [buildMatch()], openCases: [shelves] })
const answers = { 'POST /api/lookup': lookup, 'GET /api/cases/shelves': everyone }
const jan = { id: 'jan', name: 'Jan Kowalski', email: 'jan@nasza.example', isAdmin: false, language: 'pl' }
const circle = {
  'GET /api/contractors/meblex/seers': {
    items: [
      { id: 'jan', name: 'Jan Kowalski' },
      { id: 'ewa', name: 'Ewa Zielińska-Wiśniewska' },
      { id: 'piotr', name: 'Piotr Lis' },
      { id: 'ola', name: 'Aleksandra Konstantynopolitańczykowianeczkówna' },
    ],
  },
}
const stranger = { address: 'anna@meblex.example', name: 'Anna Nowak', isFreeMail: false, company: 'Meblex' }
const template = {
  id: 't',
  name: 'Potwierdzenie zamówienia',
  language: 'pl',
  subject: 'Zamówienie {kontrahent}',
  body: 'Dzień dobry, {imię}!\n\nPotwierdzamy zamówienie w sprawie {znak sprawy}. Montaż zaczniemy w ciągu tygodnia od dostawy.\n\nPozdrawiam\n{ja}',
  isShared: true,
  isArchived: false,
  mayChange: false,
}
const draft = { id: '1', to: buildMessage().from, cc: [], bcc: [], subject: '', meant: null }
const writing: State = {
  message: null,
  otherwise: { is: 'draft', draft },
  answers: {
    ...answers,
    'GET /api/contractors/meblex/timeline': { items: [], next: null },
    'GET /api/me': jan,
    'GET /api/contractors/meblex': {
      id: 'meblex',
      addresses: [],
      people: [{ id: 'anna', name: 'Anna Nowak', role: null, phones: [], addresses: ['anna@meblex.example'] }],
      follows: false,
    },
    'GET /api/mail-templates': { items: [template, { ...template, id: 'own', isShared: false }], next: null },
  },
}
const create = [
  { pl: 'Utwórz kontrahenta: anna@meblex.example', en: 'Create contractor: anna@meblex.example' },
  { pl: 'Utwórz kontrahenta', en: 'Create contractor' },
]
const meblex = { id: 'm', name: 'Przedsiębiorstwo Produkcyjno-Handlowe Meblex', nip: '5213017228', city: 'Radom' }
const held = { items: [{ address: '@meblex.example', contractors: [meblex] }], ofTaxId: [meblex] }
const swept = {
  'POST /api/lookup': buildLookup({ contractors: [], unknown: [stranger] }),
  'POST /api/contractors/holders': { items: [], ofTaxId: [] },
  'POST /api/contractors': { id: 'fresh', name: 'Meblex' },
  'GET /api/contractors/fresh/sweep': { mails: 47, mailboxes: 3, filed: 5, confidential: 2, waiting: 40 },
  'POST /api/contractors/fresh/sweep': { looked: 40, filed: 38, next: null },
}

/** States that come with forms and offers: who alone shall see it, earlier mail, templates, files that are put in. */
export const lateStates: Record<string, State> = {
  narrow: {
    answers: {
      ...answers,
      'GET /api/me': jan,
      ...circle,
    },
    press: [{ pl: 'Zawęź krąg', en: 'Narrow the circle' }],
  },
  'note narrowed': {
    answers: { ...answers, 'GET /api/me': jan, ...circle },
    press: [{ pl: 'Notatka', en: 'Note' }],
    act: async page => {
      await page
        .locator('form')
        .last()
        .getByRole('button', { name: /Zawęź krąg|Narrow the circle/ })
        .click()
      await page.locator('form').last().getByRole('checkbox').first().check()
    },
  },
  'narrow unavailable': { answers, press: [{ pl: 'Zawęź krąg', en: 'Narrow the circle' }] },
  'double contractor': { answers: { ...swept, 'POST /api/contractors/holders': held }, press: create },
  sweep: { answers: swept, press: create },
  'sweep done': { answers: swept, press: [...create, { pl: /^Przypisz 40/, en: /^File 40/ }] },
  'no templates': {
    ...writing,
    answers: { ...writing.answers, 'GET /api/mail-templates': { items: [], next: null } },
  },
  templates: writing,
  'template chosen': { ...writing, pick: { label: { pl: 'Szablon', en: 'Template' }, option: 'own' } },
  'template inserted': {
    ...writing,
    pick: { label: { pl: 'Szablon', en: 'Template' }, option: 't' },
    press: [{ pl: 'Wstaw do wiadomości', en: 'Insert into the mail' }],
  },
  'files put in': {
    answers: {
      ...answers,
      'POST /api/contractors/meblex/documents': { became: 'document', id: 'd', isKnown: false, item: null },
    },
    files: ['Protokół odbioru regałów paletowych w magazynie nr 3 w Radomiu.pdf', 'pusty.txt', 'cennik.eml'],
  },
}
