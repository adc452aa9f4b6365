import { CircleAlert } from 'lucide'
import type { ComponentChildren, RefObject } from 'preact'
import { useId } from 'preact/hooks'
import { Icon } from './icon.tsx'

/** What a control needs to be tied to its label, hint and failure. */
export interface ControlNames {
  id: string
  'aria-describedby'?: string
  'aria-invalid'?: true
}

type FieldProps = {
  label: string
  hint?: string | undefined
  failure?: string | undefined
  children: (names: ControlNames) => ComponentChildren
}

/** A label, its control, and under it a hint or what is wrong. */
export function Field({ label, hint, failure, children }: FieldProps) {
  const id = useId()
  const note = failure ?? hint
  const names: ControlNames = { id }
  if (note) names['aria-describedby'] = `${id}-note`
  if (failure) names['aria-invalid'] = true
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {children(names)}
      {note && (
        <p id={`${id}-note`} class={failure ? 'small wrong' : 'small faint'}>
          {failure && <Icon shape={CircleAlert} />}
          {note}
        </p>
      )}
    </div>
  )
}

type TextFieldProps = {
  label: string
  hint?: string | undefined
  failure?: string | undefined
  value: string
  onValue: (value: string) => void
  type?: 'text' | 'email' | 'password' | 'search' | 'date' | 'time' | 'datetime-local' | 'number' | 'tel'
  autocomplete?: string
  required?: boolean
  maxLength?: number
  min?: number
  max?: number
  placeholder?: string
  inputRef?: RefObject<HTMLInputElement | null>
}

/** A field for one line of text. */
export function TextField({ label, hint, failure, value, onValue, type, inputRef, ...rest }: TextFieldProps) {
  return (
    <Field label={label} hint={hint} failure={failure}>
      {names => (
        <input
          {...rest}
          {...names}
          type={(type ?? 'text') as 'text'}
          ref={inputRef ?? null}
          class="input"
          value={value}
          onInput={event => onValue(event.currentTarget.value)}
        />
      )}
    </Field>
  )
}

type TextAreaProps = Pick<TextFieldProps, 'label' | 'hint' | 'failure' | 'value' | 'onValue' | 'maxLength'>

/** A field for several lines of text. */
export function TextArea({ label, hint, failure, onValue, ...rest }: TextAreaProps) {
  return (
    <Field label={label} hint={hint} failure={failure}>
      {names => (
        <textarea {...rest} {...names} class="input" rows={2} onInput={event => onValue(event.currentTarget.value)} />
      )}
    </Field>
  )
}
