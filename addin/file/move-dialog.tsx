import { useState } from 'preact/hooks'
import { listCases } from '../../shared/case-file.ts'
import { changeItem, type Item } from '../../shared/item.ts'
import { call } from '../api/call.ts'
import { FormDialog } from '../app/form-dialog.tsx'
import { FailureNotice } from '../app/plain-pages.tsx'
import { useAppText, useSurroundings } from '../app/surroundings.ts'
import { useAnswer } from '../app/use-answer.ts'
import { useDeed } from '../app/use-deed.ts'
import { Field } from '../ui/field.tsx'
import { Skeleton } from '../ui/skeleton.tsx'

const MOST_CASES = 200

interface MoveDialogProps {
  item: Item
  onClose: () => void
  onMoved: (item: Item) => void
}

/** Moves an item to another case of its contractor, or out of every case. */
export function MoveDialog({ item, onClose, onMoved }: MoveDialogProps) {
  const text = useAppText().move
  const { host } = useSurroundings()
  const [caseId, setCaseId] = useState(item.cases[0]?.id ?? '')
  const deed = useDeed(async () =>
    onMoved(await call(host, changeItem, { params: { itemId: item.id }, body: { caseId: caseId || null } })),
  )
  return (
    <FormDialog title={text.title} button={text.button} deed={deed} onClose={onClose}>
      <CaseField item={item} caseId={caseId} onCaseId={setCaseId} />
    </FormDialog>
  )
}

interface CaseFieldProps {
  item: Item
  caseId: string
  onCaseId: (caseId: string) => void
}

function CaseField({ item, caseId, onCaseId }: CaseFieldProps) {
  const text = useAppText().move
  const { host } = useSurroundings()
  const contractorId = item.contractorId ?? ''
  const cases = useAnswer(`cases to move to ${contractorId}`, () =>
    call(host, listCases, { params: { contractorId }, querystring: { open: true, limit: MOST_CASES } }),
  )
  if (cases.failure) return <FailureNotice failure={cases.failure} onRetry={cases.ask} />
  if (!cases.value) return <Skeleton height="46px" />
  const open = cases.value.items
  // A case that has been closed since stays the one chosen, so that the choice shows what is.
  const closed = item.cases.filter(chip => !open.some(caseFile => caseFile.id === chip.id))
  return (
    <Field label={text.case} hint={open.length === 0 ? text.noCases : undefined}>
      {names => (
        <select {...names} class="input" value={caseId} onChange={event => onCaseId(event.currentTarget.value)}>
          <option value="">{text.noCase}</option>
          {[...closed, ...open].map(caseFile => (
            <option key={caseFile.id} value={caseFile.id}>
              {caseFile.reference} {caseFile.title}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}
