import { Ellipsis } from 'lucide'
import { useState } from 'preact/hooks'
import type { CaseFile } from '../../shared/case-file.ts'
import { mostOpenCases } from '../../shared/lookup.ts'
import { Button } from '../ui/button.tsx'
import { useText } from '../ui/language.ts'
import { CaseLine } from './case-line.tsx'
import { CaseShelf } from './later-parts.ts'
import { useFocusKept } from './use-focus-kept.ts'

const FIRST = 3

type OpenCasesProps = {
  contractorId: string
  cases: CaseFile[]
  /** Called when a case was changed, opened or closed; over when that is on screen. */
  onDone: () => Promise<void>
}

/** The contractor's open cases, newest first, and behind a button the closed ones and the way to a new one. */
export function OpenCases({ contractorId, cases, onDone }: OpenCasesProps) {
  const text = useText().cases
  const [all, setAll] = useState(false)
  const [hasShelf, setHasShelf] = useState(false)
  // A closed case goes with the button that closed it.
  const box = useFocusKept<HTMLElement>(cases.length)
  const shown = all || cases.length === FIRST + 1 ? cases : cases.slice(0, FIRST)
  return (
    <section ref={box} class="part" tabIndex={-1} aria-labelledby="open-cases">
      <div class="line">
        <h3 id="open-cases">
          {text.heading} <span class="count">{cases.length >= mostOpenCases ? `${mostOpenCases}+` : cases.length}</span>
        </h3>
        <Button
          look="bare"
          icon={Ellipsis}
          aria-label={text.shelf}
          title={text.shelf}
          aria-expanded={hasShelf}
          onClick={() => setHasShelf(!hasShelf)}
        />
      </div>
      {shown.length > 0 && (
        <ul class="cases">
          {shown.map(caseFile => (
            <CaseLine key={caseFile.id} caseFile={caseFile} onDone={onDone} />
          ))}
        </ul>
      )}
      {shown.length < cases.length && (
        <Button look="quiet" onClick={() => setAll(true)}>
          {text.all(cases.length)}
        </Button>
      )}
      {hasShelf && <CaseShelf contractorId={contractorId} cases={cases} onDone={onDone} />}
    </section>
  )
}
