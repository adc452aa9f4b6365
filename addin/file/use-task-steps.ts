import { Ban, Check, CheckCheck, type IconNode, Play, RotateCcw } from 'lucide'
import { useRef } from 'preact/hooks'
import { changeActivity } from '../../shared/activity.ts'
import type { ActivityFacts } from '../../shared/activity-facts.ts'
import type { Input } from '../../shared/route.ts'
import { call } from '../api/call.ts'
import { useAppText, useSurroundings } from '../app/surroundings.ts'
import { useDeed } from '../app/use-deed.ts'
import type { Act } from './act-row.tsx'

type Change = Input<typeof changeActivity>['body']

/** The next steps of a task, by its state; marked the one that the reader is going to take. */
export function useTaskSteps(activityId: string, facts: ActivityFacts, onDone: () => void): Act[] {
  const text = useAppText().activity
  const { host, me } = useSurroundings()
  const taken = useRef<{ name: string; change: Change }>(undefined)
  const { isBusy, failure, run } = useDeed(async () => {
    await call(host, changeActivity, { params: { activityId }, body: taken.current?.change ?? {} })
    onDone()
  })
  const step = (name: string, icon: IconNode, word: string, change: Change): Act => ({
    name,
    icon,
    word,
    isBusy,
    failure: taken.current?.name === name ? failure : undefined,
    run: () => {
      taken.current = { name, change }
      run()
    },
  })

  if (facts.state === 'done' || facts.state === 'cancelled') {
    return [step('reopen', RotateCcw, text.reopen, { state: 'in-progress' })]
  }
  const isMine = facts.assigneeId === me.id
  const mayAccept = isMine && !facts.acceptedAt
  const steps = [step('finish', Check, text.finish, { state: 'done' })]
  if (facts.state === 'new') steps.unshift(step('begin', Play, text.begin, { state: 'in-progress' }))
  if (mayAccept) steps.unshift(step('accept', CheckCheck, text.accept, { accepted: true }))
  return [
    ...steps.map((one, index) => ({ ...one, isNext: isMine && index === 0 })),
    step('cancel', Ban, text.cancelTask, { state: 'cancelled' }),
  ]
}
