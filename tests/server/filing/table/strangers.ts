import type { PartyFact } from '../../../../server/filing/decide/facts.ts'
import { address, number, thread } from '../filing-table.ts'
import { byAddress, type Case, names, nip, nips, none, ours, pass } from './facts.ts'

const NIP = nip.nip
const party: PartyFact = {
  contractorId: 'K',
  name: 'Hotel Żuraw Sp. z o.o. sp. k.',
  nip: NIP,
  people: ['Barbara Czapla'],
  addresses: ['b.czapla@hotel-zuraw.pl', 'hotel-zuraw.pl', 'zuraw88@wp.pl'],
}
const other: PartyFact = { contractorId: 'L', name: 'Lakiernia', nip: '1111111111', people: [], addresses: [] }
const known = { taxIds: [nip], numbers: [number], parties: [party] }
const both = { taxIds: [nip, { ...nip, nip: '1111111111', contractorId: 'L' }], parties: [party, other] }
const portal = { trust: pass, sender: 'info@portal.pl', senderName: 'Portal', participants: ['info@portal.pl'] }
const from = (sender: string, senderName = '') => ({ ...portal, sender, senderName, participants: [sender] })
const aCase = { subject: names('2026/0001'), title: 'Umowa 2026/0001' }
const form = { ...portal, trust: none, replyTo: ['jan@k.pl'] }

