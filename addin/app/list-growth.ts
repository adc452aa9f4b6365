import type { FailureCode } from '../api/api-error.ts'

/** One page of a list, as every list of the contract answers. */
export interface ListPage<Row> {
  items: Row[]
  next: string | null
}

/** The rows on screen, and the list (with its filters) whose rows they are. */
export interface Shown<Row> extends ListPage<Row> {
  name: string
}

/** A list that grows page by page. */
export interface Growing<Row> {
  shown: Shown<Row> | null
  doing: 'asking' | 'adding' | 'nothing'
  failure: FailureCode | undefined
}

/** What can happen to a growing list. */
export type Growth<Row> =
  | { is: 'asked'; isAdding: boolean }
  | { is: 'answered'; shown: Shown<Row> }
  | { is: 'failed'; failure: FailureCode }

/** A growing list after something happened to it. What was on screen stays until something else can. */
export function growing<Row>(before: Growing<Row>, growth: Growth<Row>): Growing<Row> {
  switch (growth.is) {
    case 'asked':
      return { ...before, doing: growth.isAdding ? 'adding' : 'asking', failure: undefined }
    case 'answered':
      return { shown: growth.shown, doing: 'nothing', failure: undefined }
    case 'failed':
      return { ...before, doing: 'nothing', failure: growth.failure }
  }
}

/** Rows with another page after them. A row that moved between two pages stands there once. */
export function shownAs<Row extends { id: string }>(name: string, before: Row[], page: ListPage<Row>): Shown<Row> {
  const known = new Set(before.map(row => row.id))
  return { name, items: [...before, ...page.items.filter(row => !known.has(row.id))], next: page.next }
}
