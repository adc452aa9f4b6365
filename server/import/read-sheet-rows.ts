import type { Archive } from '../document/text/open-zip.ts'
import { readShared } from '../document/text/read-sheets.ts'
import { walkXml, type XmlVisitor } from '../document/text/read-xml.ts'
import { Refusal } from '../refusal.ts'
import type { TableRow } from './table-row.ts'

const MOST_COLUMNS = 100
const MOST_LETTERS_OF_CELL = 20_000
/** Many cells may name one long word by its number: a small file would fill a memory. */
const MOST_LETTERS = 20_000_000

/** Reads the first sheet of an Excel workbook as rows of cells, each in its own column; stops after so many rows. */
export async function readSheetRows(archive: Archive, most: number): Promise<TableRow[]> {
  const number = (name: string) => Number(/\d+/.exec(name)?.[0] ?? 0)
  const [sheet] = archive.names
    .filter(name => /^xl\/worksheets\/sheet\d+\.xml$/.test(name))
    .toSorted((one, other) => number(one) - number(other))
  if (!sheet) throw new Refusal('list-unreadable', ['body'])
  const shared = await readShared(archive)
  const rows: TableRow[] = []
  const walk = walkXml(ofRows(rows, shared))
  for await (const piece of archive.pieces(sheet)) {
    walk.write(piece)
    if (rows.length >= most) return rows
  }
  if (!walk.end()) throw new Refusal('list-unreadable', ['body'])
  return rows
}

/** A cell names its place as `C7`; one without a place stands after the one before. Empty rows are none. */
function ofRows(rows: TableRow[], shared: string[]): XmlVisitor {
  let [type, value, column, line] = ['', '', -1, 0]
  let left = MOST_LETTERS
  let cells: string[] = []
  let isValue = false
  return {
    open(name, attribute) {
      if (name === 'row') [cells, column, line] = [[], -1, Number(attribute('r')) || line + 1]
      if (name === 'c') [type, value, column] = [attribute('t'), '', columnOf(attribute('r')) ?? column + 1]
      isValue = name === 'v' || name === 't'
    },
    text(text) {
      if (isValue && value.length < MOST_LETTERS_OF_CELL) value += text
    },
    close(name) {
      isValue = false
      if (name === 'c' && column < MOST_COLUMNS) {
        const text = textOf(type, value, shared)
        left -= text.length
        if (left < 0) throw new Refusal('too-large', ['body'])
        cells[column] = text
      }
      if (name === 'row' && cells.some(cell => cell)) rows.push({ line, cells: Array.from(cells, cell => cell ?? '') })
    },
  }
}

/** A NIP kept as a number comes as `5.213017228E9`. */
function textOf(type: string, value: string, shared: string[]): string {
  if (type === 's') return (shared[Number(value)] ?? '').slice(0, MOST_LETTERS_OF_CELL).trim()
  const isExponent = type === '' && /^\d(?:\.\d+)?E\+?\d{1,2}$/i.test(value)
  return isExponent ? String(Number(value)) : value.trim()
}

function columnOf(place: string): number | null {
  const letters = /^[A-Z]{1,3}/.exec(place)?.[0]
  if (!letters) return null
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
}
