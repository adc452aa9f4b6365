import type { ContractorInput } from '../../shared/contractor.ts'
import type { ImportField } from '../../shared/contractor-import.ts'
import { guessColumns } from './guess-columns.ts'
import { readTable } from './read-table.ts'
import type { TableRow } from './table-row.ts'

/** One row of a contractor list, with its line for the report. */
export interface ContractorRow {
  line: number
  input: ContractorInput
}

/** What our own lists put before a cell that a spreadsheet would reckon out (`export/csv.ts`). */
const guard = /^'(?=[\s\p{Cf}]*[=+\-@＝＋－＠])/u

type Fields = Partial<Record<Exclude<ImportField, 'none'>, string>>

/** Reads a contractor list whose columns say by name or content what they hold. */
export async function readContractors(bytes: Uint8Array): Promise<ContractorRow[]> {
  const table = await readTable(bytes)
  return contractorsIn(table, guessColumns(table))
}

/** The contractors of a table whose first row names the columns; `columns` says what each of them holds. */
export function contractorsIn([, ...body]: TableRow[], columns: ImportField[]): ContractorRow[] {
  return body.map(({ line, cells }) => ({ line, input: inputOf(fieldsOf(columns, cells)) }))
}

function fieldsOf(columns: ImportField[], cells: string[]): Fields {
  const fields: Fields = {}
  columns.forEach((field, index) => {
    const value = cells[index]?.replace(guard, '')
    if (field !== 'none' && value) fields[field] = fields[field] ? `${fields[field]} ${value}` : value
  })
  return fields
}

function inputOf({ name, phones, addresses, ...rest }: Fields): ContractorInput {
  return {
    name: name ?? '',
    ...rest,
    ...(phones && {
      phones: phones
        .split(/[;,|]/)
        .map(phone => phone.trim())
        .filter(Boolean),
    }),
    ...(addresses && { addresses: addresses.split(/[\s;,|]+/).filter(Boolean) }),
  }
}
