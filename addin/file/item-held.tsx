import { Eye, Lock } from 'lucide'
import { FailureNotice } from '../app/plain-pages.tsx'
import { useAppText } from '../app/surroundings.ts'
import { Button } from '../ui/button.tsx'
import { Moment } from '../ui/moment.tsx'
import { Notice } from '../ui/notice.tsx'
import { useHeldDeeds } from './use-held-deeds.ts'
import './held.css'

interface ItemHeldProps {
  itemId: string
  /** When others will see it; null when its owner shows it. */
  until: string | null
  onDone: () => void
}

/** Says to the owner of a mailbox that nobody else sees this mail yet, and lets him show or keep it. */
export function ItemHeld({ itemId, until, onDone }: ItemHeldProps) {
  const text = useAppText().held
  const { release, keep } = useHeldDeeds([itemId], onDone)
  const failure = release.failure ?? keep.failure
  return (
    <Notice look="calm">
      <div class="held-here">
        <p>
          {text.onItem} {until ? text.until : text.byHand} {until && <Moment at={until} look="exact" />}
        </p>
        <div class="buttons">
          <Button icon={Eye} busy={release.isBusy} onClick={release.run}>
            {text.release}
          </Button>
          <Button icon={Lock} busy={keep.isBusy} onClick={keep.run}>
            {text.keep}
          </Button>
        </div>
        {failure && <FailureNotice failure={failure} />}
      </div>
    </Notice>
  )
}
