import { useCallback, useLayoutEffect, useRef, useState } from 'preact/hooks'
import { isForwardSubject } from '../../shared/forward-subject.ts'
import { chooseContractor, type Lookup } from '../../shared/lookup.ts'
import { threadOf } from '../../shared/thread.ts'
import { type FailureCode, failureOf } from '../api/api-error.ts'
import { call } from '../api/call.ts'
import type { MailAddress, MailHost, OpenMessage } from '../host/mail-host.ts'
import { askLookup } from './ask-lookup.ts'
import type { Choice } from './choice.ts'
import { isSameDraft } from './is-same-draft.ts'
import { lookupQuestion } from './lookup-question.ts'
import { useNews } from './use-news.ts'

/** What was asked and what the server answered. */
export interface Shown {
  message: OpenMessage
  choice: Choice | null
  lookup: Lookup
}

/** The file beside a message. `shown` may still be that of the message before. */
export interface LookupState {
  shown: Shown | null
  failure: FailureCode | null
  choose: (choice: Choice) => void
  /** Asks again; over when the answer is on screen. */
  refresh: () => Promise<void>
}

interface Wanted {
  message: OpenMessage
  choice: Choice | null
  /** From whom a forwarded mail came first. */
  forwarded: MailAddress[]
}

/** Looks up the open message, keeps the answer current, and drops late answers about earlier questions. */
export function useLookup(host: MailHost, message: OpenMessage): LookupState {
  const [shown, setShown] = useState<Shown | null>(null)
  const [failure, setFailure] = useState<FailureCode | null>(null)
  const wanted = useRef<Wanted>({ message, choice: null, forwarded: [] })
  const asked = useRef(0)

  const ask = useCallback(async () => {
    asked.current += 1
    const question = asked.current
    const { message, choice, forwarded } = wanted.current
    try {
      const lookup = await askLookup(host, lookupQuestion(message, choice?.id, forwarded))
      if (question !== asked.current) return
      // Until somebody chooses here, what was chosen for this thread before counts.
      setShown(before => sameOr(before, { message, choice: choice ?? lookup.chosen, lookup }))
      setFailure(null)
    } catch (error) {
      if (question !== asked.current) return
      if (failureOf(error) !== 'not-found' || !choice) return setFailure(failureOf(error))
      // The chosen file is gone or no longer open to this user.
      wanted.current = { message, choice: null, forwarded }
      await ask()
    }
  }, [host])

  // Not after the next frame: nothing of this mail is drawn before the answer.
  useLayoutEffect(() => {
    asked.current += 1
    setFailure(null)
    const before = wanted.current
    const choice = isSameDraft(before.message, message) ? before.choice : null
    wanted.current = { message, choice, forwarded: [] }
    void ask()
    let isCurrent = true
    // The file of whoever forwards stands there meanwhile.
    void forwardedTo(host, message).then(forwarded => {
      if (!isCurrent || forwarded.length === 0) return
      wanted.current = { ...wanted.current, forwarded }
      void ask()
    })
    return () => {
      isCurrent = false
      asked.current += 1
    }
  }, [host, message, ask])

  const choose = useCallback(
    (choice: Choice) => {
      wanted.current = { ...wanted.current, message, choice }
      void remember(host, message, choice)
      void ask()
    },
    [host, message, ask],
  )
  useNews(host, ask)

  return { shown, failure, choose, refresh: ask }
}

/** The words are read of such mails only, since every mail that somebody opens passes here. */
async function forwardedTo(host: MailHost, message: OpenMessage): Promise<MailAddress[]> {
  if (message.draft || !isForwardSubject(message.subject)) return []
  return (await import('./read-forwarded.ts')).readForwarded(host, message)
}

/** An answer that says nothing new leaves the screen alone. */
function sameOr(before: Shown | null, next: Shown): Shown {
  return before?.message === next.message && JSON.stringify(before) === JSON.stringify(next) ? before : next
}

/** Keeps a choice for the whole thread, wherever the user reads it next. It holds here in any case. */
async function remember(host: MailHost, message: OpenMessage, { id }: Choice) {
  const thread = threadOf(message)
  if (thread) await call(host, chooseContractor, { body: { thread, contractorId: id } }).catch(() => undefined)
}
