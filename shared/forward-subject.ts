const LONGEST = 1_000
/** What mail programs put before the subject of what they forward, in Polish and English. */
const FORWARD_SUBJECT = /^\s*(?:(?:re|odp|aw)\s*:\s*)*(?:fwd?|pd|przek|przekazano|fw:fw|wg)\s*:/i

/** Whether a subject says that the mail is one that was forwarded. */
export function isForwardSubject(subject: string): boolean {
  return FORWARD_SUBJECT.test(subject.slice(0, LONGEST))
}
