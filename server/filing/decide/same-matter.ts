/** What programs and people put before the subject of an answer or a forwarded mail, also several times and with a count. */
const ANSWER_MARK = /^\s*(?:(?:re|odp|aw|antw|sv|vs|fw|fwd|pd|wg|tr)\s*(?:\[\d+\])?\s*:|\[[^\]]{1,40}\])\s*/iu
const MOST_MARKS = 20
/** Shorter words join everything to everything. */
const SHORTEST_WORD = 4
/** Short words (kitchen, invoice) stand in every other title. */
const SHORTEST_STEM = 7
const LONGEST_ENDING = 3

/**
 * Whether an answer goes on about something else: people take an old mail to find the address, and write a subject of their
 * own. One that shares a word or a number with the old one was only made more precise.
 */
export function isAnotherMatter(title: string | undefined, earlier: string | undefined): boolean {
  const now = wordsOf(title)
  const before = wordsOf(earlier)
  return now.length > 0 && before.length > 0 && !isOfOneMatter(now, before)
}

/** Whether two titles have a word in common, in whatever grammatical case. */
export function shareWord(one: string | undefined, other: string | undefined): boolean {
  return isOfOneMatter(wordsOf(one), wordsOf(other))
}

function isOfOneMatter(words: string[], others: string[]): boolean {
  return words.some(word => others.some(other => word === other || isSameStem(word, other)))
}

/** Polish words change their endings only: `mieszkania`, `mieszkaniach`. */
function isSameStem(one: string, other: string): boolean {
  let stem = 0
  while (stem < one.length && one[stem] === other[stem]) stem += 1
  const ending = Math.max(one.length, other.length) - stem
  return stem >= SHORTEST_STEM && !/\d/.test(one + other) && ending <= LONGEST_ENDING
}

function wordsOf(title = ''): string[] {
  const words =
    withoutMarks(title)
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  return words.filter(word => word.length >= SHORTEST_WORD || /\d/.test(word))
}

function withoutMarks(title: string): string {
  let bare = title
  for (let count = 0; count < MOST_MARKS && ANSWER_MARK.test(bare); count += 1) bare = bare.replace(ANSWER_MARK, '')
  return bare
}
