import { type Contractor, removeContractor } from '../../shared/contractor.ts'
import { call } from '../api/call.ts'
import { FormDialog } from '../app/form-dialog.tsx'
import { linkTo } from '../app/page-link.ts'
import { useSurroundings, useWords } from '../app/surroundings.ts'
import { useDeed } from '../app/use-deed.ts'
import { go } from '../app/visit.ts'
import { removeContractorText } from '../text/remove-contractor.ts'
import { useToast } from '../ui/toast.tsx'

interface RemoveContractorDialogProps {
  contractor: Contractor
  onClose: () => void
}

/** Asks before a contractor that was opened by mistake is removed; then there is no page of his to stay on. */
export function RemoveContractorDialog({ contractor, onClose }: RemoveContractorDialogProps) {
  const text = useWords(removeContractorText)
  const { host } = useSurroundings()
  const toast = useToast()
  const deed = useDeed(async () => {
    await call(host, removeContractor, { params: { contractorId: contractor.id } })
    onClose()
    go(linkTo({ name: 'contractors', q: '' }))
    toast({ message: text.done(contractor.name) })
  })
  return (
    <FormDialog title={text.title} button={text.button} deed={deed} onClose={onClose}>
      <p>{text.lead(contractor.name)}</p>
      <p class="small faint">{text.hint}</p>
    </FormDialog>
  )
}
