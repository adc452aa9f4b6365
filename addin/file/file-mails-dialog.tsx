import { useEffect, useRef, useState } from 'preact/hooks'
import type { ContractorRow } from '../../shared/contractor.ts'
import type { Suggestion } from '../../shared/lookup.ts'
import { FormDialog } from '../app/form-dialog.tsx'
import { useAppText, useSurroundings } from '../app/surroundings.ts'
import { useDeed } from '../app/use-deed.ts'
import { ContractorSearch } from '../pane/contractor-search.tsx'
import { HostContext } from '../pane/host-context.ts'
import { useText } from '../ui/language.ts'
import { CaseChoice, NEW_CASE } from './case-choice.tsx'
import { NewCaseTitle, useNewCase } from './new-case-title.tsx'
import { SeenInPlace } from './seen-in-place.tsx'
import type { ChosenPlace } from './use-triage-deeds.ts'
import './picker.css'

type Chosen = Pick<ContractorRow, 'id' | 'name'>

interface FileMailsDialogProps {
  title: string
  button: string
  suggestions: Suggestion[]
  /** With which title a new case for them begins. */
  newTitle: string
  /** Whether they lie somewhere already. */
  isMoved?: boolean
  onClose: () => void
  /** Puts them there; fails where that did not work, and then the choice is kept. */
  onPlace: (place: ChosenPlace) => Promise<void>
}

/** Asks where several things go: the contractor, then a case of his, none or a new one. The best suggestion is chosen already. */
export function FileMailsDialog({
  title,
  button,
  suggestions,
  newTitle,
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
  const [isChecked, setIsChecked] = useState(false)
  const opening = useNewCase(newTitle)
  const deed = useDeed(async () => {
    if (!contractor) return
    const opened = caseId === NEW_CASE ? await opening.open(contractor.id) : null
    // Whatever goes wrong next, it is open.
    if (opened) setCaseId(opened.id)
    await onPlace({ contractorId: contractor.id, caseId: opened?.id ?? (caseId || null) })
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
    setIsChecked(false)
  }

  function check() {
    setIsChecked(true)
    return contractor !== null && (caseId !== NEW_CASE || opening.title.trim() !== '')
  }

  return (
    <HostContext.Provider value={host}>
      <FormDialog title={title} button={button} deed={deed} check={check} onClose={onClose}>
        <div ref={box} class="form">
          {contractor && (
            <PickedContractor key={contractor.id} contractor={contractor} caseId={caseId} onCaseId={setCaseId} />
          )}
          {contractor && caseId === NEW_CASE && (
            <NewCaseTitle title={opening.title} onTitle={opening.onTitle} isChecked={isChecked} />
          )}
          <ContractorSearch
            key={contractor?.id ?? 'none'}
            label={contractor ? text.otherContractor : text.contractor}
            onPick={handlePick}
            offered={contractor ? offered.filter(one => one.id !== contractor.id) : []}
          />
        </div>
        {contractor && (
          <SeenInPlace contractorId={contractor.id} caseId={caseId === NEW_CASE ? '' : caseId} isMoved={isMoved} />
        )}
        {deed.failure && opening.isRefused && caseId === NEW_CASE && <p class="small wrong">{text.caseNotMade}</p>}
        {isChecked && !contractor && (
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
  const { newCase } = useText().filing
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
        newCase={newCase}
        caseId={caseId}
        onCaseId={onCaseId}
      />
    </>
  )
}
