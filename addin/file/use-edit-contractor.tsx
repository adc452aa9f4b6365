import { Pencil } from 'lucide'
import { useState } from 'preact/hooks'
import type { Contractor } from '../../shared/contractor.ts'
import { useAppText } from '../app/surroundings.ts'
import type { Act } from './act-row.tsx'
import { ContractorDetailsDialog } from './later-parts.ts'

/** The way to put a contractor's details right, for whoever may change them. */
export function useEditContractor(contractor: Contractor, onChanged: (contractor: Contractor) => void) {
  const text = useAppText().contractorMore
  const [isOpen, setIsOpen] = useState(false)
  const act: Act | null = contractor.may.change
    ? { name: 'edit', icon: Pencil, word: text.edit, run: () => setIsOpen(true) }
    : null
  const dialog = isOpen && (
    <ContractorDetailsDialog
      contractor={contractor}
      onClose={() => setIsOpen(false)}
      onChanged={changed => {
        setIsOpen(false)
        onChanged(changed)
      }}
    />
  )
  return { act, dialog }
}
