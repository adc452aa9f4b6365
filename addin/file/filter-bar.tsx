import { ListFilter as FilterIcon } from 'lucide'
import type { ComponentChildren, RefObject } from 'preact'
import { useState } from 'preact/hooks'
import { countFilters, groupings, type ListFilter } from '../app/list-filter.ts'
import { useAppText } from '../app/surroundings.ts'
import { Field, TextField } from '../ui/field.tsx'
import { Icon } from '../ui/icon.tsx'
import { CaseChoice } from './case-choice.tsx'

/** One of a few things to choose from. */
export interface Choice {
  id: string
  name: string
}

interface FilterBarProps {
  filter: ListFilter
  onFilter: (change: Partial<ListFilter>) => void
  /** The contractor among whose cases one is chosen; none in a case, which is one. */
  contractorId?: string
  people?: Choice[]
  /** Whether the reader has looked here before; undefined as long as nobody knows. */
  hasLooked?: boolean | undefined
  barRef: RefObject<HTMLDetailsElement | null>
}

/** What narrows a list besides kinds and words, folded until it is wanted. */
export function FilterBar({ filter, onFilter, contractorId, people = [], hasLooked, barRef }: FilterBarProps) {
  const text = useAppText().filters
  const count = countFilters(filter)
  // Afterwards the reader's own: folding it with the last filter would take the field away that he is in.
  const [isOpen] = useState(count > 0 || filter.group !== '')
  return (
    <details class="filter-bar" ref={barRef} open={isOpen}>
      <summary>
        <Icon shape={FilterIcon} /> {count > 0 ? text.chosen(count) : text.open}
      </summary>
      <div class="filter-fields">
        {contractorId && (
          <CaseChoice
            contractorId={contractorId}
            label={text.case}
            none={text.anyCase}
            caseId={filter.caseId}
            onCaseId={caseId => onFilter({ caseId })}
            isOpen={false}
            isOptional
          />
        )}
        <Select
          label={text.person}
          value={filter.personId}
          onValue={personId => onFilter({ personId })}
          choices={people}
        >
          {text.anybody}
        </Select>
        <TextField label={text.from} type="date" value={filter.from} onValue={from => onFilter({ from })} />
        <TextField label={text.to} type="date" value={filter.to} onValue={to => onFilter({ to })} />
        <Field label={text.group}>
          {names => (
            <select
              {...names}
              class="input"
              value={filter.group}
              onChange={event => onFilter({ group: event.currentTarget.value as ListFilter['group'] })}
            >
              {groupings.map(group => (
                <option key={group} value={group}>
                  {text.groups[group]}
                </option>
              ))}
            </select>
          )}
        </Field>
        <div class="filter-ticks">
          <Tick isOn={filter.withAttachment} onChange={withAttachment => onFilter({ withAttachment })}>
            {text.attachment}
          </Tick>
          {(hasLooked || filter.isNew) && (
            <Tick isOn={filter.isNew} onChange={isNew => onFilter({ isNew })}>
              {text.isNew}
            </Tick>
          )}
          {hasLooked === false && filter.isNew && <p class="small faint">{text.allIsNew}</p>}
        </div>
      </div>
      <p class="small faint">{text.keys}</p>
    </details>
  )
}

interface SelectProps {
  label: string
  value: string
  onValue: (value: string) => void
  choices: Choice[]
  /** What stands for no choice. */
  children: string
}

function Select({ label, value, onValue, choices, children }: SelectProps) {
  if (choices.length === 0) return null
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

interface TickProps {
  isOn: boolean
  onChange: (isOn: boolean) => void
  children: ComponentChildren
}

function Tick({ isOn, onChange, children }: TickProps) {
  return (
    <label class="check">
      <input type="checkbox" checked={isOn} onChange={event => onChange(event.currentTarget.checked)} />
      <span>{children}</span>
    </label>
  )
}
