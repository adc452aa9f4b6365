import { render } from 'preact'
import { act } from 'preact/test-utils'
import { afterEach, expect, it } from 'vitest'
import { forgetAnswers } from '../../../addin/app/kept-answers.ts'
import type { ListPage } from '../../../addin/app/list-growth.ts'
import { type List, type ListQuestion, useList } from '../../../addin/app/use-list.ts'

interface Row {
  id: string
}

const rowsOf = (from: number, to: number): Row[] =>
  Array.from({ length: to - from }, (_, place) => ({ id: `row ${from + place}` }))
/** A server with so many rows; what is asked waits until `answer` is called. */
async function showList(amount: number) {
  const asked: { wanted: ListQuestion; answer: () => Promise<void> }[] = []
  const shown: { list?: List<Row> } = {}
  function Page() {
    shown.list = useList<Row>(
      'rows',
      wanted =>
        new Promise<ListPage<Row>>(resolve =>
          asked.push({
            wanted,
            answer: () => {
              const from = Number(wanted.cursor ?? 0)
              const to = Math.min(amount, from + (wanted.limit ?? 50))
              return act(async () => resolve({ items: rowsOf(from, to), next: to < amount ? String(to) : null }))
            },
          }),
        ),
    )
    return null
  }
  await act(() => render(<Page />, document.body))
  const list = () => shown.list as List<Row>
  return { asked, list, press: (verb: 'more' | 'renew' | 'renewOrAsk') => act(() => list()[verb]()) }
}

afterEach(() => {
  render(null, document.body)
  forgetAnswers()
})

it('grows although it is being renewed, and is renewed afterwards', async () => {
  const { asked, list, press } = await showList(70)
  await asked[0]?.answer()
  await press('renew')

  await press('more')
  expect(list().isAdding).toBe(true)
  await asked[1]?.answer()
  await asked[2]?.answer()

  expect(list().rows).toHaveLength(70)
  expect(asked.slice(1).map(({ wanted }) => wanted)).toEqual([{}, { cursor: '50' }, { limit: 70 }])
})

it('asks once more for what happened while its first answer was on its way', async () => {
  const { asked, press } = await showList(3)

  await press('renew')
  expect(asked).toHaveLength(1)
  await asked[0]?.answer()

  expect(asked).toHaveLength(2)
})

it('loses no page that is on its way when something happens meanwhile', async () => {
  const { asked, list, press } = await showList(70)
  await asked[0]?.answer()
  await press('more')

  await press('renew')
  await asked[1]?.answer()
  expect(list().rows).toHaveLength(70)
  await asked[2]?.answer()

  expect(list().rows).toHaveLength(70)
  expect(asked.slice(1).map(({ wanted }) => wanted)).toEqual([{ cursor: '50' }, { limit: 70 }])
})

it('begins anew after a page that made it too long to be renewed, when somebody lost a right', async () => {
  const { asked, list, press } = await showList(300)
  await asked[0]?.answer()
  for (const place of [1, 2, 3]) {
    await press('more')
    await asked[place]?.answer()
  }
  expect(list().rows).toHaveLength(200)
  await press('more')

  await press('renewOrAsk')
  await asked[4]?.answer()
  expect(list().rows).toHaveLength(250)
  await asked[5]?.answer()

  expect(asked[5]?.wanted).toEqual({})
  expect(list().rows).toHaveLength(50)
})

it('leaves a list that is too long as it is when something merely came to it', async () => {
  const { asked, list, press } = await showList(300)
  await asked[0]?.answer()
  for (const place of [1, 2, 3, 4]) {
    await press('more')
    await asked[place]?.answer()
  }
  await press('more')

  await press('renew')
  await asked[5]?.answer()

  expect(list().rows).toHaveLength(300)
  expect(asked).toHaveLength(6)
})

it.each([
  ['renew', 250],
  ['renewOrAsk', 50],
] as const)('does with a list that grew too long while it was being renewed as was asked by %s', async (verb, rows) => {
  const { asked, list, press } = await showList(300)
  await asked[0]?.answer()
  for (const place of [1, 2, 3]) {
    await press('more')
    await asked[place]?.answer()
  }
  await press(verb)
  await press('more')
  await asked[5]?.answer()
  await asked[6]?.answer()

  expect(list().rows).toHaveLength(rows)
})
