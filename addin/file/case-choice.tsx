import { useState } from 'preact/hooks'
import { FailureNotice } from '../app/plain-pages.tsx'
import { useSettled } from '../app/use-settled.ts'
import { useCaseText } from '../ui/case-text.ts'
import { Field } from '../ui/field.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { CaseSearchField } from './case-search-field.tsx'
import { useCaseChoices } from './use-case-choices.ts'

/** What is chosen where none of the cases is meant but one still to be opened. */
export const NEW_CASE = 'new'

interface CaseChoiceProps {
  contractorId: string
  label: string
  /** What stands for no case; without it one of the cases has to be chosen. */
  none?: string
  caseId: string
  onCaseId: (caseId: string) => void
  /** Only open cases, as for whatever is put into one. */
  isOpen?: boolean
  /** Said where there is no case at all. */
  noCases?: string | undefined
  failure?: string | undefined
  /** Whether nothing stands there where there are no cases. */
  isOptional?: boolean
  /** What stands for a new case, where one may be opened. */
  newCase?: string
  /** Cases that are no answer here. */
  without?: string[]
}

/** A choice among the cases of a contractor. Where they are more than anybody reads through, they are looked for by reference or title. */
export function CaseChoice({ contractorId, label, none, caseId, onCaseId, isOpen = true, ...rest }: CaseChoiceProps) {
  const text = useCaseText().caseChoice
  const [typed, setTyped] = useState('')
  const words = useSettled(typed.trim())
  const { choices, areMany, isUnknown, answer } = useCaseChoices({
    contractorId,
    isOpen,
    words,
    chosen: caseId === NEW_CASE ? '' : caseId,
  })
  if (rest.isOptional && caseId === '' && !answer.value?.items.length) return null
  if (answer.failure && !answer.value) return <FailureNotice failure={answer.failure} onRetry={answer.ask} />
  if (!answer.value) return <Skeleton height="46px" />
  const offered = choices.filter(one => one.id === caseId || !rest.without?.includes(one.id))
  const isNothingFound = words !== '' && choices.every(one => one.id === caseId)
  const noCases = offered.length === 0 && words === '' ? rest.noCases : undefined
  return (
    <>
      {areMany && <CaseSearchField value={typed} onValue={setTyped} />}
      <Field label={label} hint={isNothingFound ? text.nothing(words) : noCases} failure={rest.failure}>
        {names => (
          <select {...names} class="input" value={caseId} onChange={event => onCaseId(event.currentTarget.value)}>
            {none !== undefined && <option value="">{none}</option>}
            {isUnknown && <option value={caseId}>{text.unknown}</option>}
            {offered.map(one => (
              <option key={one.id} value={one.id}>
                {one.reference} {one.title}
              </option>
            ))}
            {rest.newCase && <option value={NEW_CASE}>{rest.newCase}</option>}
          </select>
        )}
      </Field>
    </>
  )
}
