import type { AudienceInput } from '../../shared/audience.ts'
import type { Choices } from '../app/people-picker.tsx'

/** What was ticked, as it is sent. */
export function audienceOf(chosen: ReadonlySet<string>, choices: Choices | undefined): AudienceInput {
  const ids = (rows: { id: string }[] = []) => rows.map(row => row.id).filter(id => chosen.has(id))
  return { users: ids(choices?.users), groups: ids(choices?.groups) }
}
