import { FailureNotice } from '../app/plain-pages.tsx'
import { useDeed } from '../app/use-deed.ts'
import { Button } from '../ui/button.tsx'
import { Moment } from '../ui/moment.tsx'
import { useToast } from '../ui/toast.tsx'

interface HoldRowProps {
  /** What or who is held. */
  name: string
  hold: { reason: string; placedBy: string | null; placedAt: string }
  words: { by: (name: string) => string; lift: string; liftFor: (name: string) => string; lifted: string }
  lift: () => Promise<unknown>
  onLifted: () => void
}

/** One thing that nobody may erase: why, by whose word and since when, and the way to let it go. */
export function HoldRow({ name, hold, words, lift, onLifted }: HoldRowProps) {
  const toast = useToast()
  const deed = useDeed(async () => {
    await lift()
    onLifted()
    toast({ message: words.lifted })
  })
  return (
    <li>
      <div class="entry-facts">
        <strong>{name}</strong>
        <span>{hold.reason}</span>
        <span class="small faint">
          {hold.placedBy && `${words.by(hold.placedBy)}, `}
          <Moment at={hold.placedAt} />
        </span>
      </div>
      <Button busy={deed.isBusy} aria-label={words.liftFor(name)} onClick={deed.run}>
        {words.lift}
      </Button>
      {deed.failure && <FailureNotice failure={deed.failure} />}
    </li>
  )
}
