import { useEffect, useRef, useState } from 'preact/hooks'
import { type Erasure, keptReasons, liftTombstone, listErasures } from '../../shared/erasure.ts'
import { call } from '../api/call.ts'
import { FailureNotice } from '../app/plain-pages.tsx'
import { useAdminText, useSurroundings } from '../app/surroundings.ts'
import { useAnswer } from '../app/use-answer.ts'
import { useDeed } from '../app/use-deed.ts'
import { Button } from '../ui/button.tsx'
import { Moment } from '../ui/moment.tsx'
import { Late, Skeleton } from '../ui/skeleton.tsx'
import { useToast } from '../ui/toast.tsx'
import { KeptList } from './kept-list.tsx'

const ASK_AGAIN_MS = 1_500

/** Who was erased, by hash, how far it is and what stayed. */
export function ErasureList({ asked }: { asked: number }) {
  const text = useAdminText().personData
  const { host } = useSurroundings()
  const erasures = useAnswer('erasures', () => call(host, listErasures))
  const items = erasures.value?.items ?? []
  const isUnderWay = items.some(one => one.state === 'waiting' || one.state === 'running')
  const { ask } = erasures
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (asked === 0) return
    ask()
    heading.current?.focus()
  }, [asked])
  useEffect(() => {
    if (!isUnderWay) return
    const timer = setTimeout(ask, ASK_AGAIN_MS)
    return () => clearTimeout(timer)
  }, [isUnderWay, erasures.value])
  return (
    <section class="section" aria-labelledby="erasures">
      <div>
        <h2 id="erasures" ref={heading} tabIndex={-1}>
          {text.erasuresTitle}
        </h2>
        <p class="small faint">{text.erasuresHint}</p>
      </div>
      {erasures.failure && <FailureNotice failure={erasures.failure} onRetry={ask} />}
      {!erasures.value && !erasures.failure && (
        <Late>
          <Skeleton height="80px" />
        </Late>
      )}
      {erasures.value && items.length === 0 && <p class="faint">{text.noErasures}</p>}
      {items.length > 0 && (
        <ul class="entry-list" aria-labelledby="erasures">
          {items.map(erasure => (
            <ErasureRow key={erasure.id} erasure={erasure} onLifted={ask} />
          ))}
        </ul>
      )}
    </section>
  )
}

/** Why some of it stayed, and on demand what. */
function Kept({ erasure }: { erasure: Erasure }) {
  const text = useAdminText().personData
  const [open, setOpen] = useState<(typeof keptReasons)[number]>()
  const reasons = keptReasons.filter(reason => erasure.kept[reason] > 0)
  if (reasons.length === 0) return null
  return (
    <div class="person-kept">
      <p class="person-reasons">
        <span class="small faint">{text.keptList}:</span>
        {reasons.map(reason => (
          <Button
            key={reason}
            look="quiet"
            aria-expanded={open === reason}
            onClick={() => setOpen(open === reason ? undefined : reason)}
          >
            {text.kept[reason](erasure.kept[reason])}
          </Button>
        ))}
      </p>
      {open && <KeptList erasureId={erasure.id} reason={open} />}
    </div>
  )
}

function ErasureRow({ erasure, onLifted }: { erasure: Erasure; onLifted: () => void }) {
  const text = useAdminText().personData
  const { host } = useSurroundings()
  const toast = useToast()
  const short = erasure.hash.slice(0, 12)
  const deed = useDeed(async () => {
    await call(host, liftTombstone, { params: { erasureId: erasure.id } })
    onLifted()
    toast({ message: text.tombstoneLifted })
  })
  return (
    <li>
      <div class="entry-facts">
        <strong>{text.states[erasure.state]}</strong>
        <span>{erasure.reason}</span>
        <span class="small faint">
          {erasure.askedBy && `${text.by(erasure.askedBy)}, `}
          <Moment at={erasure.askedAt} /> · <code class="person-hash">{short}</code>
        </span>
        <span class="small">{text.done(erasure.mails, erasure.texts)}</span>
        {erasure.isLifted && <span class="small faint">{text.isLifted}</span>}
      </div>
      {!erasure.isLifted && (
        <Button busy={deed.isBusy} aria-label={text.liftTombstoneFor(short)} onClick={deed.run}>
          {text.liftTombstone}
        </Button>
      )}
      <Kept erasure={erasure} />
      {deed.failure && <FailureNotice failure={deed.failure} />}
    </li>
  )
}
