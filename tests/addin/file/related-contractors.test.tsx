import { useState } from 'preact/hooks'
import { expect, it } from 'vitest'
import type { FailureCode } from '../../../addin/api/api-error.ts'
import { forgetAnswers } from '../../../addin/app/kept-answers.ts'
import { noFilter, readFilter, writeFilter } from '../../../addin/app/list-filter.ts'
import { ContractorItems } from '../../../addin/file/contractor-items.tsx'
import { RelatedContractors } from '../../../addin/file/related-contractors.tsx'
import type { Contractor } from '../../../shared/contractor.ts'
import type { RelatedContractor } from '../../../shared/contractor-relation.ts'
import { refusal } from '../../support/fake-host.ts'
import { sent, showPage } from '../admin/show-page.tsx'
import { allByRole, byRole } from '../by-role.ts'
import { buildRow, choose, eventually, press } from '../pane/show-pane.ts'

const page = document.body
const contractor: Contractor = {
  id: 'matka',
  name: 'Matka',
  nip: null,
  city: null,
  regon: null,
  krs: null,
  street: null,
  phones: [],
  note: null,
  managerId: null,
  managerName: null,
  tags: [],
  addresses: [],
  people: [],
  audience: [],
  may: { change: true, changeAudience: false },
  follows: false,
}
const reader = { ...contractor, may: { change: false, changeAudience: false } }
const daughter: RelatedContractor = {
  id: 'corka',
  name: 'Córka',
  nip: null,
  city: null,
  kind: 'subsidiary',
  mayChange: true,
}

function showFacts(one: Contractor, related: RelatedContractor[], failure?: FailureCode) {
  const Facts = () => {
    const [round, setRound] = useState(0)
    return (
      <dl>
        <RelatedContractors
          contractor={one}
          related={related}
          failure={failure}
          onChanged={() => setRound(before => before + 1)}
        />
        <p>zmian: {round}</p>
      </dl>
    )
  }
  return showPage(Facts, {
    'PUT /api/contractors/matka/related/corka': '',
    'DELETE /api/contractors/matka/related/corka': '',
    'GET /api/contractors': { items: [{ id: 'corka', name: 'Córka', nip: null, city: null }], next: null },
  })
}

it('names who belongs together with the contractor, and takes no room where nobody does', async () => {
  showFacts(reader, [{ ...daughter, mayChange: false }])
  expect(byRole(page, 'link', 'Córka').getAttribute('href')).toContain('/contractors/corka')
  expect(page.textContent).toContain('spółka zależna')
  expect(allByRole(page, 'button')).toEqual([])

  showFacts(reader, [])
  expect(page.querySelector('.fact')).toBeNull()
})

it('adds one, and asks whom if nobody was chosen', async () => {
  const host = showFacts(contractor, [])
  await press(page, 'Dodaj powiązanie')
  const dialog = await eventually(() => byRole(page, 'dialog'))
  await press(dialog, 'Dodaj')
  await eventually(() => expect(byRole(dialog, 'alert').textContent).toBe('Wskaż kontrahenta.'))
  expect(sent(host, 'PUT', '/api/contractors/matka/related/corka')).toEqual([])

  const field = byRole(dialog, 'combobox', 'Powiązany kontrahent') as HTMLInputElement
  field.value = 'cór'
  field.dispatchEvent(new Event('input', { bubbles: true }))
  await eventually(() => byRole(dialog, 'option', 'Córka'))
  byRole(dialog, 'option', 'Córka').click()
  await choose(dialog, 'Rodzaj powiązania', 'branch')
  await press(dialog, 'Dodaj')

  await eventually(() => expect(page.textContent).toContain('zmian: 1'))
  expect(sent(host, 'PUT', '/api/contractors/matka/related/corka')).toEqual([{ kind: 'branch' }])
})

