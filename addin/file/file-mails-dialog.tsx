import { useEffect, useRef, useState } from 'preact/hooks'
import type { ContractorRow } from '../../shared/contractor.ts'
import type { Suggestion } from '../../shared/lookup.ts'
import { FormDialog } from '../app/form-dialog.tsx'
import { useAppText, useSurroundings } from '../app/surroundings.ts'
import { useDeed } from '../app/use-deed.ts'
import { ContractorSearch } from '../pane/contractor-search.tsx'
import { HostContext } from '../pane/host-context.ts'
import { CaseChoice } from './case-choice.tsx'
import { SeenInPlace } from './seen-in-place.tsx'
import type { ChosenPlace } from './use-triage-deeds.ts'
import './picker.css'

type Chosen = Pick<ContractorRow, 'id' | 'name'>

interface FileMailsDialogProps {
  title: string
  button: string
  suggestions: Suggestion[]
  /** Whether they lie somewhere already. */
  isMoved?: boolean
  onClose: () => void
  onPlace: (place: ChosenPlace) => void | Promise<void>
}

/** Asks where several things go: the contractor, then a case of his or none. The best suggestion is chosen already. */
export function FileMailsDialog({
  title,
  button,
  suggestions,
  isMoved = false,
  onClose,
  onPlace,
}: FileMailsDialogProps) {
  const text = useAppText().triageWork
  const { host } = useSurroundings()
  const [best] = suggestions
  const [contractor, setContractor] = useState<Chosen | null>(
    best ? { id: best.contractorId, name: best.contractorName } : null,
  )
  const [caseId, setCaseId] = useState(best?.caseId ?? '')
  const [isMissing, setIsMissing] = useState(false)
  const deed = useDeed(async () => {
    if (contractor) await onPlace({ contractorId: contractor.id, caseId: caseId || null })
  })
  const box = useRef<HTMLDivElement>(null)
  // Enter alone does what is proposed; without a proposal one types at once.
  useEffect(() => {
    const wanted = contractor ? '[type=submit]' : '[role=combobox]'
    box.current?.closest('dialog')?.querySelector<HTMLElement>(wanted)?.focus()
  }, [contractor?.id])
  const offered = suggestions
    .map(({ contractorId, contractorName }) => ({ id: contractorId, name: contractorName }))
    .filter((one, index, all) => all.findIndex(other => other.id === one.id) === index)

  function handlePick(picked: Chosen) {
    setContractor(picked)
    setCaseId('')
    setIsMissing(false)
  }

  function check() {
    setIsMissing(!contractor)
    return contractor !== null
  }

  return (
    <HostContext.Provider value={host}>
      <FormDialog title={title} button={button} deed={deed} check={check} onClose={onClose}>
        <div ref={box} class="form">
          {contractor && (
            <PickedContractor key={contractor.id} contractor={contractor} caseId={caseId} onCaseId={setCaseId} />
          )}
          <ContractorSearch
            key={contractor?.id ?? 'none'}
            label={contractor ? text.otherContractor : text.contractor}
            onPick={handlePick}
            offered={contractor ? offered.filter(one => one.id !== contractor.id) : []}
          />
        </div>
        {contractor && <SeenInPlace contractorId={contractor.id} caseId={caseId} isMoved={isMoved} />}
        {isMissing && (
          <p class="small wrong" role="alert">
            {text.contractorMissing}
          </p>
        )}
      </FormDialog>
    </HostContext.Provider>
  )
}

interface PickedContractorProps {
  contractor: Chosen
  caseId: string
  onCaseId: (caseId: string) => void
}

function PickedContractor({ contractor, caseId, onCaseId }: PickedContractorProps) {
  const text = useAppText().triageWork
  return (
    <>
      <p class="picked">
        <span class="small faint">{text.contractor}</span>
        <strong>{contractor.name}</strong>
      </p>
      <CaseChoice
        contractorId={contractor.id}
        label={text.caseFile}
        none={text.noCase}
        caseId={caseId}
        onCaseId={onCaseId}
      />
    </>
  )
}
