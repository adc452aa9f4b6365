import type { Item } from '../../shared/item.ts'
import { isDocumentKind, type Kind } from '../../shared/kind.ts'
import { FailureNotice } from '../app/plain-pages.tsx'
import { useAppText } from '../app/surroundings.ts'
import { useKindWord, useOfferedKinds } from '../ui/document-types.ts'
import { useChooseAttachment } from './use-choose-attachment.ts'
import './attachment-choice.css'

interface AttachmentChoiceProps {
  itemId: string
  attachment: Item['attachments'][number]
  onItem: (item: Item) => void
}

/** Whether an attachment is a document of the file, and of what type; the two cells of its row that say so. */
export function AttachmentChoice({ itemId, attachment, onItem }: AttachmentChoiceProps) {
  const text = useAppText()
  const { position, type, documentType, keptAs } = attachment
  const name = attachment.name || text.item.noName
  const { choose, isBusy, failure } = useChooseAttachment(itemId, position, keptAs, onItem)
  return (
    <>
      <td class="faint" title={type}>
        {keptAs ? <TypeChoice name={name} now={keptAs} isBusy={isBusy} onType={choose} /> : type}
      </td>
      <td class="kept">
        <label class="check">
          <input
            type="checkbox"
            aria-label={text.attachmentChoice.tick(name)}
            checked={keptAs !== null}
            // Busy, not disabled: the keyboard's place must not be lost.
            aria-disabled={isBusy}
            onChange={() => isBusy || choose(keptAs ? null : ((documentType ?? 'document') as Kind))}
          />
          <span class="kept-word" aria-hidden="true">
            {text.attachmentChoice.column}
          </span>
        </label>
        {failure && <FailureNotice failure={failure} />}
      </td>
    </>
  )
}

interface TypeChoiceProps {
  name: string
  now: Kind
  isBusy: boolean
  onType: (type: Kind) => void
}

function TypeChoice({ name, now, isBusy, onType }: TypeChoiceProps) {
  const text = useAppText().attachmentChoice
  const wordOf = useKindWord()
  const offered = useOfferedKinds().filter(isDocumentKind)
  return (
    <select
      class="input"
      aria-label={text.type(name)}
      value={now}
      aria-disabled={isBusy}
      onChange={event => isBusy || onType(event.currentTarget.value as Kind)}
    >
      {[...offered, ...(offered.includes(now) ? [] : [now])].map(kind => (
        <option key={kind} value={kind}>
          {wordOf(kind)}
        </option>
      ))}
    </select>
  )
}
