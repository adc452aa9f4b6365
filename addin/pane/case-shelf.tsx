import { Plus } from 'lucide'
import { useState } from 'preact/hooks'
import { type CaseFile, listCases } from '../../shared/case-file.ts'
import { readContractor } from '../../shared/contractor.ts'
import { call } from '../api/call.ts'
import { NewCaseForm } from '../file/new-case-form.tsx'
import type { MailHost } from '../host/mail-host.ts'
import { Button } from '../ui/button.tsx'
import { useCaseText } from '../ui/case-text.ts'
import { Late, SkeletonRows } from '../ui/skeleton.tsx'
import { useToast } from '../ui/toast.tsx'
import { AskedTrouble } from './asked-trouble.tsx'
import { CaseLine } from './case-line.tsx'
import { CaseSearchBox } from './case-search.tsx'
import { useHost } from './host-context.ts'
import { InlineForm } from './inline-form.tsx'
import { useAsked } from './use-asked.ts'
import { useCaseSearch } from './use-case-search.ts'
import { useFocusKept } from './use-focus-kept.ts'

const MOST = 20

type CaseShelfProps = { contractorId: string; cases: CaseFile[]; onDone: () => Promise<void> }

/**
 * The way to a new case, for whoever may open one, and the closed cases, to be opened again. `cases` are the open ones:
 * when they change, so do these.
 */
export function CaseShelf({ contractorId, cases, onDone }: CaseShelfProps) {
  const host = useHost()
  const text = useCaseText().caseActs
  const open = cases.map(({ id }) => id).join(' ')
  const { value, failure, ask } = useAsked(() => shelfOf(host, contractorId), [host, contractorId, open])
  const handleDone = () => {
    ask()
    return onDone()
  }
  if (failure && !value) return <AskedTrouble failure={failure} onTryAgain={ask} />
  if (!value) {
    return (
      <Late>
        <SkeletonRows rows={2} />
      </Late>
    )
  }
  return (
    <div class="case-shelf">
      {value.mayOpen && <NewCase contractorId={contractorId} onDone={onDone} />}
      <h4>{text.closedCases}</h4>
      <ClosedCases contractorId={contractorId} newest={value.closed} areMany={value.areMany} onDone={handleDone} />
    </div>
  )
}

type ClosedCasesProps = Pick<CaseShelfProps, 'contractorId' | 'onDone'> & { newest: CaseFile[]; areMany: boolean }

/** The newest closed cases, and where there are more, those that are looked for. */
function ClosedCases({ contractorId, newest, areMany, onDone }: ClosedCasesProps) {
  const text = useCaseText().caseActs
  const search = useCaseSearch(contractorId, { open: false })
  const cases = search.found ?? newest
  // A case that is opened again goes with the button that opened it.
  const box = useFocusKept<HTMLDivElement>(cases.map(({ id }) => id).join(' '))
  const handleDone = () => {
    search.ask()
    return onDone()
  }
  return (
    <>
      {(areMany || search.typed !== '') && <CaseSearchBox search={search} />}
      <div ref={box} class="closed-cases" tabIndex={-1} aria-busy={search.isWaiting} inert={search.isWaiting}>
        {cases.length === 0 && !search.found && <p class="small faint">{text.noneClosed}</p>}
        {cases.length > 0 && (
          <ul class="cases" aria-label={text.closedCases}>
            {cases.map(caseFile => (
              <CaseLine key={caseFile.id} caseFile={caseFile} onDone={handleDone} />
            ))}
          </ul>
        )}
      </div>
    </>
  )
}

type NewCaseProps = Pick<CaseShelfProps, 'contractorId' | 'onDone'>

function NewCase({ contractorId, onDone }: NewCaseProps) {
  const host = useHost()
  const text = useCaseText().caseActs
  const toast = useToast()
  const [isOpen, setIsOpen] = useState(false)

  async function handleCreated({ reference }: CaseFile) {
    toast({ message: text.created(reference) })
    await onDone()
    setIsOpen(false)
  }

  return (
    <>
      {isOpen && (
        <NewCaseForm
          host={host}
          contractorId={contractorId}
          Frame={InlineForm}
          onClose={() => setIsOpen(false)}
          onCreated={caseFile => void handleCreated(caseFile)}
        />
      )}
      <div class="actions" hidden={isOpen}>
        <Button look="quiet" icon={Plus} onClick={() => setIsOpen(true)}>
          {text.create}
        </Button>
      </div>
    </>
  )
}

async function shelfOf(host: MailHost, contractorId: string) {
  const params = { contractorId }
  const [{ may }, { items, next }] = await Promise.all([
    call(host, readContractor, { params }),
    call(host, listCases, { params, querystring: { open: false, limit: MOST } }),
  ])
  return { mayOpen: may.change, closed: items, areMany: next !== null }
}
