import type { Viewer } from '../../shared/audience.ts'
import { groupName } from './group-name.ts'
import type { Language } from './language.ts'
import { listNames } from './list-names.ts'

const MOST_NAMES = 4

/** Users and groups as one phrase, the first few of all by name: "Wszyscy", "Anna, Jan, Ewa i +3". Dots while nobody is known. */
export function viewerNames(language: Language, viewers: Viewer[], total = viewers.length): string {
  const names = viewers.map(({ name, isGroup }) => (isGroup ? groupName(language, name) : name))
  const shown = total > MOST_NAMES ? [...names.slice(0, MOST_NAMES - 1), `+${total - MOST_NAMES + 1}`] : names
  return total > 0 ? listNames(language, shown) : '…'
}
