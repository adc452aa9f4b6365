import { Pin, PinOff } from 'lucide'
import { changeItem, type Item } from '../../shared/item.ts'
import { call } from '../api/call.ts'
import { useAppText, useSurroundings } from '../app/surroundings.ts'
import { useDeed } from '../app/use-deed.ts'
import { useToast } from '../ui/toast.tsx'
import type { Act } from './act-row.tsx'

/** Keeps an item at the head of its file for all who see it, or no longer. */
export function usePin(item: Item, onChanged: (item: Item) => void): Act {
  const text = useAppText().heads
  const { host } = useSurroundings()
  const toast = useToast()
  const deed = useDeed(async () => {
    const pinned = !item.pinned
    onChanged(await call(host, changeItem, { params: { itemId: item.id }, body: { pinned } }))
    toast({ message: pinned ? text.isPinned : text.isUnpinned })
  })
  return { ...deed, name: 'pin', icon: item.pinned ? PinOff : Pin, word: item.pinned ? text.unpin : text.pin }
}
