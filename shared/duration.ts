/** A week: what is longer was mistyped, and far beyond it there are no dates. */
export const LONGEST_MINUTES = 10_080

/** Whether that is how long something can take, as its field writes it; nobody has to say. */
export function isDuration(minutes: string): boolean {
  const length = Number(minutes)
  return minutes === '' || (Number.isInteger(length) && length >= 0 && length <= LONGEST_MINUTES)
}
