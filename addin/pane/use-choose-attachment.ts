import { useEffect, useRef, useState } from 'preact/hooks'
import { type Item, readItem } from '../../shared/item.ts'
import { chooseAttachment } from '../../shared/item-message.ts'
import type { Kind } from '../../shared/kind.ts'
import { type FailureCode, failureOf } from '../api/api-error.ts'
import { call } from '../api/call.ts'
import { inWords } from '../api/send.ts'
import type { MailHost } from '../host/mail-host.ts'
import type { AttachmentChoiceText } from '../text/attachments-pl.ts'
import { useText } from '../ui/language.ts'
import { useToast } from '../ui/toast.tsx'
import { useLateAct } from './use-late-act.ts'

/** One attachment of a filed mail. */
export type Attachment = Item['attachments'][number]

/** What an attachment is in the file: a document of a type, or null: it only stays with its mail. */
export type KeptAs = Kind | null

interface ChooseOptions {
  host: MailHost
  text: AttachmentChoiceText
  itemId: string
  /** Called with the mail as it is after a change, as long as it is on screen. */
  onItem: (item: Item) => void
}

/** The choices of one mail: how each attachment is shown, how it is chosen otherwise, and how that goes. */
export interface AttachmentChoosing {
  shownAs: (attachment: Attachment) => KeptAs
  choose: (attachment: Attachment, type: KeptAs) => void
  /** The position of the attachment of which the server is being told. */
  busy: number | null
  failure: { position: number; code: FailureCode } | null
}

/**
 * Says which attachments of a filed mail are documents of its file, and takes that back. A document is taken out only when
 * the time to undo is over: with its own title, pin and circle it comes back only as long as it never left.
 */
export function useChooseAttachment({ host, text, itemId, onItem }: ChooseOptions): AttachmentChoosing {
  const toast = useToast()
  const words = useText()
  const acts = useLateAct<Attachment>()
  const isThere = useIsThere(itemId)
  const [busy, setBusy] = useState<number | null>(null)
  const [failure, setFailure] = useState<AttachmentChoosing['failure']>(null)

  const partsOf = (position: number, type: KeptAs) => ({ params: { itemId, position }, body: { type } })

  async function put({ position }: Attachment, type: KeptAs) {
    await call(host, chooseAttachment, partsOf(position, type))
    const item = await call(host, readItem, { params: { itemId } })
    if (isThere(itemId)) onItem(item)
    return item.attachments.find(one => one.position === position)?.keptAs ?? null
  }

  const tell = (type: KeptAs, now: KeptAs) => {
    if (type !== null) return text.kept
    return now === null ? text.takenOut : text.stays
  }
  const tellFailure = (error: unknown) => toast({ message: words.failure[failureOf(error)] })

  function takeOut(attachment: Attachment) {
    const tellWhereItStays = (now: KeptAs) => {
      if (now !== null) toast({ message: text.stays })
    }
    acts.start({
      message: text.takenOut,
      hides: other => other.position === attachment.position,
      send: () => put(attachment, null).then(tellWhereItStays, tellFailure),
      asked: inWords(chooseAttachment, partsOf(attachment.position, null)),
    })
  }

  async function keep(attachment: Attachment, type: Kind) {
    const before = attachment.keptAs
    const isBack = acts.pending?.hides(attachment)
    if (isBack) acts.drop()
    if (isBack && type === before) return toast({ message: text.kept })
    await put(attachment, type)
    const undo = () => put(attachment, before).then(now => toast({ message: tell(before, now) }), tellFailure)
    toast({ message: text.kept, onUndo: () => void undo() })
  }

  async function choose(attachment: Attachment, type: KeptAs) {
    const { position } = attachment
    setBusy(position)
    setFailure(null)
    try {
      if (!acts.pending?.hides(attachment)) await acts.settle()
      if (type === null) takeOut(attachment)
      else await keep(attachment, type)
    } catch (error) {
      setFailure({ position, code: failureOf(error) })
    }
    setBusy(null)
  }

  return {
    shownAs: attachment => (acts.pending?.hides(attachment) ? null : attachment.keptAs),
    choose: (attachment, type) => void (busy === null && choose(attachment, type)),
    busy,
    failure,
  }
}

/** Tells whether the mail is still on screen when a late answer comes. */
function useIsThere(itemId: string) {
  const shown = useRef<string | null>(itemId)
  shown.current = itemId
  useEffect(
    () => () => {
      shown.current = null
    },
    [],
  )
  return (id: string) => shown.current === id
}
