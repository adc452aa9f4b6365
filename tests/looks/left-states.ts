import type { Page } from 'playwright-core'
import type { RestPlace } from '../../addin/host/mail-host.ts'
import type { KeptRun } from '../../addin/pane/kept-run.ts'
import { buildLookup, buildMessage, everyone, shelves } from '../addin/pane/build-lookup.ts'
import { type Asked, type FakeHost, refusal } from '../support/fake-host.ts'
import type { State } from './states.ts'

const mails = [
  'Dostawa regałów: termin',
  'Re: Dostawa regałów',
  'Re: Dostawa regałów: protokół odbioru i uwagi do montażu w hali B',
  '',
  'Faktura korygująca',
  'Zapytanie o regały półkowe',
].map((subject, at) => ({ id: `${at}`, subject }))
const place: RestPlace = { contractorId: 'meblex', caseId: 'shelves', name: 'Meblex · 2026/0017 · Dostawa regałów' }
const newCase = { ...place, caseId: null, newCase: { title: 'Dostawa regałów', number: 'n' } }
const runOf = (facts: Partial<KeptRun> = {}): KeptRun => ({
  id: 'run',
  account: 'jan@nasza.example',
  mails: mails.slice(0, 3),
  place,
  ...facts,
})
const lookup = buildLookup({ openCases: [shelves] })
/** A mail that lies in a case by hand. */
export const filed = {
  itemId: 'i',
  contractorId: 'meblex',
  contractorName: 'Meblex',
  caseId: 'shelves',
  caseReference: '2026/0017',
  caseTitle: 'Dostawa regałów',
  by: 'Jan Kowalski',
  at: '2026-11-23T11:00:00.000Z',
  method: 'hand' as const,
  evidence: '',
  comment: '',
}
const bySelf = { ...filed, by: null, method: 'domain' as const, evidence: '@meblex.example' }
const next = buildMessage({ messageId: 'two@meblex.example', subject: 'Faktura' })
/** What becomes of one mail after the other. */
const fates = ['file', 'pending', 'triage', 'leave-out']
const received = (action: string) => ({ id: null, messageId: null, action, items: [], method: null, evidence: '' })
const answers = {
  'POST /api/lookup': lookup,
  'GET /api/cases/shelves': everyone,
  'GET /api/contractors': { items: [], next: null },
  'GET /api/timeline': { items: [], next: null },
  'POST /api/messages': received('file'),
  'POST /api/contractors/meblex/cases': refusal(403, 'not-allowed'),
}

/** A pane in which `runs` were left when it was closed; of its mails only so many can be read. */
function left(runs: KeptRun[], { reads = Number.POSITIVE_INFINITY } = {}): Pick<State, 'program'> {
  return {
    program(plain) {
      plain.stored.set('left-runs', JSON.stringify(runs))
      return { readSelected: readerOf(reads) }
    },
  }
}

/** Reads so many mails, and then waits without end. */
function readerOf(reads: number) {
  let asked = 0
  return async () => {
    asked += 1
    if (asked > reads) await new Promise(() => undefined)
    return { message: buildMessage(), source: new Blob(['Subject: x']) }
  }
}

/** Each mail fares otherwise than the one before. */
function variously() {
  let asked = 0
  return () => {
    asked += 1
    return asked > fates.length ? refusal(403, 'not-allowed') : received(fates[asked - 1] ?? 'file')
  }
}

/** Another mail is selected when the picture's act says so. */
function selects(plain: FakeHost) {
  addEventListener('next mail', () => plain.show(next))
  return {}
}
const selectNext = (page: Page) => page.evaluate(() => dispatchEvent(new Event('next mail')))
const goOn = { pl: 'Dokończ', en: 'Finish filing' }
/** The same mails are selected, and then another one. */
const leaving = (reads: number): State => ({
  message: null,
  answers,
  otherwise: { is: 'several', mails: mails.slice(0, 3) },
  program: plain => ({ ...selects(plain), readSelected: readerOf(reads) }),
})
const nextOnly = ({ body }: Asked) =>
  (body as { messageId?: string }).messageId === next.messageId ? lookup : { ...lookup, filed: [filed] }

/** States of what was left unfinished: by a pane that was closed, and by whoever selects another mail meanwhile. */
export const leftStates: Record<string, State> = {
  'left run': { message: null, answers, ...left([runOf()]) },
  'left run beside a mail': { answers, ...left([runOf({ place: null, mails: mails.slice(0, 1) })]) },
  'left run twice': { message: null, answers, ...left([runOf(), runOf({ id: 'other', place: null, mails })]) },
  'left run under way': { message: null, answers, ...left([runOf()], { reads: 1 }), press: [goOn] },
  'left run over': {
    message: null,
    answers: { ...answers, 'POST /api/messages': variously() },
    ...left([runOf({ mails })]),
    press: [goOn],
  },
  'left run without its case': { message: null, answers, ...left([runOf({ place: newCase })]), press: [goOn] },
  'several under way': {
    ...leaving(1),
    act: page => page.locator('form [type=submit]').click(),
  },
  'several over': {
    ...leaving(Number.POSITIVE_INFINITY),
    answers: { ...answers, 'POST /api/messages': variously() },
    otherwise: { is: 'several', mails },
    act: page => page.locator('form [type=submit]').click(),
  },
  'several through': {
    ...leaving(Number.POSITIVE_INFINITY),
    act: page => page.locator('form [type=submit]').click(),
  },
  'several and another mail': {
    ...leaving(1),
    act: async page => {
      await page.locator('form [type=submit]').click()
      await page.locator('[data-fate=filed]').waitFor()
      await selectNext(page)
    },
  },
  'several unread': {
    ...leaving(0),
    program: () => ({ readSelected: undefined as never }),
  },
  'unfiled and another mail': {
    answers: { ...answers, 'POST /api/lookup': nextOnly },
    program: selects,
    press: [{ pl: 'Odepnij: Meblex · 2026/0017', en: 'Unfile: Meblex · 2026/0017' }],
    act: selectNext,
  },
  'taught and another mail': {
    answers: { ...answers, 'POST /api/lookup': { ...lookup, filed: [bySelf] } },
    program: selects,
    act: async page => {
      await page.locator('.teach button').nth(2).click()
      await selectNext(page)
    },
  },
  'task begun and another mail': {
    answers: {
      ...answers,
      'GET /api/users': { items: [{ id: 'jan', name: 'Jan Kowalski' }], next: null },
      'GET /api/me': { id: 'jan' },
    },
    program: selects,
    press: [{ pl: 'Zadanie', en: 'Task' }],
    act: async page => {
      await page.locator('form.card[aria-label] input').first().fill('Odpisać Annie')
      await selectNext(page)
    },
  },
}
