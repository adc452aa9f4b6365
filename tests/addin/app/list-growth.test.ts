import { expect, it } from 'vitest'
import { type Growing, growing, shownAs } from '../../../addin/app/list-growth.ts'

interface Row {
  id: string
}

const shown = shownAs<Row>('all', [], { items: [{ id: 'a' }, { id: 'b' }], next: 'after b' })
const settled: Growing<Row> = { shown, doing: 'nothing', failure: undefined }

it('grows by the next page, and shows a row that moved between two pages once', () => {
  const grown = shownAs('all', shown.items, { items: [{ id: 'b' }, { id: 'c' }], next: null })

  expect(grown).toEqual({ name: 'all', items: [{ id: 'a' }, { id: 'b' }, { id: 'c' }], next: null })
})

it('keeps its rows while more are asked for and when that fails', () => {
  const asking = growing(settled, { is: 'asked', isAdding: true })
  const failed = growing(asking, { is: 'failed', failure: 'offline' })

  expect(asking).toEqual({ shown, doing: 'adding', failure: undefined })
  expect(failed).toEqual({ shown, doing: 'nothing', failure: 'offline' })
})

it('forgets a failure when it is asked for again', () => {
  const failed = growing(settled, { is: 'failed', failure: 'offline' })

  expect(growing(failed, { is: 'asked', isAdding: false }).failure).toBeUndefined()
})
