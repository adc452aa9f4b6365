import type { Choices } from './people-picker.tsx'

/** Whether a user is among the chosen ones, himself or through a group, however deep. */
export function isChosen(userId: string, chosen: ReadonlySet<string>, { groups }: Choices): boolean {
  if (chosen.has(userId)) return true
  const seen = new Set<string>()
  let waiting = groups.filter(group => chosen.has(group.id))
  while (waiting.length > 0) {
    if (waiting.some(group => group.everyone || group.members.includes(userId))) return true
    for (const group of waiting) seen.add(group.id)
    const inner = new Set(waiting.flatMap(group => group.members))
    waiting = groups.filter(group => inner.has(group.id) && !seen.has(group.id))
  }
  return false
}
