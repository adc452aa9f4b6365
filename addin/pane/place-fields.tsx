import { Lightbulb } from 'lucide'
import type { ComponentChildren } from 'preact'
import type { Suggestion } from '../../shared/lookup.ts'
import { Field, TextField } from '../ui/field.tsx'
import { Icon } from '../ui/icon.tsx'
import { useText } from '../ui/language.ts'
import { type CaseOption, caseIdOf, type Place, type Places } from './place.ts'

/** The title of a case still to be opened, and what is wrong with it. */
export type NewTitle = { value: string; onValue: (title: string) => void; failure?: string | undefined }

type PlaceFieldsProps = {
  places: Places
  suggestions: Suggestion[]
  place: Place
  onPlace: (place: Place) => void
  /** Title of a case still to be opened; left out where none can be opened. */
  newTitle?: NewTitle
  /** How cases are looked for, where there are more than are offered. */
  search?: ComponentChildren
}

/** The choice of a case (or none, or a new one), with the reason when it was suggested. */
export function PlaceFields({ places, suggestions, place, onPlace, newTitle, search }: PlaceFieldsProps) {
  const text = useText()
  const reason = suggestions.find(({ caseId }) => place !== 'new' && caseId === caseIdOf(place))
  return (
    <>
      {search}
      <Field label={text.filing.place}>
        {names => (
          <select
            {...names}
            class="input"
            value={place}
            onChange={event => onPlace(event.currentTarget.value as Place)}
            onKeyDown={submitOnEnter}
          >
            <Options label={text.filing.suggested} options={places.suggested} />
            <Options label={text.filing.openCases} options={places.others} />
            <option value="file">{text.filing.noCase}</option>
            {newTitle && <option value="new">{text.filing.newCase}</option>}
          </select>
        )}
      </Field>
      {reason && (
        <p class="reason small">
          <Icon shape={Lightbulb} />
          {text.filing.reason(text.method[reason.method](reason.reason))}
        </p>
      )}
      {newTitle && place === 'new' && <TextField label={text.filing.newTitle} required maxLength={300} {...newTitle} />}
    </>
  )
}

type OptionsProps = { label: string; options: CaseOption[] }

function Options({ label, options }: OptionsProps) {
  if (options.length === 0) return null
  return (
    <optgroup label={label}>
      {options.map(({ place, label }) => (
        <option key={place} value={place}>
          {label}
        </option>
      ))}
    </optgroup>
  )
}

/** A select keeps Enter for itself; here it files, as in the other fields. */
function submitOnEnter(event: KeyboardEvent) {
  if (event.key !== 'Enter' || !(event.currentTarget instanceof HTMLSelectElement)) return
  event.preventDefault()
  event.currentTarget.form?.requestSubmit()
}
