import { useEffect, useState } from 'preact/hooks'
import { type FailureCode, failureOf } from '../api/api-error.ts'

/** What the server answered to one question of a part; what it said before stays while it is asked again. */
export interface Asked<Value> {
  value: Value | null
  failure: FailureCode | null
  ask: () => void
}

/** Asks whenever something of `about` changes, and drops late answers to an earlier question. */
export function useAsked<Value>(question: () => Promise<Value>, about: unknown[]): Asked<Value> {
  const [value, setValue] = useState<Value | null>(null)
  const [failure, setFailure] = useState<FailureCode | null>(null)
  const [round, setRound] = useState(0)

  useEffect(() => {
    let isCurrent = true
    setFailure(null)
    question().then(
      answer => isCurrent && setValue(() => answer),
      (error: unknown) => isCurrent && setFailure(failureOf(error)),
    )
    return () => {
      isCurrent = false
    }
  }, [...about, round])

  return { value, failure, ask: () => setRound(before => before + 1) }
}
