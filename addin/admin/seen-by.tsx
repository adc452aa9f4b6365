import type { Viewer } from '../../shared/audience.ts'
import { useAdminText } from '../app/surroundings.ts'
import { useLanguage } from '../ui/language.ts'
import { viewerNames } from './rule-words.ts'

/** Who would see what a rule files, where it says so. */
export function SeenBy({ viewers }: { viewers: Viewer[] | null }) {
  const text = useAdminText().rules
  const language = useLanguage()
  if (!viewers) return null
  const names = viewerNames(viewers, language).join(', ')
  return <p class="small seen-by">{viewers.length > 0 ? text.seenBy(names) : text.seenByOwners}</p>
}
