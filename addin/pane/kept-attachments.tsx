import { useCallback, useEffect, useState } from 'preact/hooks'
import { type Item, readItem } from '../../shared/item.ts'
import { type FailureCode, failureOf } from '../api/api-error.ts'
import { call } from '../api/call.ts'
import { attachmentsEn } from '../text/attachments-en.ts'
import { attachmentsPl } from '../text/attachments-pl.ts'
import { Button } from '../ui/button.tsx'
import { useLanguage, useText } from '../ui/language.ts'
import { Notice } from '../ui/notice.tsx'
import { Late, SkeletonRows } from '../ui/skeleton.tsx'
import { useBesideText } from './beside-text.ts'
import { useHost } from './host-context.ts'
import { KeptTick, KeptType } from './kept-fields.tsx'
import { type Attachment, type AttachmentChoosing, useChooseAttachment } from './use-choose-attachment.ts'

type KeptAttachmentsProps = {
  itemId: string
  /** Called when other attachments are documents than before. */
  onChanged: () => Promise<void>
}

/** Which attachments of a filed mail are documents of its file, and of what type: chosen later, as on the mail's page. */
export function KeptAttachments({ itemId, onChanged }: KeptAttachmentsProps) {
  const host = useHost()
  const words = useText()
  const text = useAttachmentText()
  const { lead } = useBesideText().attachments
  const { item, failure, ask, put } = useItem(itemId)
  const handleItem = (next: Item) => {
    put(next)
    void onChanged()
  }
  const choosing = useChooseAttachment({ host, text, itemId, onItem: handleItem })

  if (failure) {
    return (
      <Notice>
        <p>{words.failure[failure]}</p>
        <Button onClick={ask}>{words.tryAgain}</Button>
      </Notice>
    )
  }
  if (!item) {
    return (
      <Late>
        <SkeletonRows rows={2} />
      </Late>
    )
  }
  const mayChoose = item.may.chooseDocuments
  return (
    <fieldset class="carried" aria-label={text.column}>
      <p class="small faint">{mayChoose ? lead : words.failure['not-allowed']}</p>
      <ul>
        {item.attachments.map(one => (
          <Row key={one.position} attachment={one} choosing={choosing} isFixed={!mayChoose} />
        ))}
      </ul>
    </fieldset>
  )
}

type RowProps = { attachment: Attachment; choosing: AttachmentChoosing; isFixed: boolean }

function Row({ attachment, choosing, isFixed }: RowProps) {
  const words = useText()
  const text = useAttachmentText()
  const { nameless } = useBesideText().attachments
  const name = attachment.name || nameless
  const fields = { attachment, name, choosing, text, isFixed }
  const failure = choosing.failure?.position === attachment.position ? choosing.failure.code : null
  // A file that somebody put in by hand is no document of this mail, and stands there all the same.
  const isThere = attachment.itemId !== null && attachment.keptAs === null
  return (
    <li>
      <KeptTick {...fields}>
        <span class="cut" title={name}>
          {name}
        </span>
      </KeptTick>
      <KeptType {...fields} />
      {isThere && <p class="small faint">{text.sameFile}</p>}
      {failure && <Notice>{words.failure[failure]}</Notice>}
    </li>
  )
}

/** The mail as the server has it. */
function useItem(itemId: string) {
  const host = useHost()
  const [item, put] = useState<Item | null>(null)
  const [failure, setFailure] = useState<FailureCode | null>(null)
  const ask = useCallback(() => {
    setFailure(null)
    call(host, readItem, { params: { itemId } }).then(put, (error: unknown) => setFailure(failureOf(error)))
  }, [host, itemId])
  useEffect(ask, [ask])
  return { item, failure, ask, put }
}

function useAttachmentText() {
  return (useLanguage() === 'pl' ? attachmentsPl : attachmentsEn).attachmentChoice
}
