const answered = /^\s*(?:(?:re|fwd?|odp|pd|aw|wg|sv|antw)(?:\[\d+\])?\s*:\s*)+/i
const LONGEST = 300

/** The title of a new case from a mail's subject, without the marks of answering and forwarding in Polish, English and German programs. */
export function caseTitleOf(subject: string): string {
  return subject.replace(answered, '').trim().slice(0, LONGEST)
}
