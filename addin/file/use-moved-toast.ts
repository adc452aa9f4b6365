import { type Item, readItem } from '../../shared/item.ts'
import { call } from '../api/call.ts'
import { linkTo } from '../app/page-link.ts'
import { useAppText, useSurroundings } from '../app/surroundings.ts'
import { currentVisit, rewriteAddress } from '../app/visit.ts'
import { useToast } from '../ui/toast.tsx'
import { type MovedItem, moveBack } from './move-many.ts'

/** Says that an item was moved, with the way back; after it the item is read anew. */
export function useMovedToast(onChanged: (item: Item) => void) {
  const text = useAppText().move
  const { host } = useSurroundings()
  const toast = useToast()

  async function undo(moved: MovedItem) {
    let id = moved.id
    try {
      id = (await moveBack(host, [moved])).get(id) ?? id
      toast({ message: text.undone })
    } catch {
      toast({ message: text.notUndone })
    }
    if (id !== moved.id) return followItem(moved.id, id)
    const item = await call(host, readItem, { params: { itemId: id } }).catch(() => null)
    if (item) onChanged(item)
  }

  return (message: string, moved: MovedItem) =>
    toast({ message, ...(moved.was.length > 0 && { onUndo: () => void undo(moved) }) })
}

/** In another file an item has another address; the page of the old one, if it is still on screen, becomes that of the new. */
export function followItem(before: string, now: string) {
  const link = (itemId: string) => linkTo({ name: 'item', itemId })
  if (currentVisit().hash === link(before)) rewriteAddress(link(now))
}
