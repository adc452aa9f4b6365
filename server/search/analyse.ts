import { fold } from './fold.ts'
import { type Lemmas, openLemmas } from './lemmas.ts'
import { tokensOf } from './tokenise.ts'

/** Raised whenever the words of a text change by what is below; what was indexed by an older one is indexed again. */
export const ANALYSER = 2

const MOST_LEXEMES = 30_000
/** So many different words are looked up in one text; a hostile one made of nothing else would take its thread for long. */
const MOST_LOOKED_UP = 10_000
const MOST_PLACES = 60
/** PostgreSQL knows no later place in a text, and takes everything behind it to be there. */
const LAST_PLACE = 16_383
/** PostgreSQL's tsvector holds one megabyte and says nothing when it is passed. */
const MOST_BYTES = 900_000

/** Words that stand in every text: found in phrases, and nobody looks for them alone. */
export const stopWords = new Set(
  'a aby ale and are at be by co czy do for from i in is it jak jest lub na nad o od of on or oraz po pod przez przy sie the this to u w we with z za ze'.split(
    ' ',
  ),
)

/** What an item tells: its title, who and what it names at its head, and what it says. A find in the first weighs most. */
export interface Told {
  title: string
  head: string
  body: string
}

/** As PostgreSQL calls the weights; the lightest has no letter. */
const parts = [
  ['title', 'A'],
  ['head', 'B'],
  ['body', ''],
] as const

/** What the index holds of a text: each word as it is written (without diacritics) and its basic forms, with their places. */
export async function vectorOf(told: Told): Promise<string> {
  const places = placesOf(told, await openLemmas())
  let bytes = 0
  const fits = ([lexeme, where]: [string, string[]]) => {
    bytes += Buffer.byteLength(lexeme) + 8 + where.length * 2
    return bytes <= MOST_BYTES
  }
  return [...places]
    .filter(fits)
    .map(([lexeme, where]) => `${quoted(lexeme)}:${where.join(',')}`)
    .join(' ')
}

function placesOf(told: Told, lemmas: Lemmas): Map<string, string[]> {
  const places = new Map<string, string[]>()
  const put = (lexeme: string, place: string) => {
    const where = places.get(lexeme)
    if (!where && places.size < MOST_LEXEMES) places.set(lexeme, [place])
    if (where && where.length < MOST_PLACES && where.at(-1) !== place) where.push(place)
  }
  const known = new Map<string, string[]>()
  const lexemes = (word: string) => {
    if (known.size >= MOST_LOOKED_UP) return known.get(word) ?? [fold(word)]
    const found = known.get(word) ?? lexemesOf(word, lemmas)
    known.set(word, found)
    return found
  }
  let place = 0
  for (const [part, weight] of parts)
    for (const { word } of tokensOf(told[part])) {
      place = Math.min(place + 1, LAST_PLACE)
      for (const lexeme of lexemes(word)) put(lexeme, `${place}${weight}`)
    }
  return places
}

/**
 * The words of a short text as they are written, without the dictionary: what a new item is found by until its basic
 * forms are there. They have no places, so references and addresses stand whole beside their parts.
 */
export function wordsOf(text: string): string[] {
  const parts = [...tokensOf(text)].map(({ word }) => fold(word))
  let bytes = 0
  const fits = (word: string) => {
    bytes += Buffer.byteLength(word) + 4
    return bytes <= MOST_BYTES
  }
  return [...new Set([...parts, ...wholesIn(text)])].slice(0, MOST_LEXEMES).filter(fits)
}

/** What is written in one with its dots, slashes and hyphens: `fv/12/2026`, `jan@firma.pl`. */
export function wholesIn(text: string): string[] {
  return (text.match(/[\p{L}\p{N}\p{M}]{1,40}(?:[./@-][\p{L}\p{N}\p{M}]{1,40}){1,8}/gu) ?? []).map(fold)
}

/** A word as the index holds it: as it is written, then in its basic forms. */
export function lexemesOf(word: string, lemmas: Lemmas): string[] {
  const raw = fold(word)
  return stopWords.has(raw) ? [raw] : [raw, ...lemmas(word)]
}

/** A lexeme as the text form of tsvector and tsquery takes it. */
export function quoted(lexeme: string): string {
  return `'${lexeme.replaceAll("'", "''").replaceAll('\\', '\\\\')}'`
}
