import { UserRound, UsersRound } from 'lucide'
import type { Viewer } from '../../shared/audience.ts'
import { useAppText } from '../app/surroundings.ts'
import { groupName } from '../text/group-name.ts'
import { Icon } from '../ui/icon.tsx'
import { useLanguage } from '../ui/language.ts'

interface ViewerListProps {
  viewers: Viewer[]
}

/** Who may see something, by name; groups are marked by icon and word. */
export function ViewerList({ viewers }: ViewerListProps) {
  const text = useAppText()
  const language = useLanguage()
  const shown = viewers.map(viewer => (viewer.isGroup ? { ...viewer, name: groupName(language, viewer.name) } : viewer))
  return (
    <ul class="viewer-tags">
      {shown.map(viewer => (
        <li key={viewer.id} class="tag">
          <Icon shape={viewer.isGroup ? UsersRound : UserRound} />
          {viewer.isGroup && <span class="unseen">{text.viewers.group}: </span>}
          <span class="cut" title={viewer.name}>
            {viewer.name}
          </span>
        </li>
      ))}
    </ul>
  )
}
