import { useRef, useState } from 'preact/hooks'
import { type Filed, unfileItem } from '../../shared/item.ts'
import { failureOf } from '../api/api-error.ts'
import { call } from '../api/call.ts'
import { useText } from '../ui/language.ts'
import { useToast } from '../ui/toast.tsx'
import { useHost } from './host-context.ts'

/**
 * Unfiles with ten seconds to undo. The server is told when they are over (or the pane goes away), because only what was
 * never taken out comes back whole: with its own circle, comments and documents.
 */
export function useUnfile(onDone: () => Promise<void>) {
  const host = useHost()
  const text = useText()
  const toast = useToast()
  const [leaving, setLeaving] = useState<Filed | null>(null)
  const settle = useRef(async () => {})

  function unfile(filed: Filed, { fromCaseOnly, place }: { fromCaseOnly: boolean; place: string }) {
    setLeaving(filed)
    let over: Promise<void> | null = null
    const finish = () => {
      over ??= send(filed, fromCaseOnly)
      return over
    }
    settle.current = finish
    toast({
      message: text.filed.unfiled(place),
      onUndo: () => {
        over = Promise.resolve()
        setLeaving(null)
      },
      onEnd: () => void finish(),
    })
  }

  async function send({ itemId, caseId }: Filed, fromCaseOnly: boolean) {
    const querystring = fromCaseOnly && caseId ? { caseId } : {}
    try {
      await call(host, unfileItem, { params: { itemId }, querystring })
    } catch (error) {
      // What is gone already was unfiled by somebody else.
      if (failureOf(error) !== 'not-found')
        toast({ message: `${text.filed.unfileFailed} ${text.failure[failureOf(error)]}` })
    }
    await onDone()
    setLeaving(null)
  }

  return { leaving, unfile, settle: () => settle.current() }
}
