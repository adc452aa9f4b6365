/** When something is due, as seen from the reader's own day. */
export type DueState = 'late' | 'today' | 'later'

/** Whether a day is past, today or to come, by the reader's own calendar. */
export function dueState(day: string, now: Date): DueState {
  const two = (number: number) => String(number).padStart(2, '0')
  const today = `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
  if (day === today) return 'today'
  return day < today ? 'late' : 'later'
}
