import { useState } from 'preact/hooks'
import { type Contractor, changeContractor, readContractor } from '../../shared/contractor.ts'
import { call } from '../api/call.ts'
import { FormDialog } from '../app/form-dialog.tsx'
import { rebased } from '../app/rebased.ts'
import { useAppText, useSurroundings } from '../app/surroundings.ts'
import { useDeed } from '../app/use-deed.ts'
import { useSeen } from '../app/use-seen.ts'
import { TextField } from '../ui/field.tsx'
import { StandsNow } from '../ui/stands-now.tsx'
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
  const params = { contractorId: contractor.id }
  const { seen, isNews, save } = useSeen(contractor.tags, {
    ask: async () => (await call(host, readContractor, { params })).tags,
    onNews: (now, before) => setTyped(mine => [...rebased(new Set(tagsIn(mine)), before, now)].join(', ')),
  })
  const deed = useDeed(async () => {
    const tags = tagsIn(typed)
    onChanged(await save(was => call(host, changeContractor, { params, body: { tags, was: { tags: was } } })))
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
      {isNews && <StandsNow fields={[[text.contractorMore.tags, seen.join(', ')]]} />}
    </FormDialog>
  )
}

function tagsIn(typed: string): string[] {
  const tags = typed.split(',').map(tag => tag.trim())
  return tags.filter(Boolean)
}
