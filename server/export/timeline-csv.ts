import type { ItemRow, Timeline } from '../../shared/item.ts'
import { CSV_BEGINNING, csvLine } from './csv.ts'
import { type ExportWords, exportMoment, kindWord } from './export-words.ts'

/** The largest page of a list. */
const PAGE = 200

/** A list as a spreadsheet, page by page: between two pages no transaction is open, however slowly it is taken. */
export async function* timelineCsv(
  page: (wanted: { limit: number; cursor?: string }) => Promise<Timeline>,
  language: 'pl' | 'en',
  words: ExportWords,
): AsyncGenerator<string> {
  const { columns } = words
  const head = [
    columns.at,
    columns.kind,
    columns.title,
    columns.who,
    columns.contractor,
    columns.cases,
    columns.note,
    columns.madeFrom,
  ]
  yield CSV_BEGINNING + csvLine(head, language)
  let cursor: string | undefined
  do {
    const { items, next } = await page({ limit: PAGE, ...(cursor !== undefined && { cursor }) })
    yield items.map(item => csvLine(cellsOf(item, words), language)).join('')
    cursor = next ?? undefined
  } while (cursor !== undefined)
}

function cellsOf(item: ItemRow, words: ExportWords): string[] {
  return [
    exportMoment(item.occurredAt),
    kindWord(words, item.kind),
    item.title,
    item.who,
    item.contractorName ?? '',
    item.cases.map(one => one.reference).join(' '),
    item.snippet,
    item.madeFrom?.title ?? '',
  ]
}
