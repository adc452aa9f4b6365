/** A word of a text and where it stands. */
interface Token {
  /** In lower case, with its diacritics. */
  word: string
  start: number
  end: number
}

/** Longer ones are encoded data that nobody types. */
const LONGEST_WORD = 60

/** The words of a text from a place on, in their order. References, addresses and hyphened words fall into their parts. */
export function* tokensOf(text: string, from = 0): Generator<Token, undefined> {
  // Marks belong to their letter where a text keeps the two apart.
  const words = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu
  words.lastIndex = from
  for (let match = words.exec(text); match; match = words.exec(text)) {
    const [written] = match
    if (written.length <= LONGEST_WORD)
      yield { word: written.normalize('NFC').toLowerCase(), start: match.index, end: match.index + written.length }
  }
}
