import { useState } from 'preact/hooks'
import { type FailureCode, failureOf } from '../api/api-error.ts'

/** Something that a form or button asks of the server: whether it is under way, why it did not work, and how to do it. */
export interface Deed {
  isBusy: boolean
  failure: FailureCode | undefined
  run: () => void
}

/** Does `work` when it is told to, once at a time. */
export function useDeed(work: () => Promise<void>): Deed {
  const [isBusy, setIsBusy] = useState(false)
  const [failure, setFailure] = useState<FailureCode>()

  async function run() {
    setIsBusy(true)
    setFailure(undefined)
    try {
      await work()
    } catch (error) {
      setFailure(failureOf(error))
    }
    setIsBusy(false)
  }

  return { isBusy, failure, run: () => void (isBusy || run()) }
}
