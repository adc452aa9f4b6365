import { describe, expect, it } from 'vitest'
import { caseTitleOf, commonTitleOf } from '../../../addin/pane/case-title.ts'
import { placesOf } from '../../../addin/pane/place.ts'
import { proposeContractor } from '../../../addin/pane/propose-contractor.ts'
import { companyOfDomain } from '../../../server/lookup/company-of-domain.ts'
import { complaint, shelves } from './show-pane.ts'

describe('the title of a new case', () => {
  it.each([
    ['Re: Odp: FW: Dostawa regałów', 'Dostawa regałów'],
    ['PD: Re[2]: Umowa', 'Umowa'],
    ['Reklamacja: słupy', 'Reklamacja: słupy'],
    ['', ''],
  ])('of %j is %j', (subject, title) => {
    expect(caseTitleOf(subject)).toBe(title)
  })
})

describe('a contractor proposed from a stranger', () => {
  it.each([
    ['biuro@meblex.com.pl', '', { name: 'Meblex', person: '', domain: 'meblex.com.pl' }],
    ['anna@mail.meblex.pl', 'Anna Nowak', { name: 'Meblex', person: 'Anna Nowak', domain: 'mail.meblex.pl' }],
    ['anna@firma.waw.pl', '', { name: 'Firma', person: '', domain: 'firma.waw.pl' }],
    ['anna@gmail.com', 'Anna Nowak', { name: 'Anna Nowak', person: 'Anna Nowak', domain: null }],
    ['anna@wp.pl', 'anna@wp.pl', { name: 'anna@wp.pl', person: '', domain: null }],
  ])('%s „%s”', (address, name, proposal) => {
    const { domain } = proposal
    const of = domain === null ? { isFreeMail: true } : { isFreeMail: false, company: companyOfDomain(domain) }

    expect(proposeContractor({ address, name, ...of })).toEqual(proposal)
  })

  it.each([
    ['firma.waw.pl', 'Firma'],
    ['abc.info.pl', 'Abc'],
    ['biuro.krakow.pl', 'Biuro'],
    ['poczta.kancelaria.biz.pl', 'Kancelaria'],
    ['sklep.drukarnia.pl', 'Drukarnia'],
    ['zamek.jelenia-gora.pl', 'Zamek'],
    ['waw.pl', 'Waw'],
    ['mail.info.de', 'Info'],
    ['shop.co.uk', 'Shop'],
    ['localhost', 'Localhost'],
  ])('is called by its domain %s “%s”', (domain, company) => {
    expect(companyOfDomain(domain)).toBe(company)
  })
})

describe('the places for a message', () => {
  const suggestion = {
    contractorId: 'meblex',
    contractorName: 'Meblex',
    caseId: 'complaint',
    caseReference: '2026/0021',
    caseTitle: 'Reklamacja',
    method: 'thread' as const,
    reason: '2026/0021',
    score: 1,
  }

  it('begin with what was suggested, each case once', () => {
    const places = placesOf([suggestion], [shelves, complaint])

    expect(places.best).toBe('case:complaint')
    expect(places.suggested.map(({ label }) => label)).toEqual(['2026/0021 · Reklamacja'])
    expect(places.others.map(({ place }) => place)).toEqual(['case:shelves'])
  })

  it('are the file itself when no case was suggested', () => {
    expect(placesOf([{ ...suggestion, caseId: null }], [shelves]).best).toBe('file')
    expect(placesOf([], [shelves]).best).toBe('file')
  })
})

it.each<[string[], string]>([
  [['Re: Reklamacja krzeseł', 'Fwd: RE: reklamacja krzeseł'], 'Reklamacja krzeseł'],
  [['Odp: Zamówienie 17 – termin', 'Zamówienie 17 – cena', ''], 'Zamówienie 17'],
  [['Zamówienie 17', 'Zamówienie 17 i 18'], 'Zamówienie 17'],
  [['Zamówienie 17', 'Zamówienie 178'], 'Zamówienie'],
  [['Faktura', 'Reklamacja'], ''],
  [['', 'Re: '], ''],
  [[], ''],
])('begins the title of a case for %j with %j', (subjects, title) => {
  expect(commonTitleOf(subjects)).toBe(title)
})
