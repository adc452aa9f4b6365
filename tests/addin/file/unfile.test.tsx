import { expect, it } from 'vitest'
import { ItemActions } from '../../../addin/file/item-actions.tsx'
import type { ViewersAnswer } from '../../../addin/file/viewers-answer.ts'
import type { Item } from '../../../shared/item.ts'
import { reply } from '../../support/fake-host.ts'
import { sent, showPage } from '../admin/show-page.tsx'
import { byRole } from '../by-role.ts'
import { eventually, press } from '../pane/show-pane.ts'

const page = document.body
const roof = { id: 'r', reference: '2026/0001', title: 'Dach' }
const tiles = { id: 't', reference: '2026/0002', title: 'Płytki' }
const may = { file: false, share: false, changeAudience: false, readLog: false, chooseDocuments: false }
const path = '/api/items/i'

function show(cases: (typeof roof)[]) {
  const item = {
    id: 'i',
    kind: 'note',
    contractorId: 'k',
    cases,
    filings: cases.map(one => ({ itemId: 'i', caseId: one.id })),
    may,
  } as unknown as Item
  const changed: Item[] = []
  const host = showPage(
    () => (
      <ItemActions
        item={item}
        viewers={{} as ViewersAnswer}
        onChanged={one => changed.push(one)}
        onGone={() => undefined}
      />
    ),
    {
      [`DELETE ${path}`]: reply(204),
      [`GET ${path}`]: item,
      [`PATCH ${path}`]: item,
      'POST /api/items/assign': { items: [{ itemId: 'i', done: true, movedTo: 'i', was: [] }] },
    },
  )
  return { host, changed }
}

async function unfile(place?: number) {
  await press(page, 'Odepnij')
  const dialog = await eventually(() => byRole(page, 'dialog'))
  if (place !== undefined) dialog.querySelectorAll<HTMLInputElement>('input[type=radio]')[place]?.click()
  await press(dialog, 'Odepnij')
  await eventually(() => expect(page.textContent).toContain('Odpięto.'))
}

it('tells the server that an item left its file only when the time to undo is over', async () => {
  const { host } = show([roof])
  await unfile()
  await press(page, 'Cofnij')
  expect(sent(host, 'DELETE', path)).toEqual([])

  await unfile()
  await press(page, 'Zamknij')

  await eventually(() => expect(sent(host, 'DELETE', path)).toHaveLength(1))
})

it('takes an item out of one of its cases, and puts it back', async () => {
  const { host, changed } = show([roof, tiles])
  await unfile(1)
  expect(host.asked.find(one => one.method === 'DELETE')?.query.get('caseId')).toBe('r')

  await press(page, 'Cofnij')

  await eventually(() => expect(page.textContent).toContain('Cofnięto.'))
  const back = { itemIds: ['i'], contractorId: 'k', caseId: 'r', fromCases: [] }
  expect(sent(host, 'POST', '/api/items/assign')).toEqual([back])
  expect(changed).toHaveLength(2)
})

it('leaves what lay in one case only in the file at large', async () => {
  const { host } = show([roof])

  await unfile(1)

  expect(sent(host, 'DELETE', path)).toEqual([])
  expect(sent(host, 'PATCH', path)).toEqual([{ caseId: null, fromCases: ['r'] }])
})
