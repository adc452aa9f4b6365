import type { ComponentChildren } from 'preact'
import type { Narrowing } from '../app/list-filter.ts'
import { Field, TextField } from '../ui/field.tsx'
import { useText } from '../ui/language.ts'

/** One of a few things to choose from. */
export interface Choice {
  id: string
  name: string
}

interface FilterFieldsProps {
  filter: Narrowing
  onFilter: (change: Partial<Narrowing>) => void
  people: Choice[]
  /** The choice of a case, where there is one. */
  children: ComponentChildren
}

/** The fields that narrow a list to a case, a person or a time, on pages and in the pane. */
export function FilterFields({ filter, onFilter, people, children }: FilterFieldsProps) {
  const text = useText().filters
  return (
    <>
      {children}
      <FilterSelect
        label={text.person}
        value={filter.personId}
        onValue={personId => onFilter({ personId })}
        choices={people}
      >
        {text.anybody}
      </FilterSelect>
      <TextField label={text.from} type="date" value={filter.from} onValue={from => onFilter({ from })} />
      <TextField label={text.to} type="date" value={filter.to} onValue={to => onFilter({ to })} />
    </>
  )
}

interface FilterSelectProps {
  label: string
  value: string
  onValue: (value: string) => void
  choices: Choice[]
  /** What stands for no choice. */
  children: string
  /** Whether it stands there also where there is nothing to choose. */
  isKept?: boolean
}

/** A filter with a few things to choose from; without any there is nothing to choose. */
export function FilterSelect({ label, value, onValue, choices, children, isKept = false }: FilterSelectProps) {
  if (choices.length === 0 && !isKept) return null
  return (
    <Field label={label}>
      {names => (
        <select {...names} class="input" value={value} onChange={event => onValue(event.currentTarget.value)}>
          <option value="">{children}</option>
          {choices.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}

interface FilterTickProps {
  isOn: boolean
  onChange: (isOn: boolean) => void
  children: ComponentChildren
}

/** A filter that is on or off. */
export function FilterTick({ isOn, onChange, children }: FilterTickProps) {
  return (
    <label class="check">
      <input type="checkbox" checked={isOn} onChange={event => onChange(event.currentTarget.checked)} />
      <span>{children}</span>
    </label>
  )
}
