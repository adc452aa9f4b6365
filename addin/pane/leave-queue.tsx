import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { FilingQueue } from '../host/mail-host.ts'
import { discardAll, sendAll } from '../queue/empty-queue.ts'
import { Button } from '../ui/button.tsx'
import { useText } from '../ui/language.ts'
import { Notice } from '../ui/notice.tsx'
import { useReturnFocus } from '../ui/use-return-focus.ts'
import { useBesideText } from './beside-text.ts'

type LeaveQueueProps = {
  queue: FilingQueue
  amount: number
  onLeave: () => void
  onStay: () => void
}

/** Asked of whoever signs out while filings of his wait here, where the mails would stay behind with nobody to send them. */
export function LeaveQueue({ queue, amount, onLeave, onStay }: LeaveQueueProps) {
  const { queue: words } = useText()
  const text = useBesideText().leave
  const box = useReturnFocus<HTMLElement>()
  const [state, setState] = useState<'asking' | 'busy' | 'notEmpty'>('asking')
  const isAsked = useRef(true)
  useLayoutEffect(() => {
    box.current?.focus()
    return () => {
      isAsked.current = false
    }
  }, [box])

  async function leaveAfter(emptied: Promise<boolean>) {
    setState('busy')
    const isEmpty = await emptied.catch(() => false)
    // Whoever has chosen to stay meanwhile stays.
    if (isEmpty && isAsked.current) onLeave()
    else setState('notEmpty')
  }

  return (
    <section
      ref={box}
      class="part stack leave"
      tabIndex={-1}
      aria-label={words.heading(amount)}
      onKeyDown={event => event.key === 'Escape' && onStay()}
    >
      <h3>{words.heading(amount)}</h3>
      <p>{text.lead}</p>
      {state === 'notEmpty' && <Notice>{text.notEmpty}</Notice>}
      <div class="actions">
        <Button look="primary" busy={state === 'busy'} onClick={() => void leaveAfter(sendAll(queue))}>
          {state === 'busy' ? text.busy : text.send}
        </Button>
        <Button busy={state === 'busy'} onClick={() => void leaveAfter(discardAll(queue))}>
          {text.discard}
        </Button>
        <Button look="quiet" onClick={onStay}>
          {text.stay}
        </Button>
      </div>
    </section>
  )
}
