import { FailureNotice } from '../app/plain-pages.tsx'
import { useAppText } from '../app/surroundings.ts'
import { KeptTick, KeptType } from '../pane/kept-fields.tsx'
import type { Attachment, AttachmentChoosing } from '../pane/use-choose-attachment.ts'
import { formOf } from './form-of.ts'
import './attachment-choice.css'

interface AttachmentChoiceProps {
  attachment: Attachment
  choosing: AttachmentChoosing
}

/** Whether an attachment is a document of the file, and of what type; the two cells of its row that say so. */
export function AttachmentChoice({ attachment, choosing }: AttachmentChoiceProps) {
  const { item, attachmentChoice: text } = useAppText()
  const { position, type } = attachment
  const { shownAs, failure } = choosing
  const fields = { attachment, name: attachment.name || item.noName, choosing, text }
  return (
    <>
      <td class="faint" title={type}>
        {shownAs(attachment) ? <KeptType {...fields} /> : formOf(attachment)}
      </td>
      <td class="kept">
        <KeptTick {...fields}>
          <span class="kept-word" aria-hidden="true">
            {text.column}
          </span>
        </KeptTick>
        {failure?.position === position && <FailureNotice failure={failure.code} />}
      </td>
    </>
  )
}
