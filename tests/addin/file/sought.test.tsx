import { expect, it } from 'vitest'
import { noFilter } from '../../../addin/app/list-filter.ts'
import { linkTo, readPage } from '../../../addin/app/page-link.ts'
import { ContractorPeople } from '../../../addin/file/contractor-people.tsx'
import { FileCases } from '../../../addin/file/file-cases.tsx'
import type { Contractor } from '../../../shared/contractor.ts'
import { isSought } from '../../../shared/is-sought.ts'
import { showPage } from '../admin/show-page.tsx'
import { eventually } from '../pane/show-pane.ts'

const page = document.body
const contractorId = '00000000-0000-4000-8000-000000000001'
const tab = { name: 'contractor', contractorId, tab: 'cases' } as const

it.each([
  ['zolw', 'Żółw Łukasz', true],
  ['luk ŻÓŁ', 'Żółw Łukasz', true],
  ['', 'Żółw Łukasz', true],
  ['zolwie', 'Żółw Łukasz', false],
])('„%s” fits „%s”: %s', (words, text, fits) => {
  expect(isSought(words, text)).toBe(fits)
})

it('keeps in the address which cases are listed', () => {
  const filter = { ...noFilter, q: 'dach', caseState: 'closed' as const }

  expect(readPage(linkTo({ ...tab, filter }))).toEqual({ ...tab, filter })
})

it('asks the server for the cases that the address names, and says when none fits', async () => {
  const filter = { ...noFilter, q: 'dach', caseState: 'closed' as const }
  const path = `/api/contractors/${contractorId}/cases`
  const host = showPage(() => <FileCases page={{ ...tab, filter }} />, { [`GET ${path}`]: { items: [], next: null } })

  await eventually(() => expect(page.textContent).toContain('Nic nie pasuje'))

  const asked = host.asked.find(one => one.path === path)?.query
  expect([asked?.get('q'), asked?.get('open')]).toEqual(['dach', 'false'])
  expect(page.querySelector<HTMLInputElement>('input[type=search]')?.value).toBe('dach')
})

it('shows of many contact people those that are sought by name, role or address', () => {
  const people = ['Ewa Żak', 'Jan Kot', 'Ola Lis', 'Adam Sum', 'Iza Kos', 'Ula Bąk'].map((name, index) => ({
    id: `${index}`,
    name,
    role: index === 1 ? 'Księgowość' : '',
    phones: [],
    addresses: index === 2 ? ['zakupy@klient.example'] : [],
  }))
  const contractor = { id: 'c', name: 'Klient', people, may: { change: false } } as unknown as Contractor
  const show = (words: string) => {
    showPage(
      () => (
        <ContractorPeople contractor={contractor} words={words} onWords={() => undefined} onChanged={() => undefined} />
      ),
      {},
    )
    return [...page.querySelectorAll('.person-cards strong')].map(name => name.textContent)
  }

  expect(show('zak')).toEqual(['Ewa Żak', 'Ola Lis'])
  expect(show('ksiegowosc')).toEqual(['Jan Kot'])
  expect(show('')).toHaveLength(6)
})
