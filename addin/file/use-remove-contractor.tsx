import { Trash2 } from 'lucide'
import { useState } from 'preact/hooks'
import type { Contractor } from '../../shared/contractor.ts'
import { useAppText, useSurroundings } from '../app/surroundings.ts'
import type { Act } from './act-row.tsx'
import { RemoveContractorDialog } from './later-parts.ts'

/** The way to remove a contractor that was opened by mistake, for its manager and for administrators. */
export function useRemoveContractor(contractor: Contractor) {
  const text = useAppText().contractorMore
  const { me } = useSurroundings()
  const [isOpen, setIsOpen] = useState(false)
  const mayRemove = contractor.may.change && (me.isAdmin || contractor.managerId === me.id)
  const act: Act | null = mayRemove
    ? { name: 'remove', icon: Trash2, word: text.remove, run: () => setIsOpen(true) }
    : null
  const dialog = isOpen && <RemoveContractorDialog contractor={contractor} onClose={() => setIsOpen(false)} />
  return { act, dialog }
}
