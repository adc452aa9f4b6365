import { Field } from '../ui/field.tsx'

interface ChoiceFieldProps<Value extends string> {
  label: string
  options: readonly { value: Value; label: string }[]
  value: Value
  onValue: (value: Value) => void
  hint?: string | undefined
  failure?: string | undefined
}

/** A field in which one of a few values is chosen. */
export function ChoiceField<Value extends string>({
  label,
  options,
  value,
  onValue,
  hint,
  failure,
}: ChoiceFieldProps<Value>) {
  return (
    <Field label={label} hint={hint} failure={failure}>
      {names => (
        <select {...names} class="input" value={value} onChange={event => onValue(event.currentTarget.value as Value)}>
          {options.map(option => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}

/** Options out of a record of words. */
export function optionsOf<Value extends string>(words: Record<Value, string>): { value: Value; label: string }[] {
  return Object.entries<string>(words).map(([value, label]) => ({ value: value as Value, label }))
}