/** Step 4 for somebody whom no file knows, numbers after a word for a document, and where answers go. */
export const strangers: Case[] = [
  ['a vouched portal names the NIP', { ...portal, text: nips(NIP) }, known, 'file K:tax-id'],
  ['in the subject', { ...portal, subject: nips(NIP) }, known, 'file K:tax-id'],
  ['nobody vouches', { ...portal, trust: none, text: nips(NIP) }, known, 'suggest K:tax-id? to-confirm'],
  [
    'nothing is known of whose it is',
    { ...portal, text: nips(NIP) },
    { taxIds: [nip] },
    'suggest K:tax-id? to-confirm',
  ],
  [
    'a NIP that two files have',
    { ...portal, text: nips(NIP) },
    {
      ...known,
      taxIds: [nip, { ...nip, contractorId: 'L' }],
    },
    'suggest K:tax-id? L:tax-id? to-confirm',
  ],
  ['NIPs of two contractors', { ...portal, text: nips(NIP, '1111111111') }, both, 'file K:tax-id L:tax-id'],
  [
    'NIPs of a list',
    { ...portal, text: nips(NIP, '1111111111', '2222222222') },
    {
      taxIds: [...both.taxIds, { ...nip, nip: '2222222222', contractorId: 'M' }],
      parties: [...both.parties, { ...other, contractorId: 'M', nip: '2222222222' }],
    },
    'suggest K:tax-id? L:tax-id? M:tax-id? to-confirm',
  ],
  [
    'somebody known takes part',
    { ...portal, participants: ['info@portal.pl', 'ewa@l.pl'], text: nips(NIP) },
    {
      ...known,
      addresses: [address('l.pl', 'L')],
    },
    'file L:domain',
  ],
  [
    'by the name of its people',
    { ...from('b@inna.pl', 'Barbara Czapla'), text: nips(NIP) },
    known,
    'suggest K:tax-id? to-confirm',
  ],
  [
    'by its own name',
    { ...from('b@inna.pl', 'HOTEL ŻURAW – faktury'), text: nips(NIP) },
    known,
    'suggest K:tax-id? to-confirm',
  ],
  [
    'from a domain that begins like its own',
    { ...from('b@hotel-zuraw.pl.inna.pl'), text: nips(NIP) },
    known,
    'suggest K:tax-id? to-confirm',
  ],
  [
    'from a domain that holds its name',
    { ...from('b@hotelzuraw-faktury.pl'), text: nips(NIP) },
    known,
    'suggest K:tax-id? to-confirm',
  ],
  ['by a free mailbox', { ...from('kasia@wp.pl', 'Kasia'), text: nips(NIP) }, known, 'file K:tax-id'],
  [
    'from a house below its own',
    { ...from('b@poczta.hotel-zuraw.pl', 'Hotel Żuraw'), text: nips(NIP) },
    known,
    'file K:tax-id',
  ],
  ['a case number alone can be guessed', { ...portal, ...aCase }, known, 'suggest K/S:case-number? to-confirm'],
  ['a case number and the NIP', { ...portal, ...aCase, text: nips(NIP) }, known, 'file K/S:case-number'],
  [
    'a case number and the name',
    { ...portal, ...aCase, words: 'Nadawca: HOTEL ZURAW SP Z O O' },
    known,
    'file K/S:case-number',
  ],
  [
    'a case number and part of the name',
    { ...portal, ...aCase, words: 'Nadawca: Hotel Żurawina' },
    known,
    'suggest K/S:case-number? to-confirm',
  ],
  [
    'a case number and an address',
    { ...portal, ...aCase, words: 'B.Czapla@hotel-zuraw.pl podpisała' },
    known,
    'file K/S:case-number',
  ],
  [
    'a case number and a person',
    { ...portal, ...aCase, words: 'Barbara Czapla' },
    known,
    'suggest K/S:case-number? to-confirm',
  ],
  [
    'a case number and the NIP by one who poses',
    { ...from('b@hotelzuraw.net'), ...aCase, text: nips(NIP) },
    known,
    'suggest K/S:case-number? K:tax-id? to-confirm',
  ],
  [
    'a case number and the NIP, nobody vouches',
    { ...portal, trust: none, ...aCase, text: nips(NIP) },
    known,
    'suggest K/S:case-number? K:tax-id? to-confirm',
  ],
  [
    'a closed case and the NIP',
    { ...portal, ...aCase, text: nips(NIP) },
    { ...known, numbers: [{ ...number, closed: true }] },
    'file K:tax-id',
  ],
  [
    'a fitter answers our mail about a customer’s case, under its number',
    { trust: pass, references: ['nasz'], subject: names('2026/0001') },
    {
      numbers: [{ ...number, contractorIds: ['L'] }],
      threads: [{ ...thread, contractorId: 'L', parties: [] }],
      addresses: byAddress,
    },
    'file L/S:case-number K:address',
  ],
  [
    'the same, nobody vouches',
    { references: ['nasz'], subject: names('2026/0001') },
    {
      numbers: [{ ...number, contractorIds: ['L'] }],
      threads: [{ ...thread, contractorId: 'L', parties: [] }],
      addresses: byAddress,
    },
    'file K:address',
  ],
  [
    'the same, to which he was no party',
    { trust: pass, references: ['nasz'], subject: names('2026/0001') },
    {
      numbers: [{ ...number, contractorIds: ['L'] }],
      threads: [{ ...thread, contractorId: 'L', parties: [], hasSender: false }],
      addresses: byAddress,
    },
    'file K:address',
  ],
  [
    'an offer under the number of the case it is about',
    { ...ours, title: 'Aneksy – oferta 2026/0001', subject: { ...names(), labels: ['2026/0001'] } },
    {
      numbers: [{ ...number, title: 'Aneksy kuchenne w pokojach' }],
      addresses: byAddress,
    },
    'file K/S:case-number',
  ],
  [
    'an invoice whose number is like that of a case',
    { trust: pass, title: 'Faktura 2026/0001', subject: { ...names(), labels: ['2026/0001'] } },
    {
      numbers: [{ ...number, title: 'Aneksy kuchenne w pokojach' }],
      addresses: byAddress,
    },
    'file K:address',
  ],
  [
    'a stranger’s offer under such a number',
    { ...portal, title: 'Aneksy – oferta 2026/0001', subject: { ...names(), labels: ['2026/0001'] } },
    {
      numbers: [{ ...number, title: 'Aneksy kuchenne w pokojach' }],
      parties: [party],
    },
    'triage unknown-sender',
  ],
  ['a form whose answers go to Jan', form, { addresses: byAddress }, 'file K:reply-to'],
  [
    'a form of our own site',
    { ...form, direction: 'internal', sender: 'www@nasza.pl', participants: ['www@nasza.pl'] },
    {
      addresses: byAddress,
      own: ['www@nasza.pl'],
    },
    'file K:reply-to',
  ],
  [
    'a form whose answers go to a house only',
    { ...form, replyTo: ['ola@k.pl'] },
    { addresses: [address('k.pl', 'K')] },
    'triage unknown-sender',
  ],
  [
    'answers to an address that contractors share',
    form,
    { addresses: [...byAddress, address('jan@k.pl', 'L')] },
    'suggest K:reply-to? L:reply-to? to-confirm',
  ],
  [
    'answers of somebody known go elsewhere',
    { replyTo: ['ewa@l.pl'] },
    { addresses: [...byAddress, address('ewa@l.pl', 'L')] },
    'file K:address',
  ],
  ['answers go to one of us', { ...form, replyTo: ['my@nasza.pl'] }, { addresses: byAddress }, 'triage unknown-sender'],
]
