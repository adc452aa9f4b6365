import type { AudienceInput } from '../../shared/audience.ts'
import type { Choices } from './people-picker.tsx'

/**
 * What was ticked, as it is sent. Whoever was chosen before and is not on the list (the list may be older) stays: nobody
 * is lost whom one could not untick.
 */
export function audienceOf(
  chosen: ReadonlySet<string>,
  choices: Choices | undefined,
  before: AudienceInput = {},
): Required<AudienceInput> {
  const groups = new Set([...(choices?.groups ?? []).map(({ id }) => id), ...(before.groups ?? [])])
  const idsOf = (isGroup: boolean) => [...chosen].filter(id => groups.has(id) === isGroup)
  return { users: idsOf(false), groups: idsOf(true) }
}
