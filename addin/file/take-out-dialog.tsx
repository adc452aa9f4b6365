import { FormDialog } from '../app/form-dialog.tsx'
import { useDeed } from '../app/use-deed.ts'
import { useMoveSeenText } from '../ui/seen-after.tsx'
import { SeenInPlace } from './seen-in-place.tsx'

interface TakeOutDialogProps {
  contractorId: string
  amount: number
  /** Whether they leave one case only, and stay in their others. */
  isOfCase: boolean
  onClose: () => void
  onTakeOut: () => Promise<void>
}

/** Says who sees a contractor's file before items are laid there out of their case: a case may be narrower. */
export function TakeOutDialog({ contractorId, amount, isOfCase, onClose, onTakeOut }: TakeOutDialogProps) {
  const text = useMoveSeenText()
  const deed = useDeed(onTakeOut)
  return (
    <FormDialog title={text.takeOutTitle(amount)} button={text.takeOut} deed={deed} onClose={onClose}>
      <p>{text.takeOutLead}</p>
      {isOfCase && <p>{text.othersStay}</p>}
      <SeenInPlace contractorId={contractorId} caseId="" isMoved />
    </FormDialog>
  )
}
