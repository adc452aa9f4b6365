import { BookOpenCheck, Eye, FolderInput, type IconNode, Share2, Unlink } from 'lucide'
import { useState } from 'preact/hooks'
import type { Item } from '../../shared/item.ts'
import { useAppText } from '../app/surroundings.ts'
import { useToast } from '../ui/toast.tsx'
import { type Act, ActRow } from './act-row.tsx'
import { MoveDialog } from './move-dialog.tsx'
import type { MovedItem } from './move-many.ts'
import { ReadingsDialog } from './readings-dialog.tsx'
import { ShareDialog } from './share-dialog.tsx'
import { UnfileDialog } from './unfile-dialog.tsx'
import { useDownload } from './use-download.ts'
import { followItem, useMovedToast } from './use-moved-toast.ts'
import { usePin } from './use-pin.ts'
import { useUnfile } from './use-unfile.ts'
import type { ViewersAnswer } from './viewers-answer.ts'
import { ViewersDialog } from './viewers-dialog.tsx'

export interface ItemActionsProps {
  item: Item
  viewers: ViewersAnswer
  onChanged: (item: Item) => void
  /** Called when the item has left the file. */
  onGone: () => void
  /** What can be done with an item of its kind only; it stands first. */
  own?: (Act | null)[]
}

type ItemDialog = 'move' | 'viewers' | 'share' | 'readings' | 'unfile'

/** What can be done with an item. */
export function ItemActions(props: ItemActionsProps) {
  const text = useAppText()
  const { item, onChanged } = props
  const { may } = item
  const [dialog, setDialog] = useState<ItemDialog>()
  const unfiling = useUnfile(props)
  const pin = usePin(item, onChanged)
  const download = useDownload(item)
  const opens = (name: ItemDialog, icon: IconNode, word: string): Act => ({
    name,
    icon,
    word,
    run: () => setDialog(name),
  })
  // A document is taken along every day, the source of a mail hardly ever.
  const isMail = item.kind === 'mail-in' || item.kind === 'mail-out'
  const acts = [
    ...(props.own ?? []),
    !isMail && download,
    may.file && opens('move', FolderInput, text.item.move),
    may.share && opens('share', Share2, text.share.button),
    may.file && pin,
    may.changeAudience && opens('viewers', Eye, text.item.changeViewers),
    isMail && download,
    item.confidential && may.readLog && opens('readings', BookOpenCheck, text.readings.button),
    { ...opens('unfile', Unlink, text.item.unfile), isBusy: unfiling.isLeaving },
  ]
  return (
    <>
      <ActRow acts={acts} />
      {dialog && <OpenDialog {...props} dialog={dialog} unfiling={unfiling} onClose={() => setDialog(undefined)} />}
    </>
  )
}

interface OpenDialogProps extends ItemActionsProps {
  dialog: ItemDialog
  unfiling: ReturnType<typeof useUnfile>
  onClose: () => void
}

function OpenDialog({ item, viewers, dialog, unfiling, onChanged, onClose }: OpenDialogProps) {
  const text = useAppText()
  const toast = useToast()
  const told = useMovedToast(onChanged)
  const changedWith = (message: string) => (changed: Item) => {
    onClose()
    onChanged(changed)
    toast({ message })
  }

  function handleMoved(changed: Item, moved: MovedItem) {
    onClose()
    if (changed.id === item.id) onChanged(changed)
    else followItem(item.id, changed.id)
    told(text.move.moved, moved)
  }

  function handleShared() {
    onClose()
    viewers.ask()
  }

  if (dialog === 'move') return <MoveDialog item={item} onClose={onClose} onMoved={handleMoved} />
  if (dialog === 'unfile') {
    return <UnfileDialog item={item} onClose={onClose} onFromCase={unfiling.fromCase} onFromFile={unfiling.fromFile} />
  }
  if (dialog === 'readings') return <ReadingsDialog itemId={item.id} onClose={onClose} />
  if (dialog === 'share') return <ShareDialog item={item} onClose={onClose} onShared={handleShared} />
  if (!viewers.value) return null
  const onViewers = changedWith(text.viewers.changed)
  return <ViewersDialog item={item} answer={viewers.value} onClose={onClose} onChanged={onViewers} />
}
