import { ListFilter as FilterIcon } from 'lucide'
import type { RefObject } from 'preact'
import { useState } from 'preact/hooks'
import { countFilters, groupings, type ListFilter } from '../app/list-filter.ts'
import { useAppText } from '../app/surroundings.ts'
import { Field } from '../ui/field.tsx'
import { Icon } from '../ui/icon.tsx'
import { useText } from '../ui/language.ts'
import { type Choice, FilterFields, FilterTick } from './filter-fields.tsx'
import { CaseChoice } from './later-parts.ts'

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
  const words = useText().filters
  const text = useAppText().filters
  const count = countFilters(filter)
  // Afterwards the reader's own: folding it with the last filter would take the field away that he is in.
  const [isOpen] = useState(count > 0 || filter.group !== '')
  return (
    <details class="filter-bar" ref={barRef} open={isOpen}>
      <summary>
        <Icon shape={FilterIcon} /> {count > 0 ? words.chosen(count) : words.open}
      </summary>
      <div class="filter-fields">
        <FilterFields filter={filter} onFilter={onFilter} people={people}>
          {contractorId && (
            <CaseChoice
              contractorId={contractorId}
              label={words.case}
              none={words.anyCase}
              caseId={filter.caseId}
              onCaseId={caseId => onFilter({ caseId })}
              isOpen={false}
              isOptional
            />
          )}
        </FilterFields>
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
          <FilterTick isOn={filter.withAttachment} onChange={withAttachment => onFilter({ withAttachment })}>
            {words.attachment}
          </FilterTick>
          {(hasLooked || filter.isNew) && (
            <FilterTick isOn={filter.isNew} onChange={isNew => onFilter({ isNew })}>
              {text.isNew}
            </FilterTick>
          )}
          {hasLooked === false && filter.isNew && <p class="small faint">{text.allIsNew}</p>}
        </div>
      </div>
      <p class="small faint">{text.keys}</p>
    </details>
  )
}
