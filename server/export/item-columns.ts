import type { ItemRow } from '../../shared/item.ts'
import { type ExportWords, exportMoment, kindWord } from './export-words.ts'
import type { Column } from './list-csv.ts'

/** What a spreadsheet says of the rows of a timeline or search. */
export function itemColumns(words: ExportWords): Column<ItemRow>[] {
  const { columns } = words
  return [
    [columns.at, item => exportMoment(item.occurredAt)],
    [columns.kind, item => kindWord(words, item.kind)],
    [columns.title, item => item.title],
    [columns.who, item => item.who],
    [columns.contractor, item => item.contractorName],
    [columns.cases, item => item.cases.map(one => one.reference).join(' ')],
    [columns.note, item => item.snippet],
    [columns.madeFrom, item => item.madeFrom?.title ?? null],
  ]
}
