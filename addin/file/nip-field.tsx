import { CircleCheck } from 'lucide'
import { useState } from 'preact/hooks'
import { useAppText } from '../app/surroundings.ts'
import { Field } from '../ui/field.tsx'
import { Icon } from '../ui/icon.tsx'
import { type NipState, readTypedNip } from './read-new-contractor.ts'

interface NipFieldProps {
  value: string
  onValue: (value: string) => void
  /** True once somebody tried to save it as it is. */
  isFaulty: boolean
}

/** A field for a NIP that checks its check digit while one types, and complains only when one has finished. */
export function NipField({ value, onValue, isFaulty }: NipFieldProps) {
  const text = useAppText().newContractor
  const [hasLeft, setHasLeft] = useState(false)
  const nip = readTypedNip(value)
  const isComplaining =
    nip.state === 'wrong' || nip.state === 'long' || (nip.state === 'short' && (hasLeft || isFaulty))
  return (
    <div>
      <Field label={text.nip} hint={hintOf(nip, text)} failure={isComplaining ? complaintOf(nip, text) : undefined}>
        {names => (
          <input
            {...names}
            class="input number"
            inputMode="numeric"
            autocomplete="off"
            maxLength={40}
            value={value}
            onInput={event => onValue(event.currentTarget.value)}
            onBlur={() => setHasLeft(true)}
          />
        )}
      </Field>
      <p class="small good" role="status">
        {nip.state === 'right' && (
          <>
            <Icon shape={CircleCheck} /> {text.nipRight}
          </>
        )}
      </p>
    </div>
  )
}

type Words = ReturnType<typeof useAppText>['newContractor']

function hintOf(nip: NipState, text: Words): string | undefined {
  if (nip.state === 'right') return undefined
  return nip.state === 'short' ? text.nipShort(nip.missing) : text.nipHint
}

function complaintOf(nip: NipState, text: Words): string {
  if (nip.state === 'short') return text.nipShort(nip.missing)
  return nip.state === 'long' ? text.nipLong : text.nipWrong
}
