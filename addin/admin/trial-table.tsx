import type { RuleTrial } from '../../shared/rule.ts'
import { useAdminText } from '../app/surroundings.ts'

const SHOWN = 50

interface TrialTableProps {
  trials: RuleTrial[]
}

/** What a rule does with each mail that it fits; of many the first ones, and how many more. */
export function TrialTable({ trials }: TrialTableProps) {
  const text = useAdminText().rules
  if (trials.length === 0) return null
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reachable by keyboard.
    <section class="trials" tabIndex={0} aria-label={text.trials}>
      <table class="table">
        <thead>
          <tr>
            <th scope="col">{text.mail}</th>
            <th scope="col">{text.outcome}</th>
          </tr>
        </thead>
        <tbody>
          {trials.slice(0, SHOWN).map(trial => (
            <tr key={trial.messageId}>
              <th scope="row">
                <span class="cut" title={trial.subject}>
                  {trial.subject || text.noSubject}
                </span>
                <span class="small faint cut">{trial.from}</span>
              </th>
              <td>{text.outcomes[trial.outcome]}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {trials.length > SHOWN && <p class="small faint">{text.more(trials.length - SHOWN)}</p>}
    </section>
  )
}
