import { Eye, TriangleAlert } from 'lucide'
import type { Viewer } from '../../shared/audience.ts'
import type { Foreseen } from '../../shared/foreseen.ts'
import { moveSeenEn } from '../text/move-seen-en.ts'
import { moveSeenPl } from '../text/move-seen-pl.ts'
import { viewerNames } from '../text/viewer-names.ts'
import { Icon } from './icon.tsx'
import { useLanguage } from './language.ts'
import './seen-after.css'

/** The sentences about who sees what is moved; they travel with what is opened to move it. */
export function useMoveSeenText() {
  return useLanguage() === 'pl' ? moveSeenPl : moveSeenEn
}

interface SeenAfterProps {
  viewers: Viewer[]
  /** Whether it lies somewhere already, where others may see it now. */
  isMoved?: boolean | undefined
}

/** Who will see something in the place that is chosen, in names; dots until it is known. */
export function SeenAfter({ viewers, isMoved }: SeenAfterProps) {
  const text = useMoveSeenText()
  const language = useLanguage()
  const say = isMoved ? text.after : text.inPlace
  return (
    <p class="seen-after small faint">
      <Icon shape={Eye} />
      {say(viewerNames(language, viewers))}
    </p>
  )
}

const MOST_NEW = 6

type NewcomersProps = Pick<Foreseen, 'newcomers' | 'newTotal'>

/** Warns of those who do not see it now. Spoken in its turn: it follows each choice of a place. */
export function Newcomers({ newcomers, newTotal }: NewcomersProps) {
  const text = useMoveSeenText()
  const language = useLanguage()
  const shown = newTotal > MOST_NEW ? newcomers.slice(0, MOST_NEW - 1) : newcomers
  return (
    <div role="status" class="newcomers">
      {newTotal > 0 && (
        <div class="notice">
          <Icon shape={TriangleAlert} />
          <div>
            <strong>{text.wider(newTotal)}</strong>
            <div>
              {text.names(
                language,
                shown.map(({ name }) => name),
                newTotal - shown.length,
              )}
            </div>
          </div>
        </div>
      )}
    </div>
  )
}
