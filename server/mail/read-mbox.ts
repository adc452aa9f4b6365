import { createReadStream } from 'node:fs'

/** The largest message taken from an archive. */
export const MESSAGE_BYTES = 150 * 1024 * 1024

/** One message of an archive, or the news that it is too large; with the byte at which its entry begins. */
export type MboxEntry = { offset: number; source: Uint8Array<ArrayBuffer> } | { offset: number; tooLarge: true }

/** Where an archive comes from. */
export type MboxInput = string | AsyncIterable<Uint8Array>

type Entry = { offset: number; pieces: Buffer[]; size: number }

const LINE_FEED = 0x0a
const CHUNK_BYTES = 256 * 1024
/** No separator line is longer. */
const SEPARATOR_LENGTH = 1_000
const FROM = Buffer.from('From ')
const QUOTED_FROM = /^>+From /
const DATED = /^From \S.*\d{1,2}:\d{2}.*\d{4}|^From - /
const DATED_BY_CALENDAR = /^From \S+ +(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) +[A-Z][a-z]{2} +\d{1,2} +\d{1,2}:\d{2}/

/**
 * Reads the messages of an mbox one after the other, as Thunderbird, Dovecot, mutt and Gmail's export write it,
 * holding no more than one message in memory. `>From ` at the start of a line becomes `From ` again. Messages
 * that Thunderbird deleted but has not yet removed from the file are left out.
 */
export async function* readMbox(input: MboxInput, { limit = MESSAGE_BYTES } = {}): AsyncGenerator<MboxEntry> {
  const stream = typeof input === 'string' ? createReadStream(input, { highWaterMark: CHUNK_BYTES }) : input
  let entry: Entry | null = null
  let wasBlank = true
  for await (const pieces of readPieces(stream)) {
    for (const { offset, bytes, startsLine } of pieces) {
      const separates = startsLine && isSeparator(bytes, { wasBlank })
      if (separates && entry && !isDeleted(entry)) yield finish(entry, limit)
      if (separates || (!entry && !isBlank(bytes))) entry = { offset, pieces: [], size: 0 }
      if (!separates && entry) add(entry, startsLine ? unquote(bytes) : bytes, limit)
      wasBlank = startsLine && isBlank(bytes)
    }
  }
  if (entry && !isDeleted(entry)) yield finish(entry, limit)
}

type Piece = { offset: number; bytes: Buffer; startsLine: boolean }

/** Cuts a stream into lines; very long lines come in pieces, so that no line has to fit into memory. */
async function* readPieces(stream: AsyncIterable<Uint8Array>): AsyncGenerator<Piece[]> {
  let rest = Buffer.alloc(0)
  let offset = 0
  let startsLine = true
  for await (const chunk of stream) {
    const data = Buffer.concat([rest, chunk])
    const pieces: Piece[] = []
    let at = 0
    while (at < data.length) {
      const feed = data.indexOf(LINE_FEED, at)
      if (feed < 0 && data.length - at < SEPARATOR_LENGTH) break
      const end = feed < 0 ? data.length : feed + 1
      pieces.push({ offset: offset + at, bytes: data.subarray(at, end), startsLine })
      startsLine = feed >= 0
      at = end
    }
    offset += at
    rest = data.subarray(at)
    yield pieces
  }
  if (rest.length > 0) yield [{ offset, bytes: rest, startsLine }]
}

/** A separator names a date; behind text instead of an empty line it must name it in full, for people begin sentences with From too. */
function isSeparator(line: Buffer, { wasBlank }: { wasBlank: boolean }): boolean {
  if (line.length > SEPARATOR_LENGTH || !line.subarray(0, FROM.length).equals(FROM)) return false
  return (wasBlank ? DATED : DATED_BY_CALENDAR).test(line.toString('latin1'))
}

function isBlank(line: Buffer): boolean {
  return line.length <= 2 && line.toString('latin1').trim() === ''
}

function unquote(line: Buffer): Buffer {
  const isQuoted = line[0] === 0x3e && QUOTED_FROM.test(line.toString('latin1', 0, 100))
  return isQuoted ? line.subarray(1) : line
}

/** Thunderbird's flag 0x0008 in the message's first lines. */
function isDeleted({ pieces }: Entry): boolean {
  const start = Buffer.concat(pieces.slice(0, 3)).toString('latin1', 0, 300)
  const status = /^X-Mozilla-Status: ([0-9a-f]{4})/im.exec(start)?.[1]
  return status !== undefined && (Number.parseInt(status, 16) & 0x0008) !== 0
}

/** Of a message that grows too large nothing is kept. */
function add(entry: Entry, bytes: Buffer, limit: number) {
  entry.size += bytes.length
  if (entry.size > limit) entry.pieces = []
  else entry.pieces.push(bytes)
}

/** The empty line before the next separator is no part of the message. */
function finish({ offset, pieces, size }: Entry, limit: number): MboxEntry {
  if (size > limit) return { offset, tooLarge: true }
  const source = new Uint8Array(Buffer.concat(pieces))
  const end = /\r?\n\r?\n$/.exec(Buffer.from(source.buffer).toString('latin1', Math.max(0, size - 4)))
  const surplus = end ? (end[0].endsWith('\r\n') ? 2 : 1) : 0
  return { offset, source: source.subarray(0, source.length - surplus) }
}
