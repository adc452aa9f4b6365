import type { Archive } from './open-zip.ts'
import type { Page } from './page.ts'
import { walkXml, type XmlVisitor } from './read-xml.ts'

/** Cells name their words by number; more of them than this belong to no sheet that people read. */
const MOST_SHARED_LETTERS = 2_000_000

/** Reads the sheets of an Excel workbook: its cells row by row, as they are shown next to each other. */
export async function readSheets(archive: Archive, page: Page): Promise<'read' | 'broken'> {
  const shared = await readShared(archive)
  let isWhole = await walkPart(archive, 'xl/workbook.xml', {
    open(name, attribute) {
      if (name !== 'sheet') return
      page.add(attribute('name'))
      page.endLine()
    },
  })
  const number = (name: string) => Number(/\d+/.exec(name)?.[0] ?? 0)
  const sheets = archive.names
    .filter(name => /^xl\/worksheets\/sheet\d+\.xml$/.test(name))
    .toSorted((one, other) => number(one) - number(other))
  for (const sheet of sheets) isWhole = (await walkPart(archive, sheet, ofSheet(page, shared))) && isWhole
  return isWhole ? 'read' : 'broken'
}

/** The words that the cells of a workbook name by number. */
export async function readShared(archive: Archive): Promise<string[]> {
  const shared: string[] = []
  let words = ''
  let isText = false
  let left = MOST_SHARED_LETTERS
  await walkPart(archive, 'xl/sharedStrings.xml', {
    open(name) {
      isText = name === 't'
    },
    text(text) {
      if (!isText || left <= 0) return
      words += text.slice(0, left)
      left -= text.length
    },
    close(name) {
      isText = false
      if (name !== 'si') return
      shared.push(words)
      words = ''
    },
  })
  return shared
}

/** A cell holds a number, a word by its number among the shared ones, or a word of its own. */
function ofSheet(page: Page, shared: string[]): XmlVisitor {
  let type = ''
  let value = ''
  let isValue = false
  return {
    open(name, attribute) {
      if (name === 'c') [type, value] = [attribute('t'), '']
      isValue = name === 'v' || name === 't'
    },
    text(text) {
      if (isValue && value.length < MOST_SHARED_LETTERS) value += text
    },
    close(name) {
      isValue = false
      if (name === 'c' && value !== '') page.add(`${type === 's' ? (shared[Number(value)] ?? '') : value} `)
      if (name === 'row') page.endLine()
    },
  }
}

async function walkPart(archive: Archive, part: string, visitor: XmlVisitor): Promise<boolean> {
  if (!archive.names.includes(part)) return true
  const walk = walkXml(visitor)
  for await (const piece of archive.pieces(part)) walk.write(piece)
  return walk.end()
}
