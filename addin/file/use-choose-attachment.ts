import { useRef } from 'preact/hooks'
import { type Item, readItem } from '../../shared/item.ts'
import { chooseAttachment } from '../../shared/item-message.ts'
import type { Kind } from '../../shared/kind.ts'
import { failureOf } from '../api/api-error.ts'
import { call } from '../api/call.ts'
import { useAppText, useSurroundings } from '../app/surroundings.ts'
import { useDeed } from '../app/use-deed.ts'
import { useText } from '../ui/language.ts'
import { useToast } from '../ui/toast.tsx'

/** What an attachment is in the file: a document of a type, or null: it only stays with its mail. */
export type KeptAs = Kind | null

/** Says what an attachment of a mail is in its file, and how to take that back. */
export function useChooseAttachment(itemId: string, position: number, keptAs: KeptAs, onItem: (item: Item) => void) {
  const text = useAppText().attachmentChoice
  const words = useText()
  const { host } = useSurroundings()
  const toast = useToast()
  const wanted = useRef<KeptAs>(null)

  async function put(type: KeptAs) {
    await call(host, chooseAttachment, { params: { itemId, position }, body: { type } })
    const item = await call(host, readItem, { params: { itemId } })
    onItem(item)
    return item.attachments.find(one => one.position === position)?.keptAs ?? null
  }

  const tellOf = (type: KeptAs, now: KeptAs) => {
    if (type !== null) return text.kept
    return now === null ? text.takenOut : text.stays
  }
  const deed = useDeed(async () => {
    const type = wanted.current
    const before = keptAs
    toast({ message: tellOf(type, await put(type)), onUndo: () => void undo(before) })
  })
  const undo = (before: KeptAs) =>
    put(before).then(
      now => toast({ message: tellOf(before, now) }),
      (error: unknown) => toast({ message: words.failure[failureOf(error)] }),
    )
  return {
    choose(type: KeptAs) {
      wanted.current = type
      deed.run()
    },
    isBusy: deed.isBusy,
    failure: deed.failure,
  }
}
