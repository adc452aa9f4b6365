import { useState } from 'preact/hooks'
import { breakGlass } from '../../shared/access-check.ts'
import { call } from '../api/call.ts'
import { FormDialog } from '../app/form-dialog.tsx'
import { useAdminText, useSurroundings } from '../app/surroundings.ts'
import { useDeed } from '../app/use-deed.ts'
import { Field, TextField } from '../ui/field.tsx'
import { readObject } from './read-object.ts'

const SHORTEST_REASON = 10

interface BreakGlassDialogProps {
  onClose: () => void
  onOpened: () => void
}

/** Asks what to open, why and for how long. */
export function BreakGlassDialog({ onClose, onOpened }: BreakGlassDialogProps) {
  const text = useAdminText().accessPage
  const { host } = useSurroundings()
  const [address, setAddress] = useState('')
  const [reason, setReason] = useState('')
  const [minutes, setMinutes] = useState<keyof typeof text.minuteChoices>('30')
  const [isChecked, setIsChecked] = useState(false)
  const object = readObject(address)
  const isShort = reason.trim().length < SHORTEST_REASON
  const deed = useDeed(async () => {
    if (!object) return
    await call(host, breakGlass, { body: { ...object, reason: reason.trim(), minutes: Number(minutes) } })
    onOpened()
  })

  function check() {
    setIsChecked(true)
    return object !== null && !isShort
  }

  return (
    <FormDialog title={text.glassTitle} button={text.glassOpen} deed={deed} check={check} onClose={onClose}>
      <p class="faint">{text.glassLead}</p>
      <TextField
        label={text.object}
        hint={text.objectWrong}
        failure={isChecked && !object ? text.objectWrong : undefined}
        value={address}
        autocomplete="off"
        onValue={setAddress}
      />
      <Field label={text.reason} hint={text.reasonHint} failure={isChecked && isShort ? text.reasonShort : undefined}>
        {names => (
          <textarea
            {...names}
            class="input"
            rows={3}
            maxLength={1000}
            value={reason}
            onInput={event => setReason(event.currentTarget.value)}
          />
        )}
      </Field>
      <Field label={text.minutes}>
        {names => (
          <select
            {...names}
            class="input"
            value={minutes}
            onChange={event => setMinutes(event.currentTarget.value as typeof minutes)}
          >
            {Object.entries(text.minuteChoices).map(([value, words]) => (
              <option key={value} value={value}>
                {words}
              </option>
            ))}
          </select>
        )}
      </Field>
    </FormDialog>
  )
}
