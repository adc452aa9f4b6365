import { Pencil } from 'lucide'
import { useState } from 'preact/hooks'
import type { Contractor } from '../../shared/contractor.ts'
import { useAppText } from '../app/surroundings.ts'
import { Button } from '../ui/button.tsx'
import { ContractorDetailsDialog } from './later-parts.ts'

interface EditContractorProps {
  contractor: Contractor
  onChanged: (contractor: Contractor) => void
}

/** The way to put a contractor's details right, for whoever may change them. */
export function EditContractor({ contractor, onChanged }: EditContractorProps) {
  const text = useAppText().contractorMore
  const [isOpen, setIsOpen] = useState(false)
  if (!contractor.may.change) return null
  return (
    <>
      <Button icon={Pencil} onClick={() => setIsOpen(true)}>
        {text.edit}
      </Button>
      {isOpen && (
        <ContractorDetailsDialog
          contractor={contractor}
          onClose={() => setIsOpen(false)}
          onChanged={changed => {
            setIsOpen(false)
            onChanged(changed)
          }}
        />
      )}
    </>
  )
}
