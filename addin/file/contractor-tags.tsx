import { Tag } from 'lucide'
import { useState } from 'preact/hooks'
import { type Contractor, changeContractor } from '../../shared/contractor.ts'
import { call } from '../api/call.ts'
import { FormDialog } from '../app/form-dialog.tsx'
import { useAppText, useSurroundings } from '../app/surroundings.ts'
import { useDeed } from '../app/use-deed.ts'
import { Button } from '../ui/button.tsx'
import { TextField } from '../ui/field.tsx'
import { useToast } from '../ui/toast.tsx'
import { Fact } from './facts.tsx'

const MOST_LENGTH = 1000

interface ContractorTagsProps {
  contractor: Contractor
  onChanged: (contractor: Contractor) => void
}

/** The tags of a contractor, and the way to change them. */
export function ContractorTags({ contractor, onChanged }: ContractorTagsProps) {
  const text = useAppText().contractorMore
  const [isOpen, setIsOpen] = useState(false)
  if (contractor.tags.length === 0 && !contractor.may.change) return null
  return (
    <Fact word={text.tags}>
      <ul class="tag-list">
        {contractor.tags.map(tag => (
          <li key={tag} class="tag">
            {tag}
          </li>
        ))}
      </ul>
      {contractor.may.change && (
        <Button look="quiet" class="fact-act" icon={Tag} onClick={() => setIsOpen(true)}>
          {text.editTags}
        </Button>
      )}
      {isOpen && (
        <TagsDialog
          contractor={contractor}
          onClose={() => setIsOpen(false)}
          onChanged={changed => {
            setIsOpen(false)
            onChanged(changed)
          }}
        />
      )}
    </Fact>
  )
}

function TagsDialog({ contractor, onClose, onChanged }: ContractorTagsProps & { onClose: () => void }) {
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
