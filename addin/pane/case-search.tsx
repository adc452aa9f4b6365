import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import { useSettled } from '../app/use-settled.ts'
import { CaseSearchField } from '../file/case-search-field.tsx'
import { useCaseText } from '../ui/case-text.ts'
import { AskedTrouble } from './asked-trouble.tsx'
import { type SoughtCases, useSoughtCases } from './use-sought-cases.ts'

interface CaseSearchProps {
  contractorId: string
  /** Only open or only closed ones; all where nothing is said. */
  only?: { open: boolean }
  /** Whether they are more than are offered without being looked for. */
  areMany: boolean
  /** Offers what was found, and without that the newest. */
  children: (sought: SoughtCases) => ComponentChildren
}

/** Looks for cases of a contractor where they are many, and says what came of it; where they are few it offers them alone. */
export function CaseSearch({ contractorId, only, areMany, children }: CaseSearchProps) {
  const { caseChoice } = useCaseText()
  const [typed, setTyped] = useState('')
  const words = useSettled(typed.trim())
  const { failure, ...sought } = useSoughtCases({ contractorId, only, words })
  return (
    <>
      {(areMany || typed !== '') && (
        <div class="case-search">
          <CaseSearchField value={typed} onValue={setTyped} />
          <p class="small faint" role="status">
            {sought.found?.length === 0 && !sought.isWaiting && caseChoice.nothing(words)}
          </p>
          {failure && <AskedTrouble failure={failure} onTryAgain={sought.ask} />}
        </div>
      )}
      {children(sought)}
    </>
  )
}
