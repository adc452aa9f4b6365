import { CircleAlert, CloudUpload, RotateCcw, Trash2 } from 'lucide'
import { useEffect, useState } from 'preact/hooks'
import type { FilingQueue, QueuedFiling } from '../host/mail-host.ts'
import type { Text } from '../text/pl.ts'
import { Button } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import { useText } from '../ui/language.ts'
import { Moment } from '../ui/moment.tsx'
import { useHost } from './host-context.ts'
import { useFocusKept } from './use-focus-kept.ts'

/** So long a filing waits as a matter of course; then somebody has to look at it. */
const OLD_MS = 30 * 24 * 3_600_000

/** Filings that wait for the server: each with how it stands, and the ways to try it now or to give it up. */
export function Queue() {
  const { queue } = useHost()
  return queue ? <Waiting queue={queue} /> : null
}

function Waiting({ queue }: { queue: FilingQueue }) {
  const text = useText().queue
  const filings = useQueue(queue)
  const box = useFocusKept<HTMLDetailsElement>(filings.length)
  if (filings.length === 0) return null
  const stopped = filings.filter(({ state }) => state === 'stopped').length
  const waiting = filings.length - stopped
  const isPressing = stopped > 0 || filings.some(isOld)
  return (
    <details ref={box} class="part queue" tabIndex={-1} open={isPressing}>
      <summary>
        <Icon shape={isPressing ? CircleAlert : CloudUpload} />
        <span>
          {[waiting > 0 && text.heading(waiting), stopped > 0 && text.stoppedHeading(stopped)]
            .filter(Boolean)
            .join(', ')}
        </span>
      </summary>
      <ul aria-live="polite">
        {filings.map(filing => (
          <QueueRow key={filing.id} filing={filing} queue={queue} />
        ))}
      </ul>
    </details>
  )
}

type QueueRowProps = { filing: QueuedFiling; queue: FilingQueue }

function QueueRow({ filing, queue }: QueueRowProps) {
  const text = useText()
  const { id, state, placeName, addedAt } = filing
  const subject = filing.subject || text.queue.untitled
  const why = reasonOf(text, filing)
  return (
    <li>
      <p class="cut" title={subject}>
        <strong>{subject}</strong>
      </p>
      <p class="small faint">{`${placeName || text.queue.bySelf}\u00A0– ${text.queue[state]}`}</p>
      {isOld(filing) && (
        <p class="small old">
          <Icon shape={CircleAlert} />
          <span>
            {text.queue.old} <Moment at={addedAt} />
          </span>
        </p>
      )}
      {why && (
        <p class="small">
          {state === 'stopped' && <Icon shape={CircleAlert} />}
          <span>{why}</span>
        </p>
      )}
      <div class="actions">
        {state !== 'sending' && (
          <Button
            look="quiet"
            icon={RotateCcw}
            aria-label={text.queue.retryFor(subject)}
            onClick={() => void queue.retry(id)}
          >
            {text.queue.retry}
          </Button>
        )}
        <Button
          look="quiet"
          icon={Trash2}
          aria-label={text.queue.discardFor(subject)}
          onClick={() => void queue.discard(id)}
        >
          {text.queue.discard}
        </Button>
      </div>
    </li>
  )
}

function isOld({ addedAt }: QueuedFiling): boolean {
  return Date.now() - Date.parse(addedAt) > OLD_MS
}

/** Why it waits, where waiting alone does not say it. */
function reasonOf(text: Text, { failure }: QueuedFiling): string | null {
  if (!failure) return null
  if (failure === 'not-signed-in') return text.queue.signedOut
  if (failure === 'method-not-allowed') return text.queue.tooOld
  return text.failure[failure]
}

function useQueue(queue: FilingQueue): QueuedFiling[] {
  const [filings, setFilings] = useState<QueuedFiling[]>([])
  useEffect(() => {
    let asked = 0
    const read = () => {
      asked += 1
      const question = asked
      // A background that is just starting will tell of the queue by itself.
      queue.list().then(
        list => question === asked && setFilings(list),
        () => undefined,
      )
    }
    read()
    const stop = queue.onChange(read)
    return () => {
      asked += 1
      stop()
    }
  }, [queue])
  return filings
}
