import { useEffect, useRef, useState } from 'preact/hooks'
import type { Input, Output } from '../../shared/route.ts'
import { type RuleTrial, replayRule } from '../../shared/rule.ts'
import { type FailureCode, failureOf } from '../api/api-error.ts'
import { call } from '../api/call.ts'
import { useSurroundings } from '../app/surroundings.ts'

const AT_ONCE = 50

/** How far a replay has come: looking what it would do, doing it. */
export interface Replay {
  state: 'looking' | 'looked' | 'doing' | 'done' | 'failed'
  /** How many mails were looked at, and those that the rule fits. */
  seen: number
  trials: RuleTrial[]
  failure?: FailureCode
  /** Looks again, as after a failure. */
  look: () => void
  apply: () => void
}

/** Goes through all earlier mail part by part; leaving stops it between two parts, and what is done stays done. */
export function useReplay(ruleId: string): Replay {
  const { host } = useSurroundings()
  const [progress, setProgress] = useState<Omit<Replay, 'look' | 'apply'>>({ state: 'looking', seen: 0, trials: [] })
  const run = useRef(0)

  async function go(preview: boolean) {
    run.current += 1
    const mine = run.current
    let [cursor, seen, trials]: [string | null, number, RuleTrial[]] = [null, 0, []]
    const show = (state: Replay['state'], failure?: FailureCode) =>
      mine === run.current && setProgress({ state, seen, trials, ...(failure && { failure }) })
    show(preview ? 'looking' : 'doing')
    try {
      do {
        const body: Input<typeof replayRule>['body'] = { preview, limit: AT_ONCE, ...(cursor && { cursor }) }
        const part: Output<typeof replayRule> = await call(host, replayRule, { params: { ruleId }, body })
        cursor = part.next
        seen += part.seen
        trials = [...trials, ...part.items]
        show(preview ? 'looking' : 'doing')
      } while (cursor && mine === run.current)
      show(preview ? 'looked' : 'done')
    } catch (error) {
      show('failed', failureOf(error))
    }
  }

  useEffect(() => {
    void go(true)
    return () => {
      run.current += 1
    }
  }, [ruleId])

  return { ...progress, look: () => void go(true), apply: () => void go(false) }
}
