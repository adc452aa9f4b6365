/** Endings of Polish nouns and adjectives, without diacritics. */
const endings =
  'iego iemu iach iami owie owi ami ach ego emu iem ych ymi imi ich iej ej ow om em ym im ie ia iu io a e i o u y'
    .split(' ')
    .toSorted((one, other) => other.length - one.length)

/** Consonants that soften before an ending, and what they were (*w Drewbudzie* of Drewbud). */
const softened = [
  ['dzie', 'd'],
  ['rze', 'r'],
  ['cie', 't'],
] as const

const SHORTEST_STEM = 4

/**
 * A word that the dictionary does not know (lower case, without diacritics), without its ending: names of companies and
 * people above all. A number, or what holds one, has none.
 */
export function lightStem(word: string): string {
  if (/[^a-z]/.test(word)) return word
  const soft = softened.find(([end]) => word.endsWith(end) && word.length - end.length >= SHORTEST_STEM - 1)
  if (soft) return word.slice(0, -soft[0].length) + soft[1]
  const end = endings.find(ending => word.endsWith(ending) && word.length - ending.length >= SHORTEST_STEM)
  return end === undefined ? word : word.slice(0, -end.length)
}
