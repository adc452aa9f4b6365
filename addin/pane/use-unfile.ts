import { type Filed, unfileItem } from '../../shared/item.ts'
import type { Input } from '../../shared/route.ts'
import { failureOf } from '../api/api-error.ts'
import { call } from '../api/call.ts'
import { inWords } from '../api/send.ts'
import { useText } from '../ui/language.ts'
import { useToast } from '../ui/toast.tsx'
import { useHost } from './host-context.ts'
import type { LateActs } from './use-late-act.ts'

/** Takes a message out of a file, or out of one case of it only, with time to undo. */
export function useUnfile({ start }: LateActs<Filed>, onDone: () => Promise<void>) {
  const host = useHost()
  const text = useText()
  const toast = useToast()

  async function send(parts: Input<typeof unfileItem>) {
    try {
      await call(host, unfileItem, parts)
    } catch (error) {
      // What is gone already was unfiled by somebody else.
      if (failureOf(error) !== 'not-found')
        toast({ message: `${text.filed.unfileFailed} ${text.failure[failureOf(error)]}` })
    }
    await onDone()
  }

  return (filed: Filed, { fromCaseOnly, place }: { fromCaseOnly: boolean; place: string }) => {
    const { itemId, caseId } = filed
    const parts = { params: { itemId }, querystring: fromCaseOnly && caseId ? { caseId } : {} }
    start({
      message: text.filed.unfiled(place),
      hides: other => other.itemId === filed.itemId && other.caseId === filed.caseId,
      send: () => send(parts),
      asked: inWords(unfileItem, parts),
    })
  }
}
