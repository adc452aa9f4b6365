import { readThunderbirdPolicy } from '../../shared/thunderbird.ts'
import { call } from '../api/call.ts'
import { FailureNotice } from '../app/plain-pages.tsx'
import { useSurroundings, useWords } from '../app/surroundings.ts'
import { useAnswer } from '../app/use-answer.ts'
import { rollOutText } from '../text/roll-out.ts'
import { CopiedText } from './copied-text.tsx'

const places = {
  windows: 'C:\\Program Files\\Mozilla Thunderbird\\distribution\\policies.json',
  mac: '/Applications/Thunderbird.app/Contents/Resources/distribution/policies.json',
  linux: '/etc/thunderbird/policies/policies.json',
} as const

/** The extension for Thunderbird, and the policy that brings it to every machine. */
export function RollOutThunderbird({ publicUrl }: { publicUrl: string }) {
  const text = useWords(rollOutText).rollOut
  const { host } = useSurroundings()
  const policy = useAnswer(`policy of ${publicUrl}`, () => call(host, readThunderbirdPolicy))
  return (
    <section class="section" aria-labelledby="roll-out-thunderbird">
      <h2 id="roll-out-thunderbird">{text.thunderbird}</h2>
      <p>{text.thunderbirdLead}</p>
      <div class="buttons">
        <a class="button" href="/thunderbird/policies.json" download="policies.json">
          {text.download('policies.json')}
        </a>
        <a class="button" href="/thunderbird/lupa.xpi" download="lupa.xpi">
          {text.download('lupa.xpi')}
        </a>
      </div>
      <h3>{text.policyPlaces}</h3>
      {(['windows', 'mac', 'linux'] as const).map(system => (
        <CopiedText key={system} label={text.places[system]} words={places[system]} />
      ))}
      {policy.failure && <FailureNotice failure={policy.failure} onRetry={policy.ask} />}
      {policy.value && <CopiedText label={text.policy} words={JSON.stringify(policy.value, null, 2)} />}
      <p class="small faint">{text.oneMachine}</p>
    </section>
  )
}
