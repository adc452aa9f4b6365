import { FlaskConical } from 'lucide'
import { useState } from 'preact/hooks'
import type { Viewer } from '../../shared/audience.ts'
import { type RuleTrial, testRule } from '../../shared/rule.ts'
import { call } from '../api/call.ts'
import type { Choices } from '../app/people-picker.tsx'
import { FailureNotice } from '../app/plain-pages.tsx'
import { useAdminText, useSurroundings } from '../app/surroundings.ts'
import { useDeed } from '../app/use-deed.ts'
import { Button } from '../ui/button.tsx'
import { bodyOf, type RuleDraft } from './rule-draft.ts'
import { SeenBy } from './seen-by.tsx'
import { TrialTable } from './trial-table.tsx'

interface TrialProps {
  draft: RuleDraft
  choices: Choices | undefined
  /** Marks what is wrong, and answers whether all is well. */
  check: () => boolean
}

/** Tries a rule that is being written on the latest mail, without saving anything. */
export function Trial({ draft, choices, check }: TrialProps) {
  const text = useAdminText().rules
  const { host, me } = useSurroundings()
  const [trials, setTrials] = useState<RuleTrial[]>()
  const [viewers, setViewers] = useState<Viewer[] | null>(null)
  const deed = useDeed(async () => {
    const body = { scope: draft.scope, ...bodyOf(draft, choices, me.id), latest: 200 }
    const answer = await call(host, testRule, { body })
    setTrials(answer.items)
    setViewers(answer.viewers)
  })
  const fitting = trials?.filter(trial => trial.outcome !== 'no-match') ?? []
  return (
    <div class="trial">
      <Button icon={FlaskConical} busy={deed.isBusy} onClick={() => check() && deed.run()}>
        {text.test}
      </Button>
      <p role="status">{trials && text.tested(fitting.length, trials.length)}</p>
      <SeenBy viewers={viewers} />
      {deed.failure && <FailureNotice failure={deed.failure} />}
      <TrialTable trials={fitting} />
    </div>
  )
}