it('removes one, and brings it back', async () => {
  const host = showFacts(contractor, [daughter])
  await press(page, 'Usuń powiązanie: Córka')
  await eventually(() => expect(page.textContent).toContain('Usunięto powiązanie: Córka.'))
  expect(sent(host, 'DELETE', '/api/contractors/matka/related/corka')).toHaveLength(1)

  await press(page, 'Cofnij')
  await eventually(() =>
    expect(sent(host, 'PUT', '/api/contractors/matka/related/corka')).toEqual([{ kind: 'subsidiary' }]),
  )
})

it('says when one could not be brought back, and when nobody can say who they are', async () => {
  const host = showFacts(contractor, [daughter])
  host.answer('PUT /api/contractors/matka/related/corka', refusal(503, 'unavailable'))
  await press(page, 'Usuń powiązanie: Córka')
  await press(page, 'Cofnij')
  await eventually(() => byRole(page, 'status', 'Serwer jest chwilowo niedostępny'))

  showFacts(reader, [], 'unavailable')
  await press(page, 'Spróbuj ponownie')
  await eventually(() => expect(page.textContent).toMatch(/zmian: [1-9]/))
})

function showList(isWide: boolean, related: RelatedContractor[]) {
  const own = buildRow({ id: 'a', title: 'własna', contractorId: 'matka', contractorName: 'Matka' })
  const other = buildRow({ id: 'b', title: 'obca', contractorId: 'corka', contractorName: 'Córka' })
  const List = () => {
    const [isStillWide, setIsStillWide] = useState(isWide)
    const filter = { ...noFilter, related: isStillWide }
    return (
      <>
        <ContractorItems
          page={{ name: 'contractor', contractorId: 'matka', tab: 'timeline', filter }}
          tab="timeline"
          contractor={contractor}
          related={related}
        />
        <button type="button" onClick={() => setIsStillWide(false)}>
          tylko własne
        </button>
      </>
    )
  }
  return showPage(List, {
    'GET /api/contractors/matka/timeline': { items: isWide ? [own, other] : [own], next: null },
    'GET /api/contractors/matka/cases': { items: [], next: null },
    'POST /api/contractors/matka/look': { before: null },
  })
}

it('offers the files of related contractors where there are any', async () => {
  showList(false, [])
  await eventually(() => byRole(page, 'link', 'własna'))
  expect(allByRole(page, 'checkbox', 'Z powiązanymi kontrahentami')).toEqual([])

  const host = showList(false, [daughter])
  await eventually(() => byRole(page, 'checkbox', 'Z powiązanymi kontrahentami'))
  expect(host.asked.every(({ query }) => !query.has('related'))).toBe(true)
})

it('asks for them together, says whose each of their rows is, and moves none of them', async () => {
  const host = showList(true, [daughter])
  await eventually(() => byRole(page, 'link', 'obca'))

  const rows = allByRole(page, 'listitem').filter(row => row.dataset.item)
  expect(rows.map(row => ['Matka', 'Córka'].filter(name => row.textContent?.includes(name)))).toEqual([[], ['Córka']])
  const asked = host.asked.find(({ path }) => path === '/api/contractors/matka/timeline')
  expect(asked?.query.get('related')).toBe('true')
  expect(allByRole(page, 'button', 'Zaznacz kilka')).toEqual([])
})

it('ticks nothing by key among the files of several, so that nothing is ticked unseen', async () => {
  forgetAnswers()
  showList(true, [daughter])
  const link = await eventually(() => byRole(page, 'link', 'własna'))
  link.focus()

  link.dispatchEvent(new KeyboardEvent('keydown', { key: 'x', bubbles: true }))
  await new Promise(resolve => setTimeout(resolve, 20))
  await press(page, 'tylko własne')

  await eventually(() => byRole(page, 'button', 'Zaznacz kilka'))
})

it('stands in the address of the page', () => {
  const filter = { ...noFilter, related: true }

  expect(writeFilter(filter)).toEqual([['related', '1']])
  expect(readFilter(new URLSearchParams('related=1'))).toEqual(filter)
  expect(readFilter(new URLSearchParams('related=x'))).toEqual(noFilter)
})
