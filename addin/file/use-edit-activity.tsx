import { Pencil } from 'lucide'
import { useState } from 'preact/hooks'
import type { ActivityFacts } from '../../shared/activity-facts.ts'
import type { Item } from '../../shared/item.ts'
import { useAppText } from '../app/surroundings.ts'
import type { Act } from './act-row.tsx'
import { ActivityDialog } from './activity-dialog.tsx'

/** The change of what an activity says, for whoever may. */
export function useEditActivity(item: Item, facts: ActivityFacts, onChanged: () => void) {
  const text = useAppText().activity
  const [isOpen, setIsOpen] = useState(false)
  const act: Act | null = facts.mayChange
    ? { name: 'edit', icon: Pencil, word: text.edit, run: () => setIsOpen(true) }
    : null
  const dialog = isOpen && (
    <ActivityDialog
      item={item}
      facts={facts}
      onClose={() => setIsOpen(false)}
      onChanged={() => {
        setIsOpen(false)
        onChanged()
      }}
    />
  )
  return { act, dialog }
}
