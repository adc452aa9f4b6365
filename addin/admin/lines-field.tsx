import { Field } from '../ui/field.tsx'

interface LinesFieldProps {
  label: string
  hint: string
  failure: string | undefined
  value: string
  onValue: (value: string) => void
}

/** Short texts, one on each line. */
export function LinesField({ label, hint, failure, value, onValue }: LinesFieldProps) {
  return (
    <Field label={label} hint={hint} failure={failure}>
      {names => (
        <textarea
          {...names}
          class="input"
          rows={Math.min(Math.max(value.split('\n').length, 2), 10)}
          spellcheck={false}
          value={value}
          onInput={event => onValue(event.currentTarget.value)}
        />
      )}
    </Field>
  )
}

/** The lines that hold something. */
export function linesOf(value: string): string[] {
  return value
    .split('\n')
    .map(line => line.trim())
    .filter(line => line !== '')
}
