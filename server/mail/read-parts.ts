import { parameter } from './field-parameters.ts'
import { isMailHeader, readHeader } from './header-fields.ts'
import { type LineReader, messageStart, readLines } from './line-reader.ts'
import type { Mark } from './parsed-message.ts'
import { describePart, isMultipart, newPart, type Part } from './part-tree.ts'

/** Limits as in Dovecot; what lies beyond is kept in one attachment and marked. */
const HEADER_BYTES = 10 * 1024 * 1024
const HEADER_LINES = 10_000
const PARTS = 10_000
const DEPTH = 100
const BOUNDARY_LENGTH = 1_000

/** A message's parts, and what was odd about them. */
export type Parts = {
  root: Part
  marks: Set<Mark>
}

type Reading = Parts & {
  source: Buffer
  lines: LineReader
  /** Multiparts whose delimiter may come, outermost first. */
  open: Part[]
  current: Part
  /** Lines of the header being read; null while in a body. */
  header: Buffer[] | null
  /** Where the lines of `header` start. */
  starts: number[]
  /** End of the line before the current one, without its line end. */
  previousEnd: number
  headerBytes: number
  headerLines: number
  parts: number
}

/** Finds the parts of a message in one walk over its lines. It never fails: what is no mail is one part of text. */
export function readParts(source: Buffer): Parts {
  const start = messageStart(source)
  const root = newPart(0, start)
  const reading: Reading = {
    source,
    root,
    marks: new Set(),
    lines: readLines(source, start),
    open: [],
    current: root,
    header: [],
    starts: [],
    previousEnd: start,
    headerBytes: 0,
    headerLines: 0,
    parts: 1,
  }
  while (reading.lines.advance()) {
    if (!atDelimiter(reading)) readLine(reading)
    reading.previousEnd = reading.lines.end
  }
  if (reading.header) endHeader(reading, source.length)
  closeDownTo(reading, 0, source.length)
  return { root, marks: reading.marks }
}

/** One line of a header or of a body. */
function readLine(reading: Reading) {
  const { source, lines, header } = reading
  if (!header) return
  if (lines.end === lines.start) return endHeader(reading, lines.next)

  reading.headerBytes += lines.end - lines.start
  reading.headerLines += 1
  if (reading.headerBytes > HEADER_BYTES || reading.headerLines > HEADER_LINES * 10 || header.length >= HEADER_LINES) {
    reading.marks.add('header-truncated')
    return
  }
  header.push(source.subarray(lines.start, lines.end))
  reading.starts.push(lines.start)
}

/** The header is complete: tells what the part is, and where its body starts. */
function endHeader(reading: Reading, bodyStart: number) {
  const { current, open, marks, root } = reading
  const header = readHeader(reading.header ?? [], charsetOf(root))
  const isNoMail = current === root && !isMailHeader(header.fields)
  if (isNoMail) marks.add('no-headers')
  if (header.guessed) marks.add('charset-guessed')
  if (header.hadNul) marks.add('nul-bytes')

  describePart(current, isNoMail ? [] : header.fields, open.at(-1)?.type ?? '')
  const textFrom = isNoMail ? 0 : header.textFrom
  current.bodyStart = textFrom === null ? bodyStart : (reading.starts[textFrom] ?? bodyStart)
  current.bodyEnd = current.bodyStart
  reading.header = null
  reading.starts = []
  if (isMultipart(current)) openMultipart(reading)
}

function openMultipart({ current, open, marks }: Reading) {
  if (current.depth >= DEPTH) {
    marks.add('parts-truncated')
    current.type = 'application/octet-stream'
  } else {
    open.push(current)
  }
}

function charsetOf(root: Part): string | null {
  return parameter(root.typeRest, 'charset')
}

/** Handles the line if it is a delimiter of an open multipart. */
function atDelimiter(reading: Reading): boolean {
  const { source, lines, open } = reading
  if (open.length === 0 || source[lines.start] !== 0x2d || source[lines.start + 1] !== 0x2d) return false
  if (lines.end - lines.start > BOUNDARY_LENGTH) return false

  const line = source.toString('utf8', lines.start + 2, lines.end).trimEnd()
  const closing = line.endsWith('--') ? line.slice(0, -2) : null
  adoptBoundary(open.at(-1), line)
  const index = open.findLastIndex(({ boundary }) => boundary === line || boundary === closing)
  if (index < 0) return false

  if (reading.header) endHeader(reading, lines.start)
  if (open[index]?.boundary === line) startPart(reading, index)
  else closeLast(reading, index)
  return true
}

/** A multipart that forgot to name its boundary uses whatever its first delimiter says. */
function adoptBoundary(part: Part | undefined, line: string) {
  const mayAdopt = part && part.boundary === null && part.children.length === 0
  if (mayAdopt && /^\S{5,}$/.test(line) && !line.endsWith('--')) part.boundary = line
}

function closeLast(reading: Reading, index: number) {
  closeDownTo(reading, index + 1, reading.previousEnd)
  const multipart = reading.open.pop()
  if (!multipart) return
  reading.current = multipart
  if (multipart.children.length === 0) takeAsText(multipart, reading.previousEnd)
}

function startPart(reading: Reading, index: number) {
  const { lines, source, marks } = reading
  closeDownTo(reading, index + 1, reading.previousEnd)
  const parent = reading.open.at(-1) ?? reading.root
  const isLastAllowed = reading.parts >= PARTS
  const part = newPart(parent.depth + 1, isLastAllowed ? lines.start : lines.next)
  parent.children.push(part)
  reading.parts += 1
  reading.current = part
  reading.header = isLastAllowed ? null : []
  if (!isLastAllowed) return

  marks.add('parts-truncated')
  part.type = 'application/octet-stream'
  reading.open = []
  lines.next = source.length
}

/** Ends the current part and every open multipart above `count`. */
function closeDownTo(reading: Reading, count: number, end: number) {
  const { current, open } = reading
  if (!isMultipart(current)) current.bodyEnd = Math.max(current.bodyStart, end)
  for (const multipart of open.splice(count)) {
    if (multipart.children.length === 0) takeAsText(multipart, end)
  }
}

/** A multipart in which no delimiter came is the text it holds. */
function takeAsText(multipart: Part, end: number) {
  multipart.type = 'text/plain'
  multipart.typeRest = ''
  multipart.bodyEnd = Math.max(multipart.bodyStart, end)
}
