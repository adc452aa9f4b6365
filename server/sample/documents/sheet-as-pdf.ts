import { breakLines } from './helvetica.ts'
import { type Drawing, page, writePdf } from './pdf.ts'
import { type Sheet, spellAmount } from './sheet.ts'

const MARGIN = 50
const RIGHT = page.width - MARGIN
const BOTTOM = 80

/** Sets a business document as a PDF, on as many pages as it needs. */
export function sheetAsPdf(sheet: Sheet): Uint8Array {
  const pages: Drawing[][] = [[]]
  let y = page.height - 60

  const put = (drawing: Drawing) => pages.at(-1)?.push(drawing)
  const makeRoom = (height: number) => {
    if (y - height > BOTTOM) return
    pages.push([])
    y = page.height - 60
  }

  for (const line of breakLines(sheet.title, 17, RIGHT - MARGIN)) {
    put({ kind: 'text', x: MARGIN, y, size: 17, bold: true, text: line })
    y -= 21
  }
  for (const [label, value] of sheet.facts) {
    put({ kind: 'text', x: MARGIN, y, size: 9, text: `${label}: ${value}` })
    y -= 13
  }
  y -= 14
  y = putParties(sheet, y, put)
  for (const paragraph of sheet.paragraphs) {
    for (const line of breakLines(paragraph, 10, RIGHT - MARGIN)) {
      makeRoom(14)
      put({ kind: 'text', x: MARGIN, y, size: 10, text: line })
      y -= 14
    }
    y -= 7
  }
  if (sheet.table) {
    makeRoom(40)
    for (const row of [sheet.table.columns, ...sheet.table.rows]) {
      makeRoom(18)
      putRow(row, { y, isHeading: row === sheet.table.columns }, put)
      y -= 18
    }
  }
  y -= 6
  for (const [label, value] of sheet.totals) {
    makeRoom(16)
    put({ kind: 'text', x: RIGHT - 130, y, size: 10, bold: true, text: label, align: 'right' })
    put({ kind: 'text', x: RIGHT - 4, y, size: 10, bold: true, text: value, align: 'right' })
    y -= 16
  }
  pages.forEach((drawings, index) => {
    const footer = pages.length > 1 ? `${sheet.footer}   strona ${index + 1} z ${pages.length}` : sheet.footer
    drawings.push(
      { kind: 'line', x: MARGIN, y: 52, toX: RIGHT, toY: 52 },
      { kind: 'text', x: MARGIN, y: 40, size: 7.5, text: footer },
    )
  })
  return writePdf(pages, sheet.title)
}

function putParties(sheet: Sheet, top: number, put: (drawing: Drawing) => void): number {
  if (sheet.parties.length === 0) return top
  const width = (RIGHT - MARGIN) / sheet.parties.length
  let lowest = top
  sheet.parties.forEach(([heading, lines], index) => {
    const x = MARGIN + index * width
    let y = top
    put({ kind: 'text', x, y, size: 9, bold: true, text: heading })
    for (const line of lines.flatMap(long => breakLines(long, 9, width - 12))) {
      y -= 12
      put({ kind: 'text', x, y, size: 9, text: line })
    }
    lowest = Math.min(lowest, y)
  })
  return lowest - 26
}

/** The first column takes the room that the others, 72 points each, leave; numbers stand right. */
function putRow(
  cells: (string | number)[],
  place: { y: number; isHeading: boolean },
  put: (drawing: Drawing) => void,
): void {
  const column = 72
  const firstWidth = RIGHT - MARGIN - column * (cells.length - 1)
  if (place.isHeading) put({ kind: 'box', x: MARGIN, y: place.y - 5, width: RIGHT - MARGIN, height: 17, grey: 0.9 })
  cells.forEach((cell, index) => {
    const text = typeof cell !== 'number' ? cell : Number.isInteger(cell) ? String(cell) : spellAmount(cell)
    const size = 8.5
    const bold = place.isHeading
    if (index === 0) {
      put({
        kind: 'text',
        x: MARGIN + 4,
        y: place.y,
        size,
        bold,
        text: breakLines(text, size, firstWidth - 8)[0] ?? '',
      })
    } else {
      put({ kind: 'text', x: MARGIN + firstWidth + column * index - 4, y: place.y, size, bold, text, align: 'right' })
    }
  })
  put({ kind: 'line', x: MARGIN, y: place.y - 5, toX: RIGHT, toY: place.y - 5 })
}
