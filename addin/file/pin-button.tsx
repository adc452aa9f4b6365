import { Pin, PinOff } from 'lucide'
import { changeItem, type Item } from '../../shared/item.ts'
import { call } from '../api/call.ts'
import { FailureNotice } from '../app/plain-pages.tsx'
import { useAppText, useSurroundings } from '../app/surroundings.ts'
import { useDeed } from '../app/use-deed.ts'
import { Button } from '../ui/button.tsx'
import { useToast } from '../ui/toast.tsx'

interface PinButtonProps {
  item: Item
  onChanged: (item: Item) => void
}

/** Keeps an item at the head of its file for all who see it, or no longer. */
export function PinButton({ item, onChanged }: PinButtonProps) {
  const text = useAppText().heads
  const { host } = useSurroundings()
  const toast = useToast()
  const deed = useDeed(async () => {
    const pinned = !item.pinned
    onChanged(await call(host, changeItem, { params: { itemId: item.id }, body: { pinned } }))
    toast({ message: pinned ? text.isPinned : text.isUnpinned })
  })
  return (
    <>
      <Button icon={item.pinned ? PinOff : Pin} busy={deed.isBusy} onClick={deed.run}>
        {item.pinned ? text.unpin : text.pin}
      </Button>
      {deed.failure && <FailureNotice failure={deed.failure} />}
    </>
  )
}
