import type { ServerChoice } from '../../addin/host/thunderbird-question.ts'
import type { Warning } from '../../addin/thunderbird/warning.ts'

/** One state of a page of the Thunderbird extension: what Thunderbird keeps for it, and what is done before the picture. */
export interface PageState {
  page: 'options.html' | 'guard.html'
  server?: ServerChoice
  account?: string
  warning?: Partial<Warning>
  /** What the background answers to a sign-in that is then tried. */
  outcome?: string
  /** What it answers to the wish for a new password that is then made. */
  linkAsked?: string
  /** How many filings wait when the user then signs out. */
  waiting?: number
}

const address = 'https://lupa.firma.example'
const longWord = 'Przedsiębiorstwo-Wielobranżowo-Handlowo-Usługowo-Produkcyjne'
const longName = `${longWord} „Zażółć gęślą jaźń” spółka z ograniczoną odpowiedzialnością spółka komandytowa w likwidacji`
const longAddress = `${'bardzo.dlugi.adres.'.repeat(6)}kowalska@${'poddomena.'.repeat(8)}example`
const place = { reference: '2026/0017', contractorName: 'Meblex' }
const strangers = [
  { address: 'biuro@trans-pol.example', contractorName: 'Trans-Pol Logistyka i Spedycja sp. z o.o.' },
  { address: 'ktos@obcy.example', contractorName: null },
]

/** Every state of the extension's own pages, as the contact sheet shows them. */
export const pageStates: Record<string, PageState> = {
  'options fresh': { page: 'options.html', server: { address: null, fixed: false } },
  'options fixed': { page: 'options.html', server: { address, fixed: true } },
  'options refused': { page: 'options.html', server: { address, fixed: false }, outcome: 'refused' },
  'options link sent': { page: 'options.html', server: { address, fixed: false }, linkAsked: 'sent' },
  'options no link': { page: 'options.html', server: { address, fixed: false }, linkAsked: 'noMail' },
  'options code': { page: 'options.html', server: { address, fixed: false }, outcome: 'codeNeeded' },
  'options signed in': { page: 'options.html', server: { address, fixed: false }, account: 'anna@firma.example' },
  'options leave': {
    page: 'options.html',
    server: { address, fixed: false },
    account: 'anna@firma.example',
    waiting: 3,
  },
  'options long': {
    page: 'options.html',
    server: { address: `https://${'bardzo-dluga-poddomena.'.repeat(6)}example`, fixed: true },
    account: longAddress,
  },
  'guard case': { page: 'guard.html', warning: { place, strangers } },
  'guard mixed': {
    page: 'guard.html',
    warning: { mixed: strangers.map(one => ({ ...one, contractorName: one.contractorName ?? 'Meblex' })) },
  },
  'guard files': { page: 'guard.html', warning: { files: ['umowa.pdf'], outsiders: ['ktos@obcy.example'] } },
  'guard both': {
    page: 'guard.html',
    warning: {
      place,
      strangers,
      files: ['umowa.pdf', 'aneks nr 3.docx'],
      outsiders: strangers.map(one => one.address),
    },
  },
  'guard long': {
    page: 'guard.html',
    warning: {
      place: { reference: '2026/0017', contractorName: longName },
      strangers: [
        { address: longAddress, contractorName: longName },
        { address: longAddress, contractorName: null },
      ],
      files: [`${longWord.repeat(3)}.pdf`],
      outsiders: [longAddress, longAddress, longAddress, longAddress],
    },
  },
}
