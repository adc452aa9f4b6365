import type { ComponentChildren } from 'preact'
import { isDocumentKind, type Kind } from '../../shared/kind.ts'
import type { AttachmentChoiceText } from '../text/attachments-pl.ts'
import { useKindWord, useOfferedKinds } from '../ui/document-types.ts'
import type { Attachment, AttachmentChoosing } from './use-choose-attachment.ts'

type KeptFieldProps = {
  attachment: Attachment
  /** What the attachment is called where it has no name, too. */
  name: string
  choosing: AttachmentChoosing
  text: AttachmentChoiceText
}

type KeptTickProps = KeptFieldProps & { isFixed?: boolean; children: ComponentChildren }

/** Whether an attachment of a filed mail is a document of the file; what is written beside the tick are the children. */
export function KeptTick({ attachment, name, choosing, text, isFixed, children }: KeptTickProps) {
  const now = choosing.shownAs(attachment)
  return (
    <label class="check">
      <input
        type="checkbox"
        aria-label={text.tick(name)}
        checked={now !== null}
        disabled={isFixed}
        // Busy, not disabled: the keyboard's place must not be lost.
        aria-disabled={choosing.busy !== null}
        onChange={() => choosing.choose(attachment, now ? null : typeWhenTicked(attachment))}
      />
      {children}
    </label>
  )
}

/** Of what type the document is, or would be. */
export function KeptType({ attachment, name, choosing, text, isFixed }: KeptFieldProps & { isFixed?: boolean }) {
  const wordOf = useKindWord()
  const offered = useOfferedKinds().filter(isDocumentKind)
  const now = choosing.shownAs(attachment)
  const shown = now ?? typeWhenTicked(attachment)
  return (
    <select
      class="input"
      aria-label={text.type(name)}
      value={shown}
      disabled={isFixed || now === null}
      aria-disabled={choosing.busy !== null}
      onChange={event => choosing.choose(attachment, event.currentTarget.value as Kind)}
    >
      {[...offered, ...(offered.includes(shown) ? [] : [shown])].map(kind => (
        <option key={kind} value={kind}>
          {wordOf(kind)}
        </option>
      ))}
    </select>
  )
}

/** The type that an attachment gets when it is ticked: the one it has or was guessed. */
function typeWhenTicked({ keptAs, documentType }: Attachment): Kind {
  return keptAs ?? ((documentType ?? 'document') as Kind)
}
