import { Download } from 'lucide'
import { readDocumentContent } from '../../shared/document.ts'
import { type Item, readItemSource } from '../../shared/item.ts'
import { isDocumentKind } from '../../shared/kind.ts'
import { pathOf } from '../api/send.ts'
import { useAppText } from '../app/surroundings.ts'
import { useDeed } from '../app/use-deed.ts'
import type { Act } from './act-row.tsx'
import { fileNameOf } from './download.ts'
import { useSaving } from './use-saving.ts'

/** Hands over the original of a mail or document; activities have none. */
export function useDownload(item: Item): Act | null {
  const text = useAppText().item
  const save = useSaving()
  const file = fileBehind(item)
  const deed = useDeed(async () => {
    if (file) await save(file.path, file.name)
  })
  if (!file) return null
  const word = file.isMail ? text.downloadSource : text.downloadDocument
  return { ...deed, name: 'download', icon: Download, word: deed.isBusy ? text.downloading : word }
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
