import { useEffect, useRef, useState } from 'preact/hooks'
import { type Me, readMe } from '../../shared/user.ts'
import { type FailureCode, failureOf } from '../api/api-error.ts'
import { call } from '../api/call.ts'
import { onSessionChange, renewToken, signOut } from '../api/session.ts'
import type { MailHost } from '../host/mail-host.ts'
import { forgetAnswers } from './kept-answers.ts'

type SessionState =
  | { state: 'asking' }
  | { state: 'in'; me: Me }
  | { state: 'out'; hasEnded: boolean }
  | { state: 'failed'; failure: FailureCode }

/** The session of this browser: who it is, how to ask again, how to leave. */
export interface SessionOfApp {
  session: SessionState
  ask: () => void
  leave: () => void
}

/** Follows the session: found at start, changed by signing in and out, ended by the server. */
export function useSession(host: MailHost): SessionOfApp {
  const [session, setSession] = useState<SessionState>({ state: 'asking' })
  const [round, setRound] = useState(0)
  const isLeaving = useRef(false)

  useEffect(() => {
    const stop = onSessionChange(host, me => setSession(before => sessionAfter(before, me, isLeaving.current)))
    void findSession(host).then(found => setSession(before => (before.state === 'asking' ? found : before)))
    return stop
  }, [host, round])

  return {
    session,
    ask() {
      setSession({ state: 'asking' })
      setRound(before => before + 1)
    },
    leave() {
      isLeaving.current = true
      void signOut(host).finally(() => {
        isLeaving.current = false
      })
    },
  }
}

async function findSession(host: MailHost): Promise<SessionState> {
  try {
    if (!(await renewToken(host, null))) return { state: 'out', hasEnded: false }
    return { state: 'in', me: await call(host, readMe) }
  } catch (error) {
    const failure = failureOf(error)
    return failure === 'not-signed-in' ? { state: 'out', hasEnded: false } : { state: 'failed', failure }
  }
}

function sessionAfter(before: SessionState, me: Me | null, isLeaving: boolean): SessionState {
  if (before.state === 'in' && before.me.id === me?.id) return { state: 'in', me }
  forgetAnswers()
  if (me) return { state: 'in', me }
  // Told by each request that was under way; the first has said whether it ended.
  if (before.state === 'out') return before
  return { state: 'out', hasEnded: before.state === 'in' && !isLeaving }
}
