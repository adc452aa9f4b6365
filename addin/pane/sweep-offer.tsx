import { CircleCheck, MailSearch } from 'lucide'
import { useEffect, useRef } from 'preact/hooks'
import type { MailHost } from '../host/mail-host.ts'
import { Button } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import { useText } from '../ui/language.ts'
import { Notice } from '../ui/notice.tsx'
import { Late } from '../ui/skeleton.tsx'
import { type Found, type SweepState, type Swept, useSweep } from './use-sweep.ts'

type SweepOfferProps = {
  host: MailHost
  swept: Swept
  /** Called when mail was filed, so that lists are read again. */
  onFiled: () => void
  /** Called when there is nothing to ask, or the reader has read how it went. */
  onClose: () => void
}

/** After an address or domain became a contractor's: what came from there before, and whether to file it. */
export function SweepOffer({ host, swept, onFiled, onClose }: SweepOfferProps) {
  const text = useText()
  const { state, file, skip } = useSweep(host, swept, onFiled)
  const box = useRef<HTMLElement>(null)
  useEffect(() => {
    if (state.is === 'nothing') onClose()
    // The pressed button is gone; whoever works by keyboard stays here.
    if (state.is !== 'asking' && state.is !== 'offered') box.current?.focus()
  }, [state.is])

  if (state.is === 'nothing') return null
  if (state.is === 'asking') {
    return (
      <Late>
        <p class="small faint">{text.sweep.asking}</p>
      </Late>
    )
  }
  return (
    <section ref={box} class="sweep" tabIndex={-1} aria-label={text.sweep.heading}>
      <h2>
        <Icon shape={state.is === 'done' ? CircleCheck : MailSearch} />
        {text.sweep.heading}
      </h2>
      {state.is === 'offered' ? (
        <Offered found={state.found} onFile={() => void file(state.found)} onSkip={() => void skip()} />
      ) : (
        <Told state={state} onClose={onClose} />
      )}
    </section>
  )
}

type OfferedProps = { found: Found[]; onFile: () => void; onSkip: () => void }

function Offered({ found, onFile, onSkip }: OfferedProps) {
  const text = useText().sweep
  const waiting = found.reduce((sum, one) => sum + one.waiting, 0)
  return (
    <>
      <ul class="sweep-found">
        {found
          .filter(one => one.mails > 0)
          .map(one => (
            <li key={one.address}>
              <strong>{one.address}</strong>: {text.counts(one)}
            </li>
          ))}
      </ul>
      <p>{text.waiting(waiting)}</p>
      <p class="small faint">{text.own}</p>
      <div class="sweep-acts">
        <Button look="primary" onClick={onFile}>
          {text.file(waiting)}
        </Button>
        <Button onClick={onSkip}>{text.skip}</Button>
      </div>
    </>
  )
}

type ToldProps = { state: Exclude<SweepState, { is: 'offered' | 'asking' | 'nothing' }>; onClose: () => void }

/** How far it is, or how it went. */
function Told({ state, onClose }: ToldProps) {
  const text = useText()
  if (state.is === 'busy') {
    const { looked, all } = state
    return (
      <>
        <progress max={Math.max(all, 1)} value={looked} aria-label={text.sweep.heading} />
        <p role="status">{text.sweep.busy(looked, all)}</p>
      </>
    )
  }
  return (
    <>
      {state.is === 'failed' && <Notice>{text.sweep.failed}</Notice>}
      {state.is === 'skipped' && <p role="status">{text.sweep.skipped}</p>}
      {state.is === 'done' && (
        <p role="status">
          {text.sweep.done(state.filed)} {state.left > 0 && text.sweep.left(state.left)}
        </p>
      )}
      <div class="sweep-acts">
        <Button look="quiet" aria-label={`${text.close}: ${text.sweep.heading}`} onClick={onClose}>
          {text.close}
        </Button>
      </div>
    </>
  )
}
