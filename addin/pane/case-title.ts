const answered = /^\s*(?:(?:re|fwd?|odp|pd|aw|wg|sv|antw)(?:\[\d+\])?\s*:\s*)+/i
const LONGEST = 300
/** What stands behind a word, or between those that are the same and those that differ. */
const loose = /[\s\p{P}]+$/u

/** The title of a new case from a mail's subject, without the marks of answering and forwarding in Polish, English and German programs. */
export function caseTitleOf(subject: string): string {
  return subject.replace(answered, '').trim().slice(0, LONGEST)
}

/** The title of a new case for several mails: the words with which all their subjects begin; empty where they have none in common. */
export function commonTitleOf(subjects: string[]): string {
  const [first = [], ...others] = subjects
    .map(subject => caseTitleOf(subject).split(/\s+/).filter(Boolean))
    .filter(words => words.length > 0)
  const apart = first.findIndex((word, at) => others.some(words => bare(words[at] ?? '') !== bare(word)))
  return apart === -1 ? first.join(' ') : first.slice(0, apart).join(' ').replace(loose, '')
}

function bare(word: string): string {
  return word.replace(loose, '').toLowerCase()
}
