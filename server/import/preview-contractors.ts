import type { ImportField, ImportPreview } from '../../shared/contractor-import.ts'
import { readNip } from '../../shared/tax-id.ts'
import type { Tx } from '../database/work.ts'
import { refusalOf } from './check-row.ts'
import { findKnown, inCompare, type Known } from './find-known.ts'
import { guessColumns } from './guess-columns.ts'
import { type ContractorRow, contractorsIn } from './read-contractors.ts'
import type { TableRow } from './table-row.ts'

type Row = ImportPreview['items'][number]

const MOST_SHOWN = 200
const SAMPLES = 3
const LONGEST_SAMPLE = 80
const rank = { refused: 0, known: 1, created: 2 } as const

/** Says what would become of a table of contractors; writes nothing. */
export async function previewContractors(
  tx: Tx,
  table: TableRow[],
  chosen: ImportField[] | undefined,
): Promise<ImportPreview> {
  const columns = chosen ?? guessColumns(table)
  const rows = contractorsIn(table, columns)
  const known = await findKnown(
    tx,
    rows.map(({ input }) => ({ nip: readNip(input.taxId ?? ''), name: input.name })),
  )
  const items = judgeRows(rows, known)
  const count = (result: Row['result']) => items.filter(row => row.result === result).length
  return {
    columns: (table[0]?.cells ?? []).map((title, index) => ({
      title,
      field: columns[index] ?? 'none',
      samples: table.slice(1, 1 + SAMPLES).map(row => shortened(row.cells[index] ?? '')),
    })),
    counts: { created: count('created'), known: count('known'), skipped: 0, refused: count('refused') },
    items: items.toSorted((one, other) => rank[one.result] - rank[other.result]).slice(0, MOST_SHOWN),
  }
}

/** What a cell begins with, and a sign where it goes on. */
function shortened(cell: string): string {
  return cell.length > LONGEST_SAMPLE ? `${cell.slice(0, LONGEST_SAMPLE)}…` : cell
}

/** A row may also be like one further up, which will be there by then. */
function judgeRows(rows: ContractorRow[], known: (Known | undefined)[]): Row[] {
  const before = new Set<string>()
  return rows.map(({ line, input }, index): Row => {
    const row = { line, name: input.name.slice(0, 300), taxId: input.taxId ?? '', fields: [] }
    const refusal = refusalOf(input)
    if (refusal) return { ...row, result: 'refused', fields: refusal.fields }
    const nip = readNip(input.taxId ?? '')
    const there = known[index]
    const marks = [nip ?? '', nip ? '' : inCompare(input.name)].filter(mark => mark !== '')
    const isRepeated = marks.some(mark => before.has(mark))
    for (const mark of [...marks, inCompare(input.name)]) before.add(mark)
    if (there) return { ...row, result: 'known', known: there }
    if (!isRepeated) return { ...row, result: 'created' }
    return { ...row, result: 'known', known: { by: nip ? 'taxId' : 'name', contractorId: null, name: input.name } }
  })
}
