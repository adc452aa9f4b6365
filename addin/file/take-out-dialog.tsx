import { FormDialog } from '../app/form-dialog.tsx'
import { useWords } from '../app/surroundings.ts'
import { useDeed } from '../app/use-deed.ts'
import { takeOutEn } from '../text/take-out-en.ts'
import { takeOutPl } from '../text/take-out-pl.ts'
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
  const text = useWords({ pl: takeOutPl, en: takeOutEn })
  const deed = useDeed(onTakeOut)
  return (
    <FormDialog
      title={isOfCase ? text.title(amount) : text.titleOfAll(amount)}
      button={text.button}
      deed={deed}
      onClose={onClose}
    >
      <p>{text.lead}</p>
      {isOfCase && <p>{text.othersStay}</p>}
      <SeenInPlace contractorId={contractorId} caseId="" isMoved />
    </FormDialog>
  )
}
