const LONGEST_WORD = 60
const MOST_WORDS = 20_000
/** PostgreSQL's tsvector holds one megabyte and says nothing when it is passed. */
const MOST_BYTES = 900_000

/** The words of a text as the index holds them: lower case, without diacritics. */
export function wordsOf(text: string): string[] {
  const plain = text
    .toLowerCase()
    .replaceAll('ł', 'l')
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
  const words = plain.match(/[\p{L}\p{N}]+(?:[./@-][\p{L}\p{N}]+)*/gu) ?? []
  const parts = words.flatMap(word => (/[./@-]/.test(word) ? [word, ...word.split(/[./@-]/)] : [word]))
  let bytes = 0
  const fits = (word: string) => {
    bytes += Buffer.byteLength(word) + 4
    return bytes <= MOST_BYTES
  }
  return [...new Set(parts.filter(word => word.length <= LONGEST_WORD))].slice(0, MOST_WORDS).filter(fits)
}

/**
 * A search text as a PostgreSQL query: every word must begin a word of the item, so that *faktur* finds faktura,
 * faktury and fakturze. Null when it holds no word.
 */
export function queryOf(text: string): string | null {
  const words = wordsOf(text).filter(word => !/[./@-]/.test(word))
  return words.length > 0 ? words.map(word => `'${word.replaceAll("'", "''")}':*`).join(' & ') : null
}
