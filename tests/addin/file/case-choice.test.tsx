import { useState } from 'preact/hooks'
import { expect, it } from 'vitest'
import { CaseChoice } from '../../../addin/file/case-choice.tsx'
import { MoveDialog } from '../../../addin/file/move-dialog.tsx'
import type { MovedItem } from '../../../addin/file/move-many.ts'
import type { Item } from '../../../shared/item.ts'
import { sent, showPage } from '../admin/show-page.tsx'
import { byRole } from '../by-role.ts'
import { choose, eventually, press } from '../pane/show-pane.ts'

const page = document.body
const roof = { id: 'r', reference: '2026/0001', title: 'Dach' }
const tiles = { id: 't', reference: '2026/0002', title: 'Płytki' }
const pumps = { id: 'p', reference: '2026/0003', title: 'Pompy' }

const offered = () => [...page.querySelectorAll('option')].map(option => option.textContent)

function showChoice(chosen: string, answers: Record<string, unknown>) {
  const Page = () => {
    const [caseId, setCaseId] = useState(chosen)
    return <CaseChoice contractorId="k" label="Sprawa" none="żadna" caseId={caseId} onCaseId={setCaseId} />
  }
  return showPage(Page, answers)
}

it('lets a case be looked for where they are more than fit into a choice', async () => {
  showChoice('', {
    'GET /api/contractors/k/cases': ({ query }: { query: URLSearchParams }) =>
      query.get('q') ? { items: [pumps], next: null } : { items: [roof, tiles], next: 'more' },
  })
  await eventually(() => expect(offered()).toEqual(['żadna', '2026/0001 Dach', '2026/0002 Płytki']))

  const field = page.querySelector<HTMLInputElement>('input[type=search]')
  if (!field) throw new Error('nothing to search in')
  field.value = 'pom'
  field.dispatchEvent(new Event('input', { bubbles: true }))

  await eventually(() => expect(offered()).toEqual(['żadna', '2026/0003 Pompy']))
  await choose(page, 'Sprawa', 'p')
  expect(page.querySelector('select')?.value).toBe('p')
})

it('has nothing to search in where all are there', async () => {
  showChoice('', { 'GET /api/contractors/k/cases': { items: [roof], next: null } })

  await eventually(() => expect(offered()).toEqual(['żadna', '2026/0001 Dach']))

  expect(page.querySelector('input')).toBeNull()
})

it('names the chosen case, though it is not among the newest, and says so where nobody may see it', async () => {
  const answers = { 'GET /api/contractors/k/cases': { items: [roof], next: 'more' } }
  showChoice('p', { ...answers, 'GET /api/cases/p': pumps })
  await eventually(() => expect(offered()).toEqual(['żadna', '2026/0003 Pompy', '2026/0001 Dach']))
  expect(page.querySelector('select')?.value).toBe('p')

  showChoice('x', answers)
  await eventually(() => expect(offered()).toContain('sprawa, której nie widzisz'))
  expect(page.querySelector('select')?.value).toBe('x')
})

const item = {
  id: 'i',
  contractorId: 'k',
  contractorName: 'Kowal',
  cases: [roof, tiles],
  filings: [
    { itemId: 'i', caseId: 'r' },
    { itemId: 'i', caseId: 't' },
  ],
} as unknown as Item

const other = { id: 'b', reference: '2026/0009', title: 'Belki' }
const seenAfter = {
  viewers: [{ id: 'w', name: 'Wszyscy', isGroup: true }],
  newcomers: [
    { id: 'b', name: 'Bartek' },
    { id: 'c', name: 'Celina' },
  ],
  newTotal: 2,
  keepsCircle: false,
}

