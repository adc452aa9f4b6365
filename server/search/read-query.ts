import { lexemesOf, quoted, stopWords, wholesIn } from './analyse.ts'
import { fold } from './fold.ts'
import { type Lemmas, openLemmas } from './lemmas.ts'
import { lightStem } from './light-stem.ts'
import { mailWord, numberForm, spellingsOf } from './number-spellings.ts'
import { tokensOf } from './tokenise.ts'

/** Words in a row that must occur (or must not); a single one in any of its forms, or while it is typed whatever begins so. */
export interface Wanted {
  /** For each place in the row what may stand there. */
  places: string[][]
  isPrefix: boolean
  isOut: boolean
  /** The row as one word, where it was written so. */
  whole: string | null
  /** Rows that say the same in other spellings: a number with its blanks or without. */
  others: string[][][]
}

/** What somebody looks for, as the database asks it and as the finds are marked. */
export interface SearchQuery {
  /** For PostgreSQL, as the text of a tsquery. */
  condition: string
  /** The same for each wanted word alone, without what must not occur; empty when there is but one. */
  each: string[]
  /** The words to be marked. */
  marked: Wanted[]
}

const MOST_WORDS = 20
/** Each word alone costs a search of its own. */
const MOST_ALONE = 4

/**
 * Reads what was typed: words, each in any form of it; "words in quotation marks" exactly so and in that order; -word for
 * what must not occur. The last word may be incomplete. Null when nothing is looked for.
 */
export async function readQuery(typed: string): Promise<SearchQuery | null> {
  const lemmas = await openLemmas()
  const wanted = partsOf(typed).flatMap(part => wantedOf(part, lemmas))
  const sought = wanted.filter(({ isOut }) => !isOut)
  const telling = sought.filter(({ places }) => !isStopWord(places))
  const asked = telling.length > 0 ? telling : sought
  if (asked.length === 0) return null
  const out = wanted.filter(({ isOut }) => isOut)
  const conditionOf = (parts: Wanted[]) => [...parts, ...out].slice(0, MOST_WORDS).map(asCondition).join(' & ')
  const each = asked.length > 1 ? asked.slice(0, MOST_ALONE).map(part => conditionOf([part])) : []
  return { condition: conditionOf(asked), each, marked: asked }
}

interface Part {
  text: string
  isOut: boolean
  isPhrase: boolean
  isLast: boolean
}

const typedPart = new RegExp(
  `(?<out>(?<!\\S)-)?(?:["„”“](?<phrase>[^"„”“]*)["„”“]?|(?<number>${numberForm})|(?<word>[^\\s"„”“]+))`,
  'giu',
)

function partsOf(typed: string): Part[] {
  return [...typed.matchAll(typedPart)].map(({ 0: whole, index, groups }) => ({
    text: groups?.phrase ?? groups?.number ?? groups?.word ?? '',
    isOut: groups?.out !== undefined,
    isPhrase: groups?.phrase !== undefined,
    isLast: index + whole.length === typed.length,
  }))
}

/** A word that falls into parts, such as a reference, is looked for as these in a row. */
function wantedOf({ text, isOut, isPhrase, isLast }: Part, lemmas: Lemmas): Wanted[] {
  const words = [...tokensOf(text)].map(({ word }) => word)
  if (words.length === 0) return []
  const isExact = isPhrase || words.length > 1
  const places = words.map(word => (isExact ? [fold(word)] : sought(word, lemmas)))
  // A word that is denied while it is typed would hide all that begins with its first letter.
  const [whole = null] = isPhrase || words.length === 1 || /\s/u.test(text) ? [] : wholesIn(text)
  const others = isPhrase ? [] : otherSpellings(text, lemmas)
  return [{ places, isOut, whole, others, isPrefix: isLast && !isPhrase && !isOut }]
}

/** Quotation marks ask for one spelling; without them nobody knows how a number was written. */
function otherSpellings(text: string, lemmas: Lemmas): string[][][] {
  const mail = mailWord(text)
  if (mail) return [[sought(mail.inOne, lemmas)], mail.apart.map(word => sought(word, lemmas))]
  return spellingsOf(text).map(words => words.map(word => [word]))
}

/**
 * A word in its basic forms. Of forms that the dictionary does not derive (*rękojmi*) the index holds the stem alone, so
 * the stem is looked for beside.
 */
function sought(word: string, lemmas: Lemmas): string[] {
  const raw = fold(word)
  return stopWords.has(raw) ? [raw] : [...new Set([...lexemesOf(word, lemmas), lightStem(raw)])]
}

function isStopWord(places: string[][]): boolean {
  return places.length === 1 && stopWords.has(places[0]?.[0] ?? '')
}

function asCondition({ places, isPrefix, isOut, whole, others }: Wanted): string {
  const typed = [places, ...(whole === null ? [] : [[[whole]]])].map(row => inRow(row, isPrefix))
  const spelled = [...new Set([...typed, ...others.map(row => inRow(row, false))])]
  const either = spelled.length > 1 ? spelled.map(row => `(${row})`).join(' | ') : (spelled[0] ?? '')
  return isOut ? `!(${either})` : `(${either})`
}

function inRow(places: string[][], isPrefix: boolean): string {
  const last = places.length - 1
  return places.map((lexemes, place) => alternatives(lexemes, isPrefix && place === last)).join(' <-> ')
}

/** What is being typed may go on from the word as it is written, not from its basic forms. */
function alternatives(lexemes: string[], isPrefix: boolean): string {
  const each = lexemes.map((lexeme, index) => `${quoted(lexeme)}${isPrefix && index === 0 ? ':*' : ''}`)
  return each.length > 1 ? `(${each.join(' | ')})` : (each[0] ?? '')
}
