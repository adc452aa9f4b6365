import { useState } from 'preact/hooks'
import { type Contractor, changeContractor } from '../../shared/contractor.ts'
import { call } from '../api/call.ts'
import { FormDialog } from '../app/form-dialog.tsx'
import { useAppText, useSurroundings } from '../app/surroundings.ts'
import { useDeed } from '../app/use-deed.ts'
import { TextField } from '../ui/field.tsx'
import { useToast } from '../ui/toast.tsx'

const MOST_LENGTH = 1000

interface TagsDialogProps {
  contractor: Contractor
  onChanged: (contractor: Contractor) => void
  onClose: () => void
}

/** Changes the tags of a contractor, all in one field. */
export function TagsDialog({ contractor, onClose, onChanged }: TagsDialogProps) {
  const text = useAppText()
  const { host } = useSurroundings()
  const toast = useToast()
  const [typed, setTyped] = useState(contractor.tags.join(', '))
  const deed = useDeed(async () => {
    const tags = typed.split(',').map(tag => tag.trim())
    const body = { tags: tags.filter(Boolean) }
    onChanged(await call(host, changeContractor, { params: { contractorId: contractor.id }, body }))
    toast({ message: text.contractorMore.tagsSaved })
  })
  return (
    <FormDialog title={text.contractorMore.editTags} button={text.save} deed={deed} onClose={onClose}>
      <TextField
        label={text.contractorMore.tags}
        hint={text.contractorMore.tagsHint}
        maxLength={MOST_LENGTH}
        value={typed}
        onValue={setTyped}
      />
    </FormDialog>
  )
}
