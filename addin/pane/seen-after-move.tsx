import { Eye } from 'lucide'
import type { Viewer } from '../../shared/audience.ts'
import type { Input } from '../../shared/route.ts'
import { foreseeMove } from '../../shared/sharing.ts'
import { call } from '../api/call.ts'
import type { MailHost } from '../host/mail-host.ts'
import { moveSeenEn } from '../text/move-seen-en.ts'
import { moveSeenPl } from '../text/move-seen-pl.ts'
import { viewerNames } from '../text/viewer-names.ts'
import { Icon } from '../ui/icon.tsx'
import { useLanguage, useText } from '../ui/language.ts'
import { Notice } from '../ui/notice.tsx'
import { useAsked } from './use-asked.ts'

const moveSeen = { pl: moveSeenPl, en: moveSeenEn }

interface SeenAfterMoveProps {
  host: MailHost
  itemId: string
  /** The same as the move will be told. */
  move: Input<typeof foreseeMove>['body']
}

/** Who will see an item where it is about to be moved, who of them is new, and whether its own circle goes along. */
export function SeenAfterMove({ host, itemId, move: body }: SeenAfterMoveProps) {
  const language = useLanguage()
  const text = moveSeen[language]
  const { failure: failures } = useText()
  const about = JSON.stringify(body)
  const { value, failure } = useAsked(
    async () => ({ about, ...(await call(host, foreseeMove, { params: { itemId }, body })) }),
    [host, itemId, about],
  )
  if (failure) return <p class="small faint">{failures[failure]}</p>
  // Of the place before nothing is said any more.
  if (value?.about !== about) return <SeenAfter viewers={[]} />
  return (
    <>
      <SeenAfter viewers={value.viewers} />
      {value.keepsCircle && <p class="small faint">{text.keepsCircle}</p>}
      {value.newTotal > 0 && <Notice>{text.wider(viewerNames(language, value.newcomers, value.newTotal))}</Notice>}
    </>
  )
}

/** Who will see something where it is about to be moved, in names; dots until it is known. */
export function SeenAfter({ viewers }: { viewers: Viewer[] }) {
  const language = useLanguage()
  return <Seen>{moveSeen[language].after(viewerNames(language, viewers))}</Seen>
}

/** A sentence about who sees something. */
export function Seen({ children }: { children: string }) {
  return (
    <p class="seen-after small faint">
      <Icon shape={Eye} />
      {children}
    </p>
  )
}
