import type { Viewer } from '../../shared/audience.ts'
import { groupName } from '../text/group-name.ts'
import { listNames } from '../text/list-names.ts'
import { useCaseText } from '../ui/case-text.ts'
import { useLanguage } from '../ui/language.ts'
import { Notice } from '../ui/notice.tsx'

/** Says in a form that a colleague overtook who sees it now, and what its ticks mean since. */
export function ViewersNow({ viewers }: { viewers: Viewer[] }) {
  const { viewers: text } = useCaseText()
  const language = useLanguage()
  const names = viewers.map(({ name, isGroup }) => (isGroup ? groupName(language, name) : name))
  return (
    <Notice look="calm">
      <p>{text.seenNow(listNames(language, names))}</p>
      <p>{text.broughtUp}</p>
    </Notice>
  )
}
