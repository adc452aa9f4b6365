const LINE_FEED = 0x0a
const CARRIAGE_RETURN = 0x0d
/** More CRs in a row than this are lines of their own. */
const LONGEST_RUN = 4

/** Where the current line of a source lies: from `start` up to `end`, the next one at `next`. */
export type LineReader = {
  start: number
  end: number
  next: number
  /** Moves to the next line. False when there is none. */
  advance(): boolean
}

/**
 * Walks over lines that end in LF, CRLF, CRCRLF or a bare CR. A bare CR counts as a line end on purpose:
 * where programs disagree about it, a hidden second header must come to light and not stay hidden.
 */
export function readLines(source: Buffer, from: number): LineReader {
  let nextFeed = -2
  let nextReturn = -2

  return {
    start: from,
    end: from,
    next: from,
    advance() {
      if (this.next >= source.length) return false
      this.start = this.next
      if (nextFeed !== -1 && nextFeed < this.start) nextFeed = source.indexOf(LINE_FEED, this.start)
      if (nextReturn !== -1 && nextReturn < this.start) nextReturn = source.indexOf(CARRIAGE_RETURN, this.start)

      const feed = nextFeed < 0 ? source.length : nextFeed
      this.end = nextReturn < 0 ? feed : Math.min(feed, nextReturn)
      let mark = this.end
      while (mark < this.end + LONGEST_RUN && source[mark] === CARRIAGE_RETURN) mark += 1
      this.next = source[mark] === LINE_FEED ? mark + 1 : Math.min(this.end + 1, source.length)
      return true
    },
  }
}

/**
 * Where the message itself begins: behind what stores write before it, such as the `From ` line
 * of an mbox, Thunderbird's `X-Mozilla-Status`, a byte order mark or empty lines.
 */
export function messageStart(source: Buffer): number {
  const hasOrderMark = source[0] === 0xef && source[1] === 0xbb && source[2] === 0xbf
  const lines = readLines(source, hasOrderMark ? 3 : 0)
  while (lines.advance()) {
    const line = source.toString('latin1', lines.start, Math.min(lines.end, lines.start + 30))
    const byStore = /^(?:>?From |X-Mozilla-(?:Status2?|Keys):|\s*$)/i.test(line)
    if (!byStore) return lines.start
  }
  return source.length
}
