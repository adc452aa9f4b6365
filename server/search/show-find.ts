import type { Found, Span } from '../../shared/search.ts'
import type { Lemmas } from './lemmas.ts'
import { type Mark, marksIn } from './mark-words.ts'
import type { Wanted } from './read-query.ts'

const LENGTH = 220
const BEFORE = 50

/** A piece of a text with the words marked that were looked for, and which of them it holds. */
export interface Piece extends Pick<Found, 'text' | 'marks'> {
  words: Set<number>
}

/** What a row shows by itself: the words marked in its title and sender, and which of them stand there. */
export function showRow(row: { title: string; who: string }, sought: Wanted[], lemmas: Lemmas) {
  const [title, who] = [marksIn(row.title, sought, lemmas), marksIn(row.who, sought, lemmas)]
  return {
    title: title.map(spanOf),
    who: who.map(spanOf),
    words: new Set([...title, ...who].map(({ wanted }) => wanted)),
  }
}

/** What lies around a part of a text. */
interface Rest {
  /** How many of its first letters stood in the part before; 0 where it begins the text. */
  repeats: number
  /** Whether there is more behind it. */
  behind: boolean
}

/** The piece of a text, or of a part of it, that holds most of the words. */
export function pieceOf(body: string, sought: Wanted[], lemmas: Lemmas, rest: Rest): Piece {
  const text = squashed(body)
  // What stands at the very beginning of a part stood whole in the part before; of blanks alone no word can.
  const known = Math.min(BEFORE, squashed(body.slice(0, rest.repeats)).length)
  const marks = marksIn(text, sought, lemmas).filter(mark => mark.start >= known)
  if (marks.length === 0) return { text: null, marks: [], words: new Set() }
  const start = wordStart(text, Math.max(0, richest(marks).start - BEFORE))
  const end = wordEnd(text, start + LENGTH)
  const [before, after] = [start > 0 || rest.repeats > 0 ? '…' : '', end < text.length || rest.behind ? '…' : '']
  const inside = marks.filter(mark => mark.start >= start && mark.end <= end)
  const shift = before.length - start
  return {
    text: before + text.slice(start, end) + after,
    marks: inside.map((mark): Span => ({ start: mark.start + shift, end: mark.end + shift })),
    words: new Set(inside.map(({ wanted }) => wanted)),
  }
}

function squashed(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}

function spanOf({ start, end }: Mark): Span {
  return { start, end }
}

/** The mark after which most different words follow within the piece; of equals the first. */
function richest(marks: Mark[]): Mark {
  const worth = (first: Mark) =>
    new Set(
      marks
        .filter(({ start, end }) => start >= first.start && end <= first.start + LENGTH - BEFORE)
        .map(({ wanted }) => wanted),
    ).size
  return marks.reduce((best, mark) => (worth(mark) > worth(best) ? mark : best))
}

/** Pieces begin and end between words, unless a text has no blank for long. */
function wordStart(text: string, place: number): number {
  if (place === 0) return 0
  const blank = text.indexOf(' ', place)
  return blank >= 0 && blank < place + BEFORE - 1 ? blank + 1 : place
}

function wordEnd(text: string, place: number): number {
  if (place >= text.length) return text.length
  const blank = text.lastIndexOf(' ', place)
  return blank > place - BEFORE ? blank : place
}
