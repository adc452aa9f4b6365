import { Download } from 'lucide'
import { readDocumentContent } from '../../shared/document.ts'
import { type Item, readItemSource } from '../../shared/item.ts'
import { isDocumentKind } from '../../shared/kind.ts'
import { pathOf } from '../api/send.ts'
import { FailureNotice } from '../app/plain-pages.tsx'
import { useAppText } from '../app/surroundings.ts'
import { useDeed } from '../app/use-deed.ts'
import { Button } from '../ui/button.tsx'
import { fileNameOf } from './download.ts'
import { useSaving } from './use-saving.ts'

interface DownloadButtonProps {
  item: Item
}

/** Hands over the original of a mail or document; activities have none. */
export function DownloadButton({ item }: DownloadButtonProps) {
  const text = useAppText().item
  const save = useSaving()
  const file = fileBehind(item)
  const deed = useDeed(async () => {
    if (file) await save(file.path, file.name)
  })
  if (!file) return null
  const word = file.isMail ? text.downloadSource : text.downloadDocument
  return (
    <>
      <Button icon={Download} busy={deed.isBusy} onClick={deed.run}>
        {deed.isBusy ? text.downloading : word}
      </Button>
      {deed.failure && <FailureNotice failure={deed.failure} />}
    </>
  )
}

function fileBehind(item: Item): { path: string; name: string; isMail: boolean } | null {
  if (item.kind === 'mail-in' || item.kind === 'mail-out') {
    const path = pathOf(readItemSource, { params: { itemId: item.id } })
    return { path, name: fileNameOf(item.title, '.eml'), isMail: true }
  }
  if (!isDocumentKind(item.kind)) return null
  const path = pathOf(readDocumentContent, { params: { documentId: item.objectId } })
  return { path, name: fileNameOf(item.title, ''), isMail: false }
}
