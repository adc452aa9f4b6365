import { useRef, useState } from 'preact/hooks'
import { liftLegalHold, listLegalHolds, placeLegalHold } from '../../shared/retention.ts'
import { call } from '../api/call.ts'
import { FailureNotice } from '../app/plain-pages.tsx'
import { useAdminText, useSurroundings } from '../app/surroundings.ts'
import { useAnswer } from '../app/use-answer.ts'
import { useDeed } from '../app/use-deed.ts'
import { useFaultyField } from '../app/use-faulty-field.ts'
import '../file/picker.css'
import { Button } from '../ui/button.tsx'
import { TextField } from '../ui/field.tsx'
import { useToast } from '../ui/toast.tsx'
import { type HoldPlace, HoldPlaceSearch } from './hold-place-search.tsx'
import { HoldRow } from './hold-row.tsx'

/** What is held, whatever its age, and a way to hold more. */
export function LegalHolds() {
  const text = useAdminText().retention
  const { host } = useSurroundings()
  const holds = useAnswer('legal holds', () => call(host, listLegalHolds))
  return (
    <section class="section" aria-labelledby="holds">
      <div>
        <h2 id="holds">{text.holds}</h2>
        <p class="small faint">{text.holdsHint}</p>
      </div>
      {holds.failure && <FailureNotice failure={holds.failure} onRetry={holds.ask} />}
      {holds.value?.items.length === 0 && <p class="faint">{text.noHolds}</p>}
      {holds.value && holds.value.items.length > 0 && (
        <ul class="entry-list" aria-label={text.holds}>
          {holds.value.items.map(hold => (
            <HoldRow
              key={hold.id}
              name={hold.objectName ?? text.unseen}
              hold={hold}
              words={text}
              lift={() => call(host, liftLegalHold, { params: { holdId: hold.id } })}
              onLifted={holds.ask}
            />
          ))}
        </ul>
      )}
      <HoldForm onPlaced={holds.ask} />
    </section>
  )
}

function HoldForm({ onPlaced }: { onPlaced: () => void }) {
  const text = useAdminText().retention
  const { host } = useSurroundings()
  const toast = useToast()
  const [picked, setPicked] = useState<HoldPlace | 'another' | null>(null)
  const [reason, setReason] = useState('')
  const [isChecked, setIsChecked] = useState(false)
  const [form, focusFault] = useFaultyField()
  const reasonField = useRef<HTMLInputElement>(null)
  const place = picked === 'another' ? null : picked
  const deed = useDeed(async () => {
    if (!place) return
    const { objectType, id } = place
    await call(host, placeLegalHold, { body: { objectType, objectId: id, reason: reason.trim() } })
    setPicked(null)
    setReason('')
    setIsChecked(false)
    onPlaced()
    toast({ message: text.held })
  })
  return (
    <form
      ref={form}
      class="form"
      noValidate
      onSubmit={event => {
        event.preventDefault()
        setIsChecked(true)
        if (place && reason.trim() !== '') deed.run()
        else focusFault()
      }}
    >
      {place ? (
        <PickedPlace place={place} onOther={() => setPicked('another')} />
      ) : (
        <HoldPlaceSearch
          failure={isChecked ? text.objectMissing : undefined}
          takesFocus={picked === 'another'}
          onPick={next => {
            setPicked(next)
            // The field in which it was found goes; why it is held is asked next.
            reasonField.current?.focus()
          }}
        />
      )}
      <TextField
        label={text.reason}
        failure={isChecked && reason.trim() === '' ? text.reasonMissing : undefined}
        value={reason}
        maxLength={1000}
        autocomplete="off"
        inputRef={reasonField}
        onValue={setReason}
      />
      {deed.failure && <FailureNotice failure={deed.failure} />}
      <div class="buttons">
        <Button type="submit" busy={deed.isBusy}>
          {text.hold}
        </Button>
      </div>
    </form>
  )
}

function PickedPlace({ place, onOther }: { place: HoldPlace; onOther: () => void }) {
  const text = useAdminText().retention
  return (
    <div class="picked">
      <p>
        <span class="small faint">{text.picked}</span>
        <strong>{place.name}</strong>
        <span class="small faint">{place.detail}</span>
      </p>
      <Button look="quiet" onClick={onOther}>
        {text.pickOther}
      </Button>
    </div>
  )
}
