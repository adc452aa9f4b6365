import { useEffect } from 'preact/hooks'
import type { CaseFile } from '../../shared/case-file.ts'
import { CaseSearchField } from '../file/case-search-field.tsx'
import { useCaseText } from '../ui/case-text.ts'
import { AskedTrouble } from './asked-trouble.tsx'
import { type CaseSearch as Search, useCaseSearch } from './use-case-search.ts'

type CaseSearchProps = {
  contractorId: string
  /** Hears what was found; null where nothing is looked for. */
  onFound: (found: CaseFile[] | null) => void
}

/** Looks for open cases where they are more than those that came with the mail; what it finds is offered by the choice under it. */
export function CaseSearch({ contractorId, onFound }: CaseSearchProps) {
  const search = useCaseSearch(contractorId, { open: true })
  useEffect(() => onFound(search.found), [search.found])
  return <CaseSearchBox search={search} />
}

/** Where cases are looked for, and what is said when that brings nothing. */
export function CaseSearchBox({ search }: { search: Search }) {
  const text = useCaseText().caseChoice
  const isNothing = search.found?.length === 0 && !search.isWaiting
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Enter in the field must not send the form around it.
    <div
      class="case-search"
      onKeyDown={event => event.key === 'Enter' && event.target instanceof HTMLInputElement && event.preventDefault()}
    >
      <CaseSearchField value={search.typed} onValue={search.onTyped} />
      <p class="small faint" role="status">
        {isNothing && text.nothing(search.words)}
      </p>
      {search.failure && <AskedTrouble failure={search.failure} onTryAgain={search.ask} />}
    </div>
  )
}
