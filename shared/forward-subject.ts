const LONGEST = 1_000
/** What mail programs put before the subject of what they forward, in Polish and English, behind the tags that a mail border adds. */
const FORWARD_SUBJECT =
  /^\s*(?:(?:\[[^[\]]{1,20}\]|(?:re|odp|aw)\s*:)\s*){0,9}\[?(?:fwd?|pd|przek(?:az(?:ano|anie)?)?|wg)\s*:/i

/** Whether a subject says that the mail is one that was forwarded. */
export function isForwardSubject(subject: string): boolean {
  return FORWARD_SUBJECT.test(subject.slice(0, LONGEST))
}
