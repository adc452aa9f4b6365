import { useEffect, useRef, useState } from 'preact/hooks'
import { type FailureCode, failureOf } from '../api/api-error.ts'
import { keepAnswer, keptAnswer } from './kept-answers.ts'
import { currentVisit } from './visit.ts'

/** What is known of one question to the server. An older value stays while it is asked again. */
export interface Answer<Value> {
  state: 'waiting' | 'ready' | 'failed'
  value: Value | undefined
  failure: FailureCode | undefined
  /** Asks again, as after a change. */
  ask: () => void
  /** Puts in what a change has answered, without asking. */
  put: (value: Value) => void
}

type Kept<Value> = { name: string; value?: Value; state: Answer<Value>['state']; failure?: FailureCode }

/**
 * Asks the server whenever `name`, which stands for the whole question, changes. Late answers to an earlier
 * question are dropped. On a return by the back button the former answer shows at once and is then renewed.
 */
export function useAnswer<Value>(name: string, question: () => Promise<Value>): Answer<Value> {
  const [known, setKnown] = useState<Kept<Value>>(() => startOf<Value>(name))
  const [round, setRound] = useState(0)
  const latest = useRef(question)
  latest.current = question

  useEffect(() => {
    let isCurrent = true
    const visit = currentVisit().key
    setKnown(before => (before.name === name ? before : startOf<Value>(name)))
    latest.current().then(
      value => {
        if (!isCurrent) return
        keepAnswer(visit, name, value)
        setKnown({ name, value, state: 'ready' })
      },
      (error: unknown) => {
        if (isCurrent) setKnown(before => ({ ...before, state: 'failed', failure: failureOf(error) }))
      },
    )
    return () => {
      isCurrent = false
    }
  }, [name, round])

  const shown = known.name === name ? known : startOf<Value>(name)
  return {
    state: shown.state,
    value: shown.value,
    failure: shown.failure,
    ask: () => setRound(before => before + 1),
    put(value) {
      keepAnswer(currentVisit().key, name, value)
      setKnown({ name, value, state: 'ready' })
    },
  }
}

function startOf<Value>(name: string): Kept<Value> {
  const value = keptAnswer<Value>(name)
  return value === undefined ? { name, state: 'waiting' } : { name, value, state: 'ready' }
}
