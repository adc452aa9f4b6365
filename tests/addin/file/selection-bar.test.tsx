import { expect, it } from 'vitest'
import { SelectionBar } from '../../../addin/file/selection-bar.tsx'
import { useSelection } from '../../../addin/file/use-selection.ts'
import type { ItemRow } from '../../../shared/item.ts'
import { refusal } from '../../support/fake-host.ts'
import { sent, showPage } from '../admin/show-page.tsx'
import { byRole } from '../by-role.ts'
import { choose, eventually, press } from '../pane/show-pane.ts'

const page = document.body
const pumps = { id: 'p', reference: '2026/0003', title: 'Pompy' }
const roof = { id: 'r', reference: '2026/0001', title: 'Dach' }
const tiles = { id: 't', reference: '2026/0002', title: 'Płytki' }
const opened = { id: 'opened', reference: '2026/0030', title: 'Remont, etap' }
const everyone = { id: 'w', name: 'Wszyscy', isGroup: true }
const rowsOf = (amount: number, cases: object[] = []) =>
  Array.from(
    { length: amount },
    (_, index) =>
      ({ id: `i${index}`, contractorId: 'k', title: `Re: Remont, etap ${index}`, cases }) as unknown as ItemRow,
  )

type Body = { itemIds: string[] }

function show(rows: ItemRow[], { refused = 0, ofCase = '' } = {}) {
  const renewed: string[] = []
  let asked = 0
  const Page = () => {
    const selection = useSelection(rows)
    return (
      <>
        <SelectionBar
          contractorId="k"
          {...(ofCase && { ofCase })}
          rows={rows}
          selection={selection}
          onMoved={() => renewed.push('renewed')}
        />
        <p id="ticked">{selection.ids.size}</p>
      </>
    )
  }
  const host = showPage(Page, {
    'GET /api/contractors/k/cases': { items: [roof, tiles, pumps], next: null },
    'GET /api/contractors/k': { audience: [everyone] },
    'GET /api/cases/p': { audience: [{ id: 'a', name: 'Anna', isGroup: false }] },
    'GET /api/contractors': { items: [{ id: 'm', name: 'Meblex' }], next: null },
    'GET /api/contractors/m': { audience: [everyone] },
    'GET /api/contractors/m/cases': { items: [], next: null },
    'GET /api/cases/opened': { ...opened, audience: [everyone] },
    'POST /api/contractors/m/cases': opened,
    'POST /api/items/assign': ({ body }: { body: Body }) => {
      asked += 1
      if (asked === refused) return refusal(500, 'internal')
      return { items: body.itemIds.map(itemId => ({ itemId, done: true, movedTo: itemId, was: ['r', 't'] })) }
    },
  })
  return { host, renewed }
}

it('says what was moved and why the rest was not, renews the list, and takes back what was done', async () => {
  const { host, renewed } = show(rowsOf(150), { refused: 2 })
  await press(page, 'Zaznacz wszystkie widoczne')
  await eventually(() => expect(page.querySelector('#ticked')?.textContent).toBe('150'))
  await eventually(() => expect(page.querySelectorAll('option')).toHaveLength(4))
  await choose(page, 'Do sprawy', 'p')
  await eventually(() => expect(page.textContent).toContain('Po przeniesieniu widoczne dla: Anna'))
  expect(host.asked.filter(one => one.path === '/api/cases/p')).toHaveLength(1)

  await press(page, 'Przypisz do sprawy')

  await eventually(() =>
    expect(page.textContent).toMatch(/Przeniesiono: 100.pozycji\. Nie udało się przenieść: 50.pozycji/),
  )
  expect(renewed).toEqual(['renewed'])
  expect(page.querySelector('[role=alert]')).not.toBeNull()
  // What is left can be tried again.
  expect(page.querySelector('#ticked')?.textContent).toBe('50')

  await press(page, 'Cofnij')
  await eventually(() => expect(renewed).toHaveLength(2))
  const back = sent(host, 'POST', '/api/items/assign').slice(2) as (Body & { caseId: string; fromCases: string[] })[]
  expect(back.map(one => [one.itemIds.length, one.caseId, one.fromCases])).toEqual([
    [100, 'r', ['p']],
    [100, 't', []],
  ])
})

it('takes rows of several cases along, and says that they leave them all', async () => {
  show(rowsOf(2, [roof, tiles]))

  await press(page, 'Zaznacz wszystkie widoczne')

  await eventually(() => expect(page.querySelector('#ticked')?.textContent).toBe('2'))
  expect(page.textContent).toMatch(/2.z nich leżą w kilku sprawach; przeniesienie wyjmuje ze wszystkich\./)
})

it('on the page of a case moves rows out of that case alone', async () => {
  const { host } = show(rowsOf(1, [roof, tiles]), { ofCase: 'r' })
  await press(page, 'Zaznacz wszystkie widoczne')

  await press(page, 'Wyjmij z tej sprawy')
  await eventually(() => expect(page.textContent).toContain('Po przeniesieniu widoczne dla: Wszyscy'))
  expect(page.textContent).toContain('Pozycje, które mają własny krąg dostępu, zachowają go.')
  expect(sent(host, 'POST', '/api/items/assign')).toEqual([])
  byRole(page, 'button', 'Wyjmij', 'exact').click()

  await eventually(() =>
    expect(sent(host, 'POST', '/api/items/assign')).toEqual([{ itemIds: ['i0'], caseId: null, fromCases: ['r'] }]),
  )
  expect(page.textContent).not.toContain('w kilku sprawach')
})

it('moves rows to a new case of another contractor, which is opened once though the first move fails', async () => {
  const { host } = show(rowsOf(2), { refused: 1 })
  await press(page, 'Zaznacz wszystkie widoczne')
  await press(page, 'Do innego kontrahenta')
  const dialog = await eventually(() => byRole(page, 'dialog', 'Przenieś'))
  const field = (await eventually(() => byRole(dialog, 'combobox', 'Kontrahent'))) as HTMLInputElement
  field.value = 'mebl'
  field.dispatchEvent(new Event('input', { bubbles: true }))
  await eventually(() => byRole(dialog, 'option', 'Meblex'))
  field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }))
  await eventually(() => byRole(dialog, 'option', 'Nowa sprawa'))
  await choose(dialog, 'Sprawa', 'new')
  expect((byRole(dialog, 'textbox', 'Tytuł nowej sprawy') as HTMLInputElement).value).toBe('Remont, etap')
  await eventually(() => expect(dialog.textContent).toContain('Po przeniesieniu widoczne dla: Wszyscy'))

  await press(dialog, 'Przenieś')
  await eventually(() => expect(dialog.querySelector('[role=alert]')).not.toBeNull())
  await eventually(() => byRole(dialog, 'option', '2026/0030 Remont, etap'))
  await press(dialog, 'Przenieś')

  await eventually(() => expect(page.querySelector('dialog')).toBeNull())
  const title = 'Remont, etap'
  expect(sent(host, 'POST', '/api/contractors/m/cases')).toEqual([{ id: expect.any(String), title }])
  const move = { itemIds: ['i0', 'i1'], contractorId: 'm', caseId: 'opened' }
  expect(sent(host, 'POST', '/api/items/assign')).toEqual([move, move])
})