function showMove() {
  const moved: MovedItem[] = []
  const Page = () => <MoveDialog item={item} onClose={() => undefined} onMoved={(_, one) => moved.push(one)} />
  const host = showPage(Page, {
    'GET /api/contractors/k/cases': { items: [roof, tiles, pumps], next: null },
    'GET /api/contractors/o/cases': { items: [other], next: null },
    'GET /api/contractors': { items: [{ id: 'o', name: 'Tartak Borek', nip: null, city: null }], next: null },
    'POST /api/items/i/seers': seenAfter,
    'PATCH /api/items/i': ({ body }: { body: { contractorId?: string } }) =>
      body.contractorId ? { ...item, id: 'moved', contractorId: 'o' } : { ...item, cases: [tiles, pumps] },
  })
  return { host, moved }
}

it('asks out of which case an item of two goes, and moves it out of that one alone', async () => {
  const { host, moved } = showMove()
  await eventually(() => expect(offered()).toContain('2026/0003 Pompy'))
  await choose(page, 'Sprawa', 'p')

  await press(page, 'Przenieś')
  await eventually(() => expect(page.textContent).toContain('Wskaż, z której sprawy przenieść tę pozycję.'))
  expect(sent(host, 'PATCH', '/api/items/i')).toEqual([])

  page.querySelectorAll<HTMLInputElement>('input[type=radio]')[0]?.click()
  await eventually(() => expect(offered()).not.toContain('2026/0001 Dach'))
  await press(page, 'Przenieś')

  await eventually(() => expect(moved).toEqual([{ id: 'i', contractorId: 'k', was: ['r'], to: 'p' }]))
  expect(sent(host, 'PATCH', '/api/items/i')).toEqual([{ caseId: 'p', fromCases: ['r'] }])
})

it('moves an item out of all its cases where that is said, and knows them for the way back', async () => {
  const { host, moved } = showMove()
  await eventually(() => expect(offered()).toContain('2026/0003 Pompy'))
  page.querySelectorAll<HTMLInputElement>('input[type=radio]')[2]?.click()
  await choose(page, 'Sprawa', 'p')

  await press(page, 'Przenieś')

  await eventually(() => expect(moved).toEqual([{ id: 'i', contractorId: 'k', was: ['r', 't'], to: 'p' }]))
  expect(sent(host, 'PATCH', '/api/items/i')).toEqual([{ caseId: 'p' }])
})

it('names before the move who will see it and who is new, as soon as it is said where it goes', async () => {
  const { host } = showMove()
  await eventually(() => expect(offered()).toContain('2026/0003 Pompy'))
  expect(sent(host, 'POST', '/api/items/i/seers')).toEqual([])

  page.querySelectorAll<HTMLInputElement>('input[type=radio]')[0]?.click()
  await choose(page, 'Sprawa', 'p')

  await eventually(() => expect(page.textContent).toContain('Po przeniesieniu widoczne dla: Wszyscy'))
  byRole(page, 'alert', 'Nowe osoby z dostępem: Bartek i Celina.')
  expect(sent(host, 'POST', '/api/items/i/seers')).toEqual([{ caseId: 'p', fromCases: ['r'] }])
})

it('moves an item to another contractor, and knows all the cases where it lay for the way back', async () => {
  const { host, moved } = showMove()
  await eventually(() => expect(offered()).toContain('2026/0003 Pompy'))
  page.querySelectorAll<HTMLInputElement>('input[type=radio]')[2]?.click()
  await press(page, 'Zmień')
  const field = await eventually(() => byRole(page, 'combobox', 'Przenieś do kontrahenta') as HTMLInputElement)
  field.value = 'Borek'
  field.dispatchEvent(new Event('input', { bubbles: true }))
  const found = await eventually(() => byRole(page, 'option', 'Tartak Borek'))
  found.click()
  await eventually(() => expect(offered()).toContain('2026/0009 Belki'))
  await choose(page, 'Sprawa', 'b')

  await press(page, 'Przenieś')

  await eventually(() => expect(moved).toEqual([{ id: 'moved', contractorId: 'k', was: ['r', 't'], to: undefined }]))
  expect(sent(host, 'PATCH', '/api/items/i')).toEqual([{ contractorId: 'o', caseId: 'b' }])
})
