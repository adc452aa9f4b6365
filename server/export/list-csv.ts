import type { Query } from '../database/work.ts'
import { CSV_BEGINNING, csvLine } from './csv.ts'

/** The largest page of a list. */
const PAGE = 200

/** What stands above a column, and in it of each row. */
export type Column<Row> = [title: string, cell: (row: Row) => string | null]

/** Reads as whoever takes a list, in a transaction of its own each time. */
export type Read = <Result>(act: (query: Query) => Promise<Result>) => Promise<Result>

/** So many rows of a list from a cursor on, or from its beginning. */
export type Pages<Row> = (wanted: { limit: number; cursor?: string }) => Promise<{ items: Row[]; next: string | null }>

/** Pages of rows whose ids were found once, because finding them anew for every page would take as long each time. */
export function pagesOf<Row>(ids: string[], read: (ids: string[]) => Promise<Row[]>): Pages<Row> {
  return async ({ limit, cursor = '0' }) => {
    const end = Number(cursor) + limit
    const items = await read(ids.slice(Number(cursor), end))
    return { items, next: end < ids.length ? String(end) : null }
  }
}

interface CsvList<Row> {
  page: Pages<Row>
  columns: Column<Row>[]
  language: 'pl' | 'en'
  /** Said in a last line of its own, where the list does not hold everything. */
  end?: string | null
}

/** A list as a spreadsheet, page by page: between two pages no transaction is open, however slowly it is taken. */
export async function* listCsv<Row>({ page, columns, language, end = null }: CsvList<Row>): AsyncGenerator<string> {
  const titles = columns.map(([title]) => title)
  yield CSV_BEGINNING + csvLine(titles, language)
  let cursor: string | undefined
  do {
    const { items, next } = await page({ limit: PAGE, ...(cursor !== undefined && { cursor }) })
    const lines = items.map(row => {
      const cells = columns.map(([, cell]) => cell(row) ?? '')
      return csvLine(cells, language)
    })
    yield lines.join('')
    cursor = next ?? undefined
  } while (cursor !== undefined)
  if (end !== null) yield csvLine([end], language)
}
