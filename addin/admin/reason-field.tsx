import { useAdminText } from '../app/surroundings.ts'
import { Field } from '../ui/field.tsx'

const SHORTEST_REASON = 10

/** Whether a reason says too little. */
export function isReasonShort(reason: string): boolean {
  return reason.trim().length < SHORTEST_REASON
}

interface ReasonFieldProps {
  value: string
  hint: string
  isChecked: boolean
  /** Whether it says who it is about, where that may not stand. */
  isTelling?: boolean
  onValue: (value: string) => void
}

/** Why something is done to a person's data; it is kept. */
export function ReasonField({ value, hint, isChecked, isTelling, onValue }: ReasonFieldProps) {
  const text = useAdminText().personData
  return (
    <Field
      label={text.reason}
      hint={hint}
      failure={isChecked && (isReasonShort(value) || isTelling) ? hint : undefined}
    >
      {names => (
        <textarea
          {...names}
          class="input"
          rows={2}
          maxLength={1000}
          value={value}
          onInput={event => onValue(event.currentTarget.value)}
        />
      )}
    </Field>
  )
}
