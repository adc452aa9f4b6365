import { expect, it } from 'vitest'
import { moveBack, moveMany, stepsBack } from '../../../addin/file/move-many.ts'
import type { ItemRow } from '../../../shared/item.ts'
import { fakeHost, refusal } from '../../support/fake-host.ts'

const rowsOf = (amount: number) =>
  Array.from(
    { length: amount },
    (_, index) => ({ id: `i${index}`, contractorId: 'k', cases: [] }) as unknown as ItemRow,
  )

type Asked = { body?: unknown }
const bodyOf = (asked: Asked) => asked.body as { itemIds: string[]; caseId: string | null }

/** Moves all that it is asked to, out of a case and the file at large, but refuses the question of a number. */
function server(refused = 0) {
  let asked = 0
  return fakeHost(null, {
    'POST /api/items/assign': (question: Asked) => {
      asked += 1
      if (asked === refused) return refusal(500, 'internal')
      const items = bodyOf(question).itemIds.map(itemId => ({ itemId, done: true, movedTo: itemId, was: [null, 'a'] }))
      return { items }
    },
  })
}

it('says what was moved before the server failed, so that it can be taken back', async () => {
  const host = server(2)

  const moved = await moveMany(host, rowsOf(150), { caseId: 'b' })

  expect(moved.done).toHaveLength(100)
  expect(moved.done[0]).toEqual({ id: 'i0', contractorId: 'k', was: [null, 'a'], to: 'b' })
  expect([moved.failed, moved.failure]).toEqual([50, 'internal'])
})

it('puts everything back into all the places where it lay, a hundred at a time', async () => {
  const host = server()
  const { done } = await moveMany(host, rowsOf(150), { caseId: 'b' })
  host.asked.length = 0

  await moveBack(host, done)

  const steps = host.asked
    .map(one => one.body as { itemIds: string[] })
    .map(({ itemIds, ...step }) => [itemIds.length, step])
  const first = { contractorId: 'k', caseId: null, fromCases: ['b'] }
  const second = { contractorId: 'k', caseId: 'a', fromCases: [] }
  expect(steps).toEqual([
    [100, first],
    [100, second],
    [50, first],
    [50, second],
  ])
})

it('fails aloud where something cannot go back', async () => {
  const host = fakeHost(null, {
    'POST /api/items/assign': { items: [{ itemId: 'i0', done: false, code: 'case-closed' }] },
  })

  await expect(moveBack(host, [{ id: 'i0', contractorId: 'k', was: ['a'], to: 'b' }])).rejects.toThrow()
})

it.each([
  [
    'out of a case where it lay besides',
    { was: ['a', 'b'], to: 'b' },
    [
      { caseId: 'a', fromCases: [] },
      { caseId: 'b', fromCases: [] },
    ],
  ],
  [
    'out of another file altogether',
    { was: ['a', 'b'], to: undefined },
    [{ caseId: 'a' }, { caseId: 'b', fromCases: [] }],
  ],
  ['out of the only case', { was: [null], to: 'b' }, [{ caseId: null, fromCases: ['b'] }]],
])('comes back %s', (_, moved, steps) => {
  expect(stepsBack({ contractorId: 'k', ...moved })).toEqual(steps.map(step => ({ contractorId: 'k', ...step })))
})

it('leaves an item on its way back where it lay in the other file before', () => {
  const moved = { contractorId: 'k', was: ['a', 'b'], to: undefined }

  expect(stepsBack({ ...moved, out: ['c'] }).map(step => step.fromCases)).toEqual([['c'], []])
  expect(stepsBack({ ...moved, out: [] }).map(step => step.fromCases)).toEqual([[], []])
})
