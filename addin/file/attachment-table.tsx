import type { Item } from '../../shared/item.ts'
import type { Kind } from '../../shared/kind.ts'
import { linkTo } from '../app/page-link.ts'
import { useAppText } from '../app/surroundings.ts'
import { useLanguage, useText } from '../ui/language.ts'
import { showSize } from './show-size.ts'

interface AttachmentTableProps {
  attachments: Item['attachments']
}

/** The files that came with a mail: name, type, size. */
export function AttachmentTable({ attachments }: AttachmentTableProps) {
  const text = useAppText().item
  const words: Partial<Record<string, string>> = useText().kind satisfies Record<Kind, string>
  const language = useLanguage()
  return (
    <section class="section" aria-labelledby="attachments">
      <h2 id="attachments">{text.attachments}</h2>
      <table class="table attachments">
        <thead>
          <tr>
            <th scope="col">{text.attachmentName}</th>
            <th scope="col">{text.attachmentType}</th>
            <th scope="col">{text.attachmentSize}</th>
          </tr>
        </thead>
        <tbody>
          {attachments.map(attachment => (
            <tr key={attachment.position}>
              <th scope="row">
                {attachment.itemId ? (
                  <a class="cut" title={attachment.name} href={linkTo({ name: 'item', itemId: attachment.itemId })}>
                    {attachment.name || text.noName}
                  </a>
                ) : (
                  <span class="cut" title={attachment.name}>
                    {attachment.name || text.noName}
                  </span>
                )}
              </th>
              <td class="faint" title={attachment.type}>
                {(attachment.documentType && words[attachment.documentType]) ?? attachment.type}
              </td>
              <td class="number faint">{showSize(language, attachment.size)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p class="small faint">{text.attachmentsHint}</p>
    </section>
  )
}
