import type { Archive } from './open-zip.ts'
import { Encrypted } from './open-zip.ts'
import type { Page } from './page.ts'
import { readSheets } from './read-sheets.ts'
import { walkXml, type XmlVisitor } from './read-xml.ts'

/** Answers of a reader of archives: whether the archive was one of its own, and whether it was whole. */
export type OfficeAnswer = 'read' | 'broken' | 'other'

const wordParts = /^word\/(?:document|header\d*|footer\d*|footnotes|endnotes|comments)\.xml$/
const slideParts = /^ppt\/(?:slides\/slide|notesSlides\/notesSlide)\d+\.xml$/

/** Reads documents of Word, Excel and PowerPoint and those of OpenDocument; they are archives with XML in them. */
export async function readOffice(archive: Archive, page: Page): Promise<OfficeAnswer> {
  const { names } = archive
  if (names.includes('word/document.xml')) return readParts(archive, inOrder(names, wordParts), page, ofWord(page))
  if (names.includes('xl/workbook.xml')) return readSheets(archive, page)
  if (names.includes('ppt/presentation.xml')) return readParts(archive, inOrder(names, slideParts), page, ofWord(page))
  if (!names.includes('content.xml') || !names.includes('mimetype')) return 'other'
  if (await isEncryptedOdf(archive)) throw new Encrypted()
  return readParts(archive, ['content.xml'], page, ofOdf(page))
}

/** Reads XML parts one after the other. */
export async function readParts(
  archive: Archive,
  parts: string[],
  page: Page,
  visitor: XmlVisitor,
): Promise<OfficeAnswer> {
  let isWhole = true
  for (const part of parts) {
    const walk = walkXml(visitor)
    for await (const piece of archive.pieces(part)) walk.write(piece)
    isWhole = walk.end() && isWhole
    page.endLine()
  }
  return isWhole ? 'read' : 'broken'
}

/** The document first, then what stands around it; slides by their number. */
function inOrder(names: string[], parts: RegExp): string[] {
  const number = (name: string) => Number(/(\d+)\.xml$/.exec(name)?.[1] ?? 0)
  const rank = (name: string) => (/document\.xml$|slides\//.test(name) ? 0 : 1)
  return names
    .filter(name => parts.test(name))
    .toSorted((one, other) => rank(one) - rank(other) || number(one) - number(other))
}

/** Runs of text in paragraphs, as Word and PowerPoint have them. What was struck out has another element. */
function ofWord(page: Page): XmlVisitor {
  let isText = false
  let cells = 0
  return {
    open(name) {
      isText = name === 't'
      if (name === 'tc') cells += 1
      if (name === 'tab') page.add('\t')
      if (name === 'br' || name === 'cr') page.endLine()
    },
    text: text => isText && page.add(text),
    close(name) {
      if (name === 't') isText = false
      if (name === 'tc') cells -= 1
      // Cells stand in one line, and their words apart.
      if (name === 'p' && cells > 0) page.add(' ')
      else if (name === 'p' || name === 'tr') page.endLine()
    },
  }
}

const unseenInOdf = new Set(['tracked-changes', 'scripts', 'font-face-decls', 'automatic-styles', 'forms'])

function ofOdf(page: Page): XmlVisitor {
  let unseen = 0
  let paragraphs = 0
  return {
    open(name) {
      if (unseenInOdf.has(name)) unseen += 1
      if (name === 'p' || name === 'h') paragraphs += 1
      if (unseen === 0 && (name === 's' || name === 'tab')) page.add(' ')
      if (name === 'line-break') page.endLine()
    },
    text: text => unseen === 0 && paragraphs > 0 && page.add(text),
    close(name) {
      if (unseenInOdf.has(name)) unseen -= 1
      if (name !== 'p' && name !== 'h') return
      paragraphs -= 1
      if (unseen === 0) page.endLine()
    },
  }
}

async function isEncryptedOdf(archive: Archive): Promise<boolean> {
  let isEncrypted = false
  const walk = walkXml({
    open(name) {
      if (name === 'encryption-data') isEncrypted = true
    },
  })
  for await (const piece of archive.pieces('META-INF/manifest.xml')) walk.write(piece)
  return isEncrypted
}
