import type { OpenMessage } from '../host/mail-host.ts'

/** Whether two questions are about one draft and the same people; only its subject became another, as its writer types. */
export function isSameDraft(one: OpenMessage, other: OpenMessage): boolean {
  return one.draft !== undefined && one.draft === other.draft && peopleIn(one) === peopleIn(other)
}

function peopleIn({ to, cc }: OpenMessage): string {
  return JSON.stringify([to, cc])
}
