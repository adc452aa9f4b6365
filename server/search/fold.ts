/** A text without what people leave out when they type in haste: lower case, no diacritics. */
export function fold(text: string): string {
  const small = text.toLowerCase()
  // Most words are plain, and taking a text apart for its marks costs more than all the rest.
  if (/^\p{ASCII}*$/u.test(small)) return small
  return small
    .replaceAll('ł', 'l')
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
}

/** The same, letter for letter, so that a place in the answer is the place in the text. */
export function foldInPlace(text: string): string {
  return text.replace(/[A-Z\u0080-\uffff]/g, foldedLetter)
}

/** Each letter folded once: a long text holds few different ones, many times. */
const letters = new Map<string, string>()

function foldedLetter(letter: string): string {
  const known = letters.get(letter)
  if (known !== undefined) return known
  const folded = fold(letter)
  const kept = folded.length === 1 ? folded : letter
  letters.set(letter, kept)
  return kept
}
