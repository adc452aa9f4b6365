import { Download, Eye } from 'lucide'
import { useState } from 'preact/hooks'
import type { Item } from '../../shared/item.ts'
import { readItemAttachment } from '../../shared/item-message.ts'
import { pathOf } from '../api/send.ts'
import { linkTo } from '../app/page-link.ts'
import { FailureNotice } from '../app/plain-pages.tsx'
import { useAppText, useSurroundings } from '../app/surroundings.ts'
import { useDeed } from '../app/use-deed.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { useKindWord } from '../ui/document-types.ts'
import { useLanguage } from '../ui/language.ts'
import { download, fileNameOf } from './download.ts'
import { FilePreview } from './file-preview.tsx'
import { showSize } from './show-size.ts'
import { mayPreview } from './sniff-preview.ts'

type Attachment = Item['attachments'][number]

interface AttachmentTableProps {
  itemId: string
  attachments: Attachment[]
}

/** The files that came with a mail: name, type, size, a look at them, and the document that was made of each. */
export function AttachmentTable({ itemId, attachments }: AttachmentTableProps) {
  const { item: text } = useAppText()
  return (
    <section class="section" aria-labelledby="attachments">
      <h2 id="attachments">{text.attachments}</h2>
      <table class="table attachments">
        <thead>
          <tr>
            <th scope="col">{text.attachmentName}</th>
            <th scope="col">{text.attachmentType}</th>
            <th scope="col">{text.attachmentSize}</th>
            <td />
          </tr>
        </thead>
        <tbody>
          {attachments.map(attachment => (
            <Row key={attachment.position} itemId={itemId} attachment={attachment} />
          ))}
        </tbody>
      </table>
      <p class="small faint">{text.attachmentsHint}</p>
    </section>
  )
}

interface RowProps {
  itemId: string
  attachment: Attachment
}

function Row({ itemId, attachment }: RowProps) {
  const text = useAppText().item
  const wordOf = useKindWord()
  const language = useLanguage()
  const name = attachment.name || text.noName
  return (
    <tr>
      <th scope="row">
        {attachment.itemId ? (
          <a class="cut" title={name} href={linkTo({ name: 'item', itemId: attachment.itemId })}>
            {name}
          </a>
        ) : (
          <span class="cut" title={name}>
            {name}
          </span>
        )}
      </th>
      <td class="faint" title={attachment.type}>
        {attachment.documentType ? wordOf(attachment.documentType) : attachment.type}
      </td>
      <td class="number faint">{showSize(language, attachment.size)}</td>
      <td>
        <RowActs itemId={itemId} attachment={attachment} />
      </td>
    </tr>
  )
}

function RowActs({ itemId, attachment: { name, type, size, position } }: RowProps) {
  const text = useAppText().mail
  const { host } = useSurroundings()
  const [isOpen, setIsOpen] = useState(false)
  const path = pathOf(readItemAttachment, { params: { itemId, position } })
  const deed = useDeed(() => download(host, path, fileNameOf(name, '')))
  return (
    <span class="row-acts">
      {mayPreview(name, type, size) && (
        <Button look="bare" icon={Eye} aria-label={text.previewOf(name)} onClick={() => setIsOpen(true)} />
      )}
      <Button look="bare" icon={Download} busy={deed.isBusy} aria-label={text.downloadOf(name)} onClick={deed.run} />
      {deed.failure && <FailureNotice failure={deed.failure} />}
      {isOpen && (
        <Dialog title={name} onClose={() => setIsOpen(false)}>
          <FilePreview path={path} name={name} />
        </Dialog>
      )}
    </span>
  )
}
