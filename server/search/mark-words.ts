import type { Span } from '../../shared/search.ts'
import { lexemesOf } from './analyse.ts'
import { foldInPlace } from './fold.ts'
import type { Lemmas } from './lemmas.ts'
import type { Wanted } from './read-query.ts'
import { tokensOf } from './tokenise.ts'

/** A place where something that was looked for stands. */
export interface Mark extends Span {
  /** Which of the wanted words. */
  wanted: number
}

const MOST_MARKS = 60
const LONG = 6

/** Where the words of a query stand in a text, in order. */
export function marksIn(text: string, sought: Wanted[], lemmas: Lemmas): Mark[] {
  const folded = foldInPlace(text)
  const marks = sought.flatMap((wanted, index) =>
    placesOf(text, folded, wanted, lemmas).map(span => ({ ...span, wanted: index })),
  )
  return withoutOverlaps(marks.toSorted((one, other) => one.start - other.start || other.end - one.end))
}

function placesOf(text: string, folded: string, { places, isPrefix, others }: Wanted, lemmas: Lemmas): Span[] {
  const typed = rowsIn(text, folded, places, isPrefix, lemmas)
  return [...typed, ...others.flatMap(row => rowsIn(text, folded, row, false, lemmas))]
}

/** Only words that begin as the first one does are looked at closely: few, in a long text. */
function rowsIn(text: string, folded: string, places: string[][], isPrefix: boolean, lemmas: Lemmas): Span[] {
  const [first = []] = places
  const beginning = commonBeginning(first)
  if (beginning === '') return []
  const spans: Span[] = []
  // A lexeme is letters and digits only, so it may stand in an expression as it is.
  for (const { index } of folded.matchAll(new RegExp(`(?<![\\p{L}\\p{N}\\p{M}])${beginning}`, 'gu'))) {
    const span = spanFrom(text, index, places, isPrefix, lemmas)
    if (span) spans.push(span)
    if (spans.length >= MOST_MARKS) break
  }
  return spans
}

function spanFrom(text: string, start: number, places: string[][], isPrefix: boolean, lemmas: Lemmas): Span | null {
  const tokens = tokensOf(text, start)
  let end = start
  for (const [place, lexemes] of places.entries()) {
    const { value: token } = tokens.next()
    if (!token) return null
    const own = lexemesOf(token.word, lemmas)
    const isGoingOn = isPrefix && place === places.length - 1 && (own[0] ?? '').startsWith(lexemes[0] ?? '')
    if (!isGoingOn && !own.some(lexeme => lexemes.includes(lexeme))) return null
    end = token.end
  }
  return { start, end }
}

/** As many letters as all its forms share: a short word may change already its second one (*pies*, *psa*). */
function commonBeginning(words: string[]): string {
  const [first = '', ...others] = words
  let length = first.length
  for (const other of others) while (!other.startsWith(first.slice(0, length))) length -= 1
  return first.slice(0, Math.min(length, first.length < LONG ? 1 : 2))
}

function withoutOverlaps(marks: Mark[]): Mark[] {
  let end = -1
  return marks.filter(mark => {
    const isFree = mark.start >= end
    if (isFree) end = mark.end
    return isFree
  })
}
