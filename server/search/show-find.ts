import type { Found, Span } from '../../shared/search.ts'
import type { Lemmas } from './lemmas.ts'
import { type Mark, marksIn } from './mark-words.ts'
import type { Wanted } from './read-query.ts'

const LENGTH = 220
const BEFORE = 50

/** What a row shows of a find: the words marked in its title and sender, and the piece of its text that holds most of them. */
export function showFind(row: { title: string; who: string }, body: string, sought: Wanted[], lemmas: Lemmas): Found {
  const text = body.replace(/\s+/g, ' ').trim()
  const spans = (part: string) => marksIn(part, sought, lemmas).map(({ start, end }) => ({ start, end }))
  return { title: spans(row.title), who: spans(row.who), ...pieceOf(text, marksIn(text, sought, lemmas)) }
}

function pieceOf(text: string, marks: Mark[]): Pick<Found, 'text' | 'marks'> {
  if (marks.length === 0) return { text: null, marks: [] }
  const start = wordStart(text, Math.max(0, richest(marks).start - BEFORE))
  const end = wordEnd(text, start + LENGTH)
  const [before, after] = [start > 0 ? '…' : '', end < text.length ? '…' : '']
  const inside = marks.filter(mark => mark.start >= start && mark.end <= end)
  return {
    text: before + text.slice(start, end) + after,
    marks: inside.map(
      (mark): Span => ({
        start: mark.start - start + before.length,
        end: mark.end - start + before.length,
      }),
    ),
  }
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
