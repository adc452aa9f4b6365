const MINUTE_MS = 60_000

/** A moment as a field for day and time holds it: the reader's own time, without a zone. */
export function localMinute(moment: Date): string {
  const local = new Date(moment.getTime() - moment.getTimezoneOffset() * MINUTE_MS)
  return local.toISOString().slice(0, 16)
}
