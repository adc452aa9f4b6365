import { useEffect, useState } from 'preact/hooks'
import type { CaseFile } from '../../shared/case-file.ts'
import { useSettled } from '../app/use-settled.ts'
import { useCaseText } from '../ui/case-text.ts'
import { TextField } from '../ui/field.tsx'
import { AskedTrouble } from './asked-trouble.tsx'
import { useSoughtCases } from './use-sought-cases.ts'

type CaseSearchProps = {
  contractorId: string
  /** Hears what was found; null where nothing is looked for. */
  onFound: (found: CaseFile[] | null) => void
}

/** Looks for open cases where they are more than those that came with the mail; what it finds is offered by the choice under it. */
export function CaseSearch({ contractorId, onFound }: CaseSearchProps) {
  const text = useCaseText().caseChoice
  const [typed, setTyped] = useState('')
  const words = useSettled(typed.trim())
  const { value, failure, ask } = useSoughtCases({ contractorId, only: { open: true }, words })
  useEffect(() => onFound(value), [value])
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Enter in the field must not send the form around it.
    <div
      onKeyDown={event => event.key === 'Enter' && event.target instanceof HTMLInputElement && event.preventDefault()}
    >
      <TextField
        type="search"
        label={text.search}
        placeholder={text.hint}
        hint={value?.length === 0 ? text.nothing(words) : undefined}
        value={typed}
        onValue={setTyped}
      />
      {failure && <AskedTrouble failure={failure} onTryAgain={ask} />}
    </div>
  )
}
