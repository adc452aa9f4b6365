import iconv from 'iconv-lite'
import type { Page } from './page.ts'

/** Groups that hold no text of the document, though they do not begin with the star that says so. */
const unseen = new Set(
  'fonttbl colortbl stylesheet listtable listoverridetable rsidtbl info pict object objdata themedata colorschememapping datastore latentstyles xmlnstbl generator filetbl revtbl fldinst datafield'.split(
    ' ',
  ),
)
const signs: Record<string, string> = {
  tab: '\t',
  emdash: '—',
  endash: '–',
  bullet: '•',
  lquote: '‘',
  rquote: '’',
  ldblquote: '“',
  rdblquote: '”',
  cell: ' ',
}
const lineEnds = new Set(['par', 'line', 'row', 'sect', 'page'])
const DEEPEST = 1_000
const PIECES =
  /\\(?:'(?<hex>[\da-fA-F]{2})|(?<word>[a-zA-Z]{1,32})(?<number>-?\d{1,10})? ?|(?<sign>[^a-zA-Z]))|(?<brace>[{}])|(?<plain>[^\\{}\r\n]+)/g

/** What a group inherits from the one around it. */
interface Group {
  isUnseen: boolean
  /** How many letters follow a Unicode sign for readers that do not know it. */
  replacements: number
}

/** Reads the text of a document in Rich Text Format, whose letters stand in a code page or as numbers of Unicode. */
export function readRtf(bytes: Buffer, page: Page) {
  const rtf = bytes.toString('latin1')
  const codePage = codePageOf(rtf)
  const groups: Group[] = []
  let group: Group = { isUnseen: false, replacements: 1 }
  let skip = 0
  let waiting = ''
  // Letters of two bytes stand as two signs, so bytes are gathered before they are read.
  const flush = () => {
    if (waiting !== '') page.add(iconv.decode(Buffer.from(waiting, 'latin1'), codePage))
    waiting = ''
  }
  const letters = (text: string) => {
    const shown = text.slice(Math.min(skip, text.length))
    skip -= text.length - shown.length
    if (!group.isUnseen) waiting += shown
  }
  const write = (text: string) => {
    flush()
    if (!group.isUnseen) page.add(text)
  }
  const obey = (word: string, number: number | null) => {
    if (unseen.has(word)) group.isUnseen = true
    else if (word === 'uc') group.replacements = Math.min(16, Math.max(0, number ?? 1))
    else if (word === 'u' && number !== null) {
      write(String.fromCharCode(number & 0xffff))
      skip = group.replacements
    } else if (lineEnds.has(word)) {
      flush()
      if (!group.isUnseen) page.endLine()
    } else if (signs[word] !== undefined) write(signs[word])
  }

  for (const { groups: piece } of rtf.matchAll(PIECES)) {
    if (!piece) continue
    if (piece.plain !== undefined) letters(piece.plain)
    else if (piece.hex !== undefined) letters(String.fromCharCode(Number.parseInt(piece.hex, 16)))
    else if (piece.word !== undefined) obey(piece.word, piece.number === undefined ? null : Number(piece.number))
    else if (piece.sign === '*') group.isUnseen = true
    else if (piece.sign === '~') write(' ')
    else if (piece.sign !== undefined && '\\{}'.includes(piece.sign)) letters(piece.sign)
    else if (piece.brace === '{' && groups.length < DEEPEST) {
      groups.push(group)
      group = { ...group }
    } else if (piece.brace === '}') {
      flush()
      group = groups.pop() ?? group
    }
  }
  flush()
}

function codePageOf(rtf: string): string {
  const name = `windows-${/\\ansicpg(\d{3,5})/.exec(rtf.slice(0, 1_000))?.[1] ?? '1250'}`
  return iconv.encodingExists(name) ? name : 'windows-1250'
}
