import { FlaskConical } from 'lucide'
import { useState } from 'preact/hooks'
import { type RuleTrial, testRule } from '../../shared/rule.ts'
import { call } from '../api/call.ts'
import { FailureNotice } from '../app/plain-pages.tsx'
import { useAdminText, useSurroundings } from '../app/surroundings.ts'
import { useDeed } from '../app/use-deed.ts'
import { Button } from '../ui/button.tsx'
import { bodyOf, type RuleDraft } from './rule-draft.ts'
import { TrialTable } from './trial-table.tsx'

interface TrialProps {
  draft: RuleDraft
  /** Marks what is wrong, and answers whether all is well. */
  check: () => boolean
}

/** Tries a rule that is being written on the latest mail, without saving anything. */
export function Trial({ draft, check }: TrialProps) {
  const text = useAdminText().rules
  const { host } = useSurroundings()
  const [trials, setTrials] = useState<RuleTrial[]>()
  const deed = useDeed(async () => {
    const { items } = await call(host, testRule, { body: { scope: draft.scope, ...bodyOf(draft), latest: 200 } })
    setTrials(items)
  })
  const fitting = trials?.filter(trial => trial.outcome !== 'no-match') ?? []
  return (
    <div class="trial">
      <Button icon={FlaskConical} busy={deed.isBusy} onClick={() => check() && deed.run()}>
        {text.test}
      </Button>
      <p role="status">{trials && text.tested(fitting.length, trials.length)}</p>
      {deed.failure && <FailureNotice failure={deed.failure} />}
      <TrialTable trials={fitting} />
    </div>
  )
}
