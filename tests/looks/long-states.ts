import type { Draft, QueuedFiling } from '../../addin/host/mail-host.ts'
import { buildLookup, buildMatch, buildMessage, buildRow, complaint, shelves } from '../addin/pane/build-lookup.ts'
import type { State } from './states.ts'

/** Names as long as the contract lets them be, once of many words and once of one that nothing breaks. */
const word = 'Przedsiębiorstwowielobranżowohandlowousługowoprodukcyjne'.repeat(2)
const name = `${word} „Zażółć gęślą jaźń” spółka z ograniczoną odpowiedzialnością spółka komandytowa w restrukturyzacji`
const title = `${word} dostawa, montaż i uruchomienie linii do konfekcjonowania zamówień wraz ze szkoleniem personelu`
const address = `${'bardzo.dlugi.adres.'.repeat(3)}kowalska@${'poddomena.'.repeat(8)}example`

const longCase = { ...shelves, reference: 'ZNAK/DZIAŁ-HANDLOWY/2026/000000017', title }
const other = { ...complaint, title: word }
const chip = { id: longCase.id, reference: longCase.reference, title }
const match = buildMatch({ name, address, person: `${word} Nowak-Kowalska`, city: word })
const rows = [
  buildRow({ id: '1', title, who: name, cases: [chip, { ...chip, id: 'c2' }], hasAttachment: true, snippet: word }),
  buildRow({ id: '2', kind: 'invoice', title: `${word}.pdf`, who: '', contractorName: name }),
  buildRow({ id: '3', kind: 'call', title: word, who: word }),
]
const lookup = buildLookup({
  contractors: [match],
  openCases: [longCase, other],
  audience: [
    { id: 'g', name: word, isGroup: true },
    { id: 'u', name: `${word} Nowak`, isGroup: false },
  ],
  unknown: [{ name, address, isFreeMail: false }],
  suggestions: [
    {
      contractorId: match.id,
      contractorName: name,
      caseId: longCase.id,
      caseReference: longCase.reference,
      caseTitle: title,
      method: 'thread',
      reason: longCase.reference,
      score: 0.9,
    },
  ],
  timeline: { items: rows, next: null },
})
const filed = {
  itemId: 'i',
  contractorId: match.id,
  contractorName: name,
  caseId: longCase.id,
  caseReference: longCase.reference,
  caseTitle: longCase.title,
  by: `${word} Kowalski`,
  at: '2026-11-23T11:00:00.000Z',
  method: 'hand' as const,
  evidence: '',
  comment: title,
}
const draft: Draft = { id: '1', to: [{ name, address }], cc: [], bcc: [], subject: title, meant: null }
const meant = {
  caseId: longCase.id,
  reference: longCase.reference,
  contractorId: match.id,
  contractorName: name,
  parties: [address],
}
const waiting: QueuedFiling = {
  id: 'q',
  messageId: address,
  subject: title,
  placeName: `${name} · ${longCase.reference} · ${title}`,
  contractorId: match.id,
  caseId: longCase.id,
  newCase: null,
  comment: '',
  title: '',
  addedAt: '2026-11-23T11:00:00.000Z',
  state: 'stopped',
  attempts: 2,
  failure: 'not-allowed',
}
const audience = { audience: lookup.audience }
const message = buildMessage({ subject: title, from: [{ name, address }] })
const answers = {
  'POST /api/lookup': lookup,
  'GET /api/cases/shelves': audience,
  'GET /api/contractors/meblex/timeline': { items: rows, next: null },
}
const file = (more: Partial<State> = {}): State => ({ message, answers, ...more })

/** The states that words of others can break, with such words. */
export const longStates: Record<string, State> = {
  'long known': file(),
  'long filed': file({ answers: { ...answers, 'POST /api/lookup': { ...lookup, filed: [filed] } } }),
  'long several': file({
    answers: { ...answers, 'POST /api/lookup': { ...lookup, contractors: [match, { ...match, id: 'other' }] } },
  }),
  'long queue': file({ queue: [waiting] }),
  'long draft': file({ message: null, otherwise: { is: 'draft', draft } }),
  'long draft chosen': file({ message: null, otherwise: { is: 'draft', draft: { ...draft, meant } } }),
  'long selection': file({
    message: null,
    otherwise: {
      is: 'several',
      mails: [
        { id: '1', subject: title },
        { id: '2', subject: word },
      ],
    },
  }),
  'long no mail': {
    message: null,
    answers: {
      'GET /api/timeline': { items: rows, next: null },
      'GET /api/triage/groups': { items: [{ amount: 5 }], next: null },
      'GET /api/contractors/meblex': { id: 'meblex', name, nip: null, city: word, follows: true },
      'GET /api/contractors/kowal': { id: 'kowal', name: word, nip: null, city: word, follows: true },
    },
  },
}
