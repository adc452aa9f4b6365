import { Tag } from 'lucide'
import { useState } from 'preact/hooks'
import type { Contractor } from '../../shared/contractor.ts'
import { useAppText } from '../app/surroundings.ts'
import { Button } from '../ui/button.tsx'
import { Fact } from './facts.tsx'
import { TagsDialog } from './later-dialogs.ts'

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
