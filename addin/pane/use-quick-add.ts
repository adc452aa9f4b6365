import { useState } from 'preact/hooks'
import { createActivity } from '../../shared/activity.ts'
import type { Priority } from '../../shared/activity-facts.ts'
import { isDuration } from '../../shared/duration.ts'
import { type FailureCode, failureOf } from '../api/api-error.ts'
import { call } from '../api/call.ts'
import type { OpenMessage } from '../host/mail-host.ts'
import { useText } from '../ui/language.ts'
import { localMinute } from '../ui/local-minute.ts'
import { useToast } from '../ui/toast.tsx'
import { caseTitleOf } from './case-title.ts'
import { useHost } from './host-context.ts'
import { caseIdOf, type Place } from './place.ts'

const MINUTE_MS = 60_000

/** What is written down beside a mail. */
export type QuickKind = 'call' | 'meeting' | 'task' | 'note'

/** What is typed into a quick addition. */
export interface QuickWords {
  title: string
  /** Local time as its field writes it, without a zone. */
  when: string
  /** How long it took; empty where nobody says. */
  minutes: string
  /** With whom; null until it is known who there is to choose from. */
  personId: string | null
  dueOn: string
  priority: Priority
  /** Empty for the one who writes it down. */
  assigneeId: string
  direction: 'in' | 'out'
  note: string
}

/** What the mail gives: its subject as the title and, where a link will not say it, the mail in words as the origin. */
export function wordsFrom(message: OpenMessage, origin: ((who: string, subject: string) => string) | null): QuickWords {
  const [sender] = message.from
  const who = sender?.name || sender?.address || ''
  return {
    title: caseTitleOf(message.subject),
    when: localMinute(new Date()),
    minutes: '',
    personId: null,
    dueOn: '',
    priority: 'normal',
    assigneeId: '',
    direction: 'in',
    note: origin?.(who, message.subject) ?? '',
  }
}

type Steps = {
  kind: QuickKind
  message: OpenMessage
  contractorId: string
  numberOf: (content: object) => string
  onDone: () => Promise<void>
  onClose: () => void
}

/** Saves a quick addition once per press, and says how that went. */
export function useQuickAdd({ kind, message, contractorId, numberOf, onDone, onClose }: Steps) {
  const host = useHost()
  const text = useText()
  const toast = useToast()
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<FailureCode | null>(null)

  async function add(words: QuickWords, place: Place, viewers: string[] | null) {
    if (busy || !words.title.trim() || !isDuration(words.minutes)) return
    setBusy(true)
    setFailure(null)
    try {
      const caseId = caseIdOf(place)
      const body = {
        kind,
        contractorId,
        ...(caseId && { caseId }),
        ...(viewers && { audience: { users: viewers } }),
        ...originOf(message),
        ...factsOf(kind, words),
      }
      await call(host, createActivity, { body: { id: numberOf(body), ...body } })
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

/** The mail by what is known of it here, so that both are linked, now or once it is filed. */
function originOf({ messageId, from: [sender] }: OpenMessage) {
  return messageId && sender ? { fromMail: { messageId, sender: sender.address } } : {}
}

function factsOf(kind: QuickKind, { title, note, direction, ...words }: QuickWords) {
  return {
    title: title.trim(),
    ...(note.trim() && { note: note.trim() }),
    ...((kind === 'call' || kind === 'meeting') && timeOf(words)),
    ...(kind === 'call' && { direction }),
    ...(kind === 'task' && taskOf(words)),
  }
}

function timeOf({ when, minutes, personId }: Pick<QuickWords, 'when' | 'minutes' | 'personId'>) {
  const start = when === '' ? null : new Date(when)
  const end = start && minutes !== '' ? new Date(start.getTime() + Number(minutes) * MINUTE_MS) : null
  return {
    ...(start && { startsAt: start.toISOString() }),
    ...(end && { endsAt: end.toISOString() }),
    ...(personId && { personId }),
  }
}

function taskOf({ dueOn, priority, assigneeId }: Pick<QuickWords, 'dueOn' | 'priority' | 'assigneeId'>) {
  return { ...(dueOn && { dueOn }), ...(priority !== 'normal' && { priority }), ...(assigneeId && { assigneeId }) }
}
