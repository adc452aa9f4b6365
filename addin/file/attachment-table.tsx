import { Download, Eye } from 'lucide'
import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import type { Item } from '../../shared/item.ts'
import { readAttachmentMail, readItemAttachment } from '../../shared/item-message.ts'
import { pathOf } from '../api/send.ts'
import { linkTo } from '../app/page-link.ts'
import { FailureNotice } from '../app/plain-pages.tsx'
import { useAppText, useSurroundings } from '../app/surroundings.ts'
import { useDeed } from '../app/use-deed.ts'
import { type Attachment, useChooseAttachment } from '../pane/use-choose-attachment.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { useKindWord } from '../ui/document-types.ts'
import { useLanguage } from '../ui/language.ts'
import { AttachmentChoice } from './attachment-choice.tsx'
import { fileNameOf } from './download.ts'
import { FilePreview } from './file-preview.tsx'
import { formOf } from './form-of.ts'
import { showSize } from './show-size.ts'
import { mayPreview } from './sniff-preview.ts'
import { useSaving } from './use-saving.ts'

interface AttachmentTableProps {
  item: Item
  onItem: (item: Item) => void
}

/**
 * The files that came with a mail: name, type, size, a look at them, and the document that was made of each; who may file
 * the mail says here of which one is made.
 */
export function AttachmentTable({ item, onItem }: AttachmentTableProps) {
  const { item: text, attachmentChoice } = useAppText()
  const { host } = useSurroundings()
  const choosing = useChooseAttachment({ host, text: attachmentChoice, itemId: item.id, onItem })
  const mayChoose = item.may.chooseDocuments
  return (
    <section class="section" aria-labelledby="attachments">
      <h2 id="attachments">{text.attachments}</h2>
      <table class="table attachments">
        <thead>
          <tr>
            <th scope="col">{text.attachmentName}</th>
            <th scope="col">{text.attachmentType}</th>
            {mayChoose && <th scope="col">{attachmentChoice.column}</th>}
            <th scope="col">{text.attachmentSize}</th>
            <td />
          </tr>
        </thead>
        <tbody>
          {item.attachments.map(attachment => (
            <Row key={attachment.position} itemId={item.id} attachment={attachment}>
              {mayChoose && <AttachmentChoice attachment={attachment} choosing={choosing} />}
            </Row>
          ))}
        </tbody>
      </table>
      <p class="small faint">{mayChoose ? attachmentChoice.hint : text.attachmentsHint}</p>
    </section>
  )
}

interface RowProps {
  itemId: string
  attachment: Attachment
}

/** One file; `children` are the cells of its type where that may be chosen. */
function Row({ itemId, attachment, children }: RowProps & { children: ComponentChildren }) {
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
      {children || (
        <td class="faint" title={attachment.type}>
          {attachment.documentType ? wordOf(attachment.keptAs ?? attachment.documentType) : formOf(attachment)}
        </td>
      )}
      <td class="number faint">{showSize(language, attachment.size)}</td>
      <td>
        <RowActs itemId={itemId} attachment={attachment} />
      </td>
    </tr>
  )
}

function RowActs({ itemId, attachment: { name, type, size, position } }: RowProps) {
  const text = useAppText().mail
  const save = useSaving()
  const [isOpen, setIsOpen] = useState(false)
  const params = { itemId, position }
  const path = pathOf(readItemAttachment, { params })
  const deed = useDeed(() => save(path, fileNameOf(name, '')))
  return (
    <span class="row-acts">
      {mayPreview(name, type, size) && (
        <Button look="bare" icon={Eye} aria-label={text.previewOf(name)} onClick={() => setIsOpen(true)} />
      )}
      <Button look="bare" icon={Download} busy={deed.isBusy} aria-label={text.downloadOf(name)} onClick={deed.run} />
      {deed.failure && <FailureNotice failure={deed.failure} />}
      {isOpen && (
        <Dialog title={name} onClose={() => setIsOpen(false)}>
          <FilePreview path={path} mailPath={pathOf(readAttachmentMail, { params })} name={name} />
        </Dialog>
      )}
    </span>
  )
}
