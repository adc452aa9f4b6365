/** Longer texts serve attacks: one sign can unfold into eighteen. */
const LONGEST = 20_000

/** Text as people compare it: lower case, without diacritics, one sign for each letter, single blanks. */
export function foldText(text: string): string {
  return text
    .slice(0, LONGEST)
    .normalize('NFKD')
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replaceAll('ł', 'l')
    .replaceAll('ß', 'ss')
    .replace(/\s+/gu, ' ')
    .trim()
}
