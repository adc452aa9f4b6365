import { BookOpenCheck, Eye, FolderInput, Share2, Unlink } from 'lucide'
import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import type { Item } from '../../shared/item.ts'
import { isDocumentKind } from '../../shared/kind.ts'
import { useAppText } from '../app/surroundings.ts'
import { Button } from '../ui/button.tsx'
import { useToast } from '../ui/toast.tsx'
import { DocumentTypeChoice } from './document-type-choice.tsx'
import { DownloadButton } from './download-button.tsx'
import { MoveDialog } from './move-dialog.tsx'
import type { MovedItem } from './move-many.ts'
import { PinButton } from './pin-button.tsx'
import { ReadingsDialog } from './readings-dialog.tsx'
import { ShareDialog } from './share-dialog.tsx'
import { UnfileDialog } from './unfile-dialog.tsx'
import { useMovedToast } from './use-moved-toast.ts'
import { useUnfile } from './use-unfile.ts'
import type { ViewersAnswer } from './viewers-answer.ts'
import { ViewersDialog } from './viewers-dialog.tsx'

interface ItemActionsProps {
  item: Item
  viewers: ViewersAnswer
  onChanged: (item: Item) => void
  /** Called when the item has left the file. */
  onGone: () => void
  /** What can be done with an item of its kind only. */
  children?: ComponentChildren
}

type ItemDialog = 'move' | 'viewers' | 'share' | 'readings' | 'unfile'

/** What can be done with an item. */
export function ItemActions(props: ItemActionsProps) {
  const text = useAppText()
  const { may, confidential } = props.item
  const [dialog, setDialog] = useState<ItemDialog>()
  const unfiling = useUnfile(props)
  return (
    <div class="item-actions">
      {props.children}
      <DownloadButton item={props.item} />
      {may.file && (
        <Button icon={FolderInput} onClick={() => setDialog('move')}>
          {text.item.move}
        </Button>
      )}
      {may.file && isDocumentKind(props.item.kind) && (
        <DocumentTypeChoice item={props.item} onChanged={props.onChanged} />
      )}
      {may.file && <PinButton item={props.item} onChanged={props.onChanged} />}
      {may.share && (
        <Button icon={Share2} onClick={() => setDialog('share')}>
          {text.share.button}
        </Button>
      )}
      {may.changeAudience && (
        <Button icon={Eye} onClick={() => setDialog('viewers')}>
          {text.item.changeViewers}
        </Button>
      )}
      {confidential && may.readLog && (
        <Button icon={BookOpenCheck} onClick={() => setDialog('readings')}>
          {text.readings.button}
        </Button>
      )}
      <Button icon={Unlink} busy={unfiling.isLeaving} onClick={() => setDialog('unfile')}>
        {text.item.unfile}
      </Button>
      {dialog && <OpenDialog {...props} dialog={dialog} unfiling={unfiling} onClose={() => setDialog(undefined)} />}
    </div>
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
    onChanged(changed)
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
  return <ViewersDialog item={item} viewers={viewers.value.items} onClose={onClose} onChanged={onViewers} />
}
