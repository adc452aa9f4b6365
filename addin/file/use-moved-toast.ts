import { type Item, readItem } from '../../shared/item.ts'
import { call } from '../api/call.ts'
import { useAppText, useSurroundings } from '../app/surroundings.ts'
import { useToast } from '../ui/toast.tsx'
import { type MovedItem, moveBack } from './move-many.ts'

/** Says that an item was moved, with the way back; after it the item is read anew. */
export function useMovedToast(onChanged: (item: Item) => void) {
  const text = useAppText().move
  const { host } = useSurroundings()
  const toast = useToast()

  async function undo(moved: MovedItem) {
    try {
      await moveBack(host, [moved])
      toast({ message: text.undone })
    } catch {
      toast({ message: text.notUndone })
    }
    const item = await call(host, readItem, { params: { itemId: moved.id } }).catch(() => null)
    if (item) onChanged(item)
  }

  return (message: string, moved: MovedItem) =>
    toast({ message, ...(moved.was.length > 0 && { onUndo: () => void undo(moved) }) })
}
