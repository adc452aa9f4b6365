import { readDocumentContent } from '../../shared/document.ts'
import type { Item } from '../../shared/item.ts'
import { pathOf } from '../api/send.ts'
import { useAppText } from '../app/surroundings.ts'
import { FilePreview } from './file-preview.tsx'
import { mayPreview } from './sniff-preview.ts'

interface DocumentPreviewProps {
  item: Item
}

/** A look at a document that is a picture or text; the others are downloaded. */
export function DocumentPreview({ item }: DocumentPreviewProps) {
  const text = useAppText().mail
  // Its size is not known here; the bytes are looked at before anything is shown.
  if (!mayPreview(item.title, '', 0)) return null
  return (
    <section class="section" aria-labelledby="preview">
      <h2 id="preview">{text.preview}</h2>
      <FilePreview path={pathOf(readDocumentContent, { params: { documentId: item.objectId } })} name={item.title} />
    </section>
  )
}
