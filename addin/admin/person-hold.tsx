import { useState } from 'preact/hooks'
import { liftPersonHold, listPersonHolds, placePersonHold } from '../../shared/person-hold.ts'
import { call } from '../api/call.ts'
import { FailureNotice } from '../app/plain-pages.tsx'
import { useAdminText, useSurroundings } from '../app/surroundings.ts'
import { useAnswer } from '../app/use-answer.ts'
import { useDeed } from '../app/use-deed.ts'
import { Button } from '../ui/button.tsx'
import { useToast } from '../ui/toast.tsx'
import { HoldRow } from './hold-row.tsx'
import { isReasonShort, ReasonField } from './reason-field.tsx'

interface PersonHoldPartProps {
  address: string
  addresses: string[]
  /** Told when she was put on hold, or no longer is. */
  onChanged: () => void
}

/** Keeps everything of a person from being erased, or no longer does. */
export function PersonHoldPart({ address, addresses, onChanged }: PersonHoldPartProps) {
  const text = useAdminText().personData
  const { host } = useSurroundings()
  const holds = useAnswer('person holds', () => call(host, listPersonHolds))
  const hers = holds.value?.items.filter(hold => addresses.includes(hold.address)) ?? []
  const words = { by: text.by, lift: text.liftHold, liftFor: text.liftHoldFor, lifted: text.holdLifted }
  const changed = () => {
    holds.ask()
    onChanged()
  }
  return (
    <section class="person-part" aria-labelledby="person-hold">
      <div>
        <h3 id="person-hold">{text.holdTitle}</h3>
        <p class="small faint">{text.holdHint}</p>
      </div>
      {holds.failure && <FailureNotice failure={holds.failure} onRetry={holds.ask} />}
      {hers.length > 0 && (
        <ul class="entry-list" aria-labelledby="person-hold">
          {hers.map(hold => (
            <HoldRow
              key={hold.id}
              name={hold.address}
              hold={hold}
              words={words}
              lift={() => call(host, liftPersonHold, { params: { personHoldId: hold.id } })}
              onLifted={changed}
            />
          ))}
        </ul>
      )}
      {holds.value && hers.length === 0 && <HoldForm address={address} onPlaced={changed} />}
    </section>
  )
}

function HoldForm({ address, onPlaced }: { address: string; onPlaced: () => void }) {
  const text = useAdminText().personData
  const { host } = useSurroundings()
  const toast = useToast()
  const [reason, setReason] = useState('')
  const [isChecked, setIsChecked] = useState(false)
  const deed = useDeed(async () => {
    await call(host, placePersonHold, { body: { address, reason: reason.trim() } })
    onPlaced()
    toast({ message: text.holdPlaced })
  })
  return (
    <form
      class="form"
      noValidate
      onSubmit={event => {
        event.preventDefault()
        setIsChecked(true)
        if (!isReasonShort(reason)) deed.run()
      }}
    >
      <ReasonField value={reason} hint={text.holdReasonHint} isChecked={isChecked} onValue={setReason} />
      <div class="buttons">
        <Button type="submit" busy={deed.isBusy}>
          {text.placeHold}
        </Button>
      </div>
      {deed.failure && <FailureNotice failure={deed.failure} />}
    </form>
  )
}
