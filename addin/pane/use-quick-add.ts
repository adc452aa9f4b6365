import { useState } from 'preact/hooks'
import { createActivity } from '../../shared/activity.ts'
import { type FailureCode, failureOf } from '../api/api-error.ts'
import { call } from '../api/call.ts'
import type { OpenMessage } from '../host/mail-host.ts'
import { useText } from '../ui/language.ts'
import { localMinute } from '../ui/local-minute.ts'
import { useToast } from '../ui/toast.tsx'
import { caseTitleOf } from './case-title.ts'
import { useHost } from './host-context.ts'
import { caseIdOf, type Place } from './place.ts'

/** What is written down beside a mail. */
export type QuickKind = 'call' | 'meeting' | 'task' | 'note'

/** What is typed into a quick addition. */
export interface QuickWords {
  title: string
  /** Local time as its field writes it, without a zone. */
  when: string
  dueOn: string
  direction: 'in' | 'out'
  note: string
}

/** What the mail gives: its subject as the title, and the mail itself as the origin. */
export function wordsFrom(message: OpenMessage, origin: (who: string, subject: string) => string): QuickWords {
  const [sender] = message.from
  const who = sender?.name || sender?.address || ''
  return {
    title: caseTitleOf(message.subject),
    when: localMinute(new Date()),
    dueOn: '',
    direction: 'in',
    note: origin(who, message.subject),
  }
}

type Steps = { kind: QuickKind; contractorId: string; onDone: () => Promise<void>; onClose: () => void }

/** Saves a quick addition once per press, and says how that went. */
export function useQuickAdd({ kind, contractorId, onDone, onClose }: Steps) {
  const host = useHost()
  const text = useText()
  const toast = useToast()
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<FailureCode | null>(null)

  async function add(words: QuickWords, place: Place) {
    if (busy || !words.title.trim()) return
    setBusy(true)
    setFailure(null)
    try {
      const caseId = caseIdOf(place)
      await call(host, createActivity, {
        body: { kind, contractorId, ...(caseId && { caseId }), ...factsOf(kind, words) },
      })
      toast({ message: text.quick.done(words.title.trim()) })
      await onDone()
      onClose()
    } catch (error) {
      setFailure(failureOf(error))
    }
    setBusy(false)
  }

  return { busy, failure, add }
}

function factsOf(kind: QuickKind, { title, when, dueOn, direction, note }: QuickWords) {
  const hasTime = (kind === 'call' || kind === 'meeting') && when !== ''
  return {
    title: title.trim(),
    ...(note.trim() && { note: note.trim() }),
    ...(hasTime && { startsAt: new Date(when).toISOString() }),
    ...(kind === 'call' && { direction }),
    ...(kind === 'task' && dueOn && { dueOn }),
  }
}
