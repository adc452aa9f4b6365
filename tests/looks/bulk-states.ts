import type { Page } from 'playwright-core'
import type { QueuedFiling } from '../../addin/host/mail-host.ts'
import type { FilingStore, KeptFiling } from '../../addin/queue/kept-filing.ts'
import { pageQueue } from '../../addin/queue/page-queue.ts'
import { buildLookup, buildMessage, complaint, everyone, shelves } from '../addin/pane/build-lookup.ts'
import { refusal } from '../support/fake-host.ts'
import type { State } from './states.ts'

const lookup = buildLookup({ openCases: [shelves] })
const contractor = { id: 'meblex', name: 'Meblex Fabryka Mebli Biurowych sp. z o.o.', nip: null, city: 'Radom' }
const answers = {
  'POST /api/lookup': lookup,
  'GET /api/cases/shelves': everyone,
  'GET /api/contractors': { items: [contractor], next: null },
  'GET /api/contractors/meblex': everyone,
  'GET /api/contractors/meblex/cases': { items: [shelves, complaint], next: null },
  'POST /api/contractors/meblex/cases': refusal(403, 'not-allowed'),
}
const several: State = {
  message: null,
  answers,
  otherwise: {
    is: 'several',
    mails: ['Dostawa regałów: termin', 'Re: Dostawa regałów', 'Re: Dostawa regałów: protokół odbioru i uwagi'].map(
      (subject, at) => ({ id: `${at}`, subject }),
    ),
  },
}
const waiting: QueuedFiling = {
  id: 'q1',
  messageId: 'q1@x.example',
  subject: 'Zamówienie regałów paletowych do magazynu w Radomiu',
  placeName: 'Meblex · 2026/0017 · Dostawa regałów',
  contractorId: 'meblex',
  caseId: 'shelves',
  newCase: null,
  comment: '',
  title: '',
  addedAt: new Date().toISOString(),
  state: 'waiting',
  attempts: 0,
  failure: null,
}
const stopped: QueuedFiling = { ...waiting, id: 'q4', subject: 'Faktura', state: 'stopped', failure: 'case-closed' }
const taught = {
  itemId: 'i',
  contractorId: 'meblex',
  contractorName: 'Meblex',
  caseId: null,
  caseReference: null,
  caseTitle: null,
  by: null,
  at: '2026-11-23T11:00:00.000Z',
  method: 'domain' as const,
  evidence: '@meblex.example',
  comment: '',
}

/** The browser's own queue, as it is shown to one of several people who use it. */
function keeps(filings: KeptFiling[]): Pick<State, 'program'> {
  const all = new Map(filings.map(filing => [filing.id, filing]))
  const store: FilingStore = {
    all: async () => [...all.values()],
    get: async id => all.get(id),
    source: async () => new ArrayBuffer(0),
    add: async filing => void all.set(filing.id, filing),
    put: async filing => void all.set(filing.id, filing),
    remove: async id => void all.delete(id),
  }
  return { program: plain => ({ queue: pageQueue(plain, () => 'jan@nasza.example', { store }) }) }
}
const kept = (filing: QueuedFiling, account = 'jan@nasza.example'): KeptFiling => ({
  ...filing,
  account,
  dueAt: Date.now() + 3_600_000,
})
const ofTwo = keeps([
  kept({ ...stopped, subject: 'Poufna sprawa kogoś innego' }, 'ewa@nasza.example'),
  kept({ ...stopped, id: 'q2', subject: 'Faktura korygująca' }),
  kept({ ...stopped, id: 'q3', subject: 'Faktura', addedAt: new Date(Date.now() + 1000).toISOString() }),
])

/** All mails to one contractor, and into a case that is still to be opened. */
async function intoNewCase(page: Page) {
  await page.getByRole('radio').nth(1).check()
  await page.getByRole('combobox').fill('meb')
  await page.locator('.option').first().click()
  await page.getByRole('combobox').first().selectOption('new')
}

/** States of many mails at once: those that are selected, those that wait for the server, and earlier ones of a sender. */
export const bulkStates: Record<string, State> = {
  'several mails': several,
  'several new case': { ...several, act: intoNewCase },
  'several new case refused': {
    ...several,
    act: async page => {
      await intoNewCase(page)
      await page.locator('form [type=submit]').click()
    },
  },
  queue: {
    answers,
    queue: [
      { ...waiting, attempts: 2, failure: 'offline' },
      { ...stopped, failure: 'not-allowed' },
    ],
  },
  'queue mixed': {
    answers,
    queue: [
      waiting,
      { ...waiting, id: 'q2', subject: 'Oferta', state: 'sending' },
      { ...waiting, id: 'q3', subject: '', placeName: '', contractorId: null, caseId: null, failure: 'not-signed-in' },
      stopped,
    ],
  },
  'queue stopped': { answers, queue: [stopped] },
  'queue of two people': { answers, ...ofTwo },
  'queue discarded': {
    answers,
    ...ofTwo,
    act: async page => {
      const discard = page.locator('.queue li:first-child button').last()
      await discard.focus()
      await discard.press('Enter')
    },
  },
  'queue calm': {
    answers,
    queue: [waiting],
    act: page => page.locator('.queue summary').click(),
  },
  'always earlier': {
    message: buildMessage(),
    answers: {
      ...answers,
      'POST /api/lookup': { ...lookup, filed: [taught] },
      'POST /api/items/i/teach': {},
      'GET /api/contractors/meblex/sweep': { mails: 47, mailboxes: 3, filed: 5, confidential: 2, waiting: 22 },
    },
    act: async page => {
      await page.locator('.teach button').nth(2).click()
      // The act waits until nobody may undo it any more.
      await page.locator('.toast button').last().click()
      await page.locator('.sweep').waitFor()
    },
  },
}
