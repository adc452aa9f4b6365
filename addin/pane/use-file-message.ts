import { useState } from 'preact/hooks'
import { type FailureCode, failureOf } from '../api/api-error.ts'
import type { OpenMessage } from '../host/mail-host.ts'
import type { Text } from '../text/pl.ts'
import { useText } from '../ui/language.ts'
import { useToast } from '../ui/toast.tsx'
import { noNumber, numberOf } from '../ui/use-own-number.ts'
import { type FilingChoice, type FilingOutcome, fileMessage } from './file-message.ts'
import { useHost } from './host-context.ts'
import type { Place } from './place.ts'
import { mayWait, numberWaiting, waitingFiling } from './queue-filing.ts'
import { readToSend, type ToSend } from './read-to-send.ts'

type Steps = {
  message: OpenMessage
  before: () => Promise<void>
  onCase: (place: Place) => void
  onDone: () => Promise<void>
}

/** Files the open message once per press, and says how that went. */
export function useFileMessage({ message, before, onCase, onDone }: Steps) {
  const host = useHost()
  const text = useText()
  const toast = useToast()
  /** Of the case that may have been opened without our hearing of it, whatever its title is by now. */
  const [number, setNumber] = useState(noNumber)
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<FailureCode | null>(null)

  async function file(chosen: Omit<FilingChoice, 'caseNumber'>, place: string) {
    const { contractorId, newTitle } = chosen
    const isNew = chosen.place === 'new'
    if (busy || (isNew && !newTitle.trim())) return
    setBusy(true)
    setFailure(null)
    // Read now and once: by the time that the server has answered, or has not, another mail may be selected.
    const reading = readToSend(host)
    reading.catch(() => undefined)
    const waiting = isNew ? await numberWaiting(host, chosen) : null
    const choice = { ...chosen, caseNumber: waiting ?? numberOf(number, { contractorId }) }
    const isOver = host.keepFiling?.(waitingFiling(message, choice, place))
    let opened = choice.place
    const handleCase = (now: Place) => {
      opened = now
      setNumber(noNumber())
      onCase(now)
    }
    try {
      await before()
      const { send } = await reading
      toast({ message: outcome(text, await fileMessage(host, send, choice, handleCase), place) })
      await onDone()
    } catch (error) {
      const isKept = mayWait(host, failureOf(error)) && (await keep(reading, { ...choice, place: opened }, place))
      if (isKept) setNumber(noNumber())
      else setFailure(failureOf(error))
    }
    isOver?.()
    setBusy(false)
  }

  /** The decision is not lost when the server is away: the mail program sends it later. */
  async function keep(reading: Promise<ToSend>, choice: FilingChoice, place: string): Promise<boolean> {
    try {
      const { source } = await reading
      if (!source) return false
      await host.queue?.add(waitingFiling(message, choice, place), source)
      toast({ message: text.queue.added })
      return true
    } catch {
      return false
    }
  }

  return { busy, failure, file }
}

function outcome(text: Text, { action, isTitled }: FilingOutcome, place: string): string {
  if (action === 'pending') return text.filing.pending
  if (!isTitled) return text.ownTitle.notKept(place)
  return action === 'file' ? text.filing.done(place) : text.filing.refused
}
