import { type CsvError, parse } from 'csv-parse/sync'
import iconv from 'iconv-lite'
import { openZip } from '../document/text/open-zip.ts'
import { openPage } from '../document/text/page.ts'
import { Refusal } from '../refusal.ts'
import { readSheetRows } from './read-sheet-rows.ts'
import { withQuotesRepaired } from './repair-quotes.ts'
import type { TableRow } from './table-row.ts'

/** More rows than these are an archive, not a list that somebody looks through. */
const MOST_ROWS = 10_000

/**
 * Reads a table as offices save it: Excel's XLSX (its first sheet), or CSV with any of `;`, `,` or tab between columns, in
 * UTF-8 or windows-1250. Told by the bytes, since names lie. Archives made to fill memories are refused half-way.
 */
export async function readTable(bytes: Uint8Array): Promise<TableRow[]> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const rows = buffer.toString('latin1', 0, 2) === 'PK' ? await readWorkbook(buffer) : readLines(bytes)
  if (rows.length > MOST_ROWS) throw new Refusal('too-large', ['rows'])
  return rows
}

/** Whatever is wrong with an archive, it is no table that can be read. */
async function readWorkbook(bytes: Buffer): Promise<TableRow[]> {
  const page = openPage()
  try {
    return await readSheetRows(await openZip(bytes, page), MOST_ROWS + 1)
  } catch (error) {
    if (error instanceof Refusal) throw error
    throw new Refusal('list-unreadable', ['body'])
  }
}

function readLines(bytes: Uint8Array): TableRow[] {
  const text = decode(bytes)
  const [header = ''] = text.split(/\r?\n/, 1)
  const delimiter = [';', '\t', ','].find(sign => header.includes(sign)) ?? ';'
  try {
    return rowsOf(text, delimiter)
  } catch {
    return readRepaired(withQuotesRepaired(text, delimiter), delimiter)
  }
}

function readRepaired(text: string, delimiter: string): TableRow[] {
  try {
    return rowsOf(text, delimiter)
  } catch (error) {
    throw new Refusal('list-unreadable', [
      `/lines/${lineAfter(text, delimiter, Number((error as CsvError)['records']))}`,
    ])
  }
}

function rowsOf(text: string, delimiter: string, most = MOST_ROWS + 1): TableRow[] {
  const rows = parse(text, {
    delimiter,
    bom: true,
    skip_empty_lines: true,
    relax_column_count: true,
    // Many programs write a name with its quotation marks as it is.
    relax_quotes: true,
    trim: true,
    info: true,
    max_record_size: 100_000,
    // What is refused below is not read to its end first.
    to: most,
  }) as unknown as { record: string[]; info: { lines: number } }[]
  return rows.map(({ record, info }) => ({ line: info.lines, cells: record }))
}

/** Where the row begins that could not be read; the reader itself stops where a mark that nobody closed is missed. */
function lineAfter(text: string, delimiter: string, rows: number): number {
  const before = rows > 0 ? (rowsOf(text, delimiter, rows).at(-1)?.line ?? 0) : 0
  const blank = text.split(/\r?\n/).slice(before)
  return (
    before +
    1 +
    Math.max(
      0,
      blank.findIndex(line => line.trim() !== ''),
    )
  )
}

/** Excel in Poland saves CSV as windows-1250. */
function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return iconv.decode(Buffer.from(bytes), 'windows-1250')
  }
}
