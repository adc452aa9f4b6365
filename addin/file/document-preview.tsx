import { readDocumentContent, readDocumentMail } from '../../shared/document.ts'
import type { Item } from '../../shared/item.ts'
import { pathOf } from '../api/send.ts'
import { useAppText } from '../app/surroundings.ts'
import { DocumentWords } from './document-words.tsx'
import { FilePreview } from './file-preview.tsx'
import { mayPreview } from './sniff-preview.ts'

interface DocumentPreviewProps {
  item: Item
}

/** A look at a document: a PDF, picture or text as it is, of others the words that were read in it. */
export function DocumentPreview({ item }: DocumentPreviewProps) {
  const text = useAppText().mail
  const { file, textState } = item
  if (!file) return null
  const isShown = mayPreview(file.name, file.type, file.size)
  // A scan of which nothing was read has nothing to show but itself.
  const hasWords = textState === 'read' || textState === 'part'
  if (!isShown && !hasWords) return null
  const params = { documentId: item.objectId }
  return (
    <section class="section" aria-labelledby="preview">
      <h2 id="preview">{text.preview}</h2>
      {isShown ? (
        <FilePreview
          path={pathOf(readDocumentContent, { params })}
          mailPath={pathOf(readDocumentMail, { params })}
          name={file.name}
        />
      ) : (
        <DocumentWords documentId={item.objectId} />
      )}
    </section>
  )
}
