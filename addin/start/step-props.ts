import type { FirstRun } from '../../shared/first-run.ts'

/** What a step is given: how far the set-up went, and what to call when it is done. */
export interface StepProps {
  run: FirstRun
  onDone: () => Promise<void>
}
