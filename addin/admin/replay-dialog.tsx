import type { Rule, RuleTrial } from '../../shared/rule.ts'
import { FailureNotice } from '../app/plain-pages.tsx'
import { useAdminText } from '../app/surroundings.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { TrialTable } from './trial-table.tsx'
import { type Replay, useReplay } from './use-replay.ts'

interface ReplayDialogProps {
  rule: Rule
  onClose: () => void
}

/** Shows what a rule would do with earlier mail, and does it when told to. */
export function ReplayDialog({ rule, onClose }: ReplayDialogProps) {
  const text = useAdminText().rules
  const replay = useReplay(rule.id)
  const deeds = replay.trials.filter(isDeed)
  return (
    <Dialog title={text.replayTitle} onClose={onClose}>
      <div class="form">
        <p class="rule-name">{rule.name}</p>
        <p role="status">{progressOf(replay, deeds.length, text)}</p>
        {replay.failure && <FailureNotice failure={replay.failure} onRetry={replay.look} />}
        <TrialTable trials={[...deeds, ...replay.trials.filter(trial => !isDeed(trial))]} />
        <div class="buttons">
          {replay.state === 'looked' && deeds.length > 0 && (
            <Button look="primary" onClick={replay.apply}>
              {text.apply(deeds.length)}
            </Button>
          )}
          <Button onClick={onClose}>{text.close}</Button>
        </div>
      </div>
    </Dialog>
  )
}

function isDeed({ outcome }: RuleTrial): boolean {
  return outcome === 'file' || outcome === 'move' || outcome === 'leave-out'
}

function progressOf({ state, seen, trials }: Replay, deeds: number, text: ReturnType<typeof useAdminText>['rules']) {
  if (state === 'looking') return text.looking(seen)
  if (state === 'doing') return text.doing(deeds)
  if (state === 'done') return text.done(deeds)
  if (state === 'failed') return ''
  if (trials.length === 0) return text.nothingFits
  return deeds === 0 ? text.nothingToDo : ''
}
