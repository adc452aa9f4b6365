import { changeFactorPolicy, type FactorPolicy, readFactorPolicy } from '../../shared/account.ts'
import { call } from '../api/call.ts'
import { AnsweredPart } from '../app/answered.tsx'
import { PageHeading } from '../app/page-heading.tsx'
import { FailureNotice } from '../app/plain-pages.tsx'
import { useAdminText, useSurroundings } from '../app/surroundings.ts'
import { type Answer, useAnswer } from '../app/use-answer.ts'
import { useDeed } from '../app/use-deed.ts'
import { Field } from '../ui/field.tsx'
import { useToast } from '../ui/toast.tsx'
import { AdminOnly } from './admin-only.tsx'
import { IdentityRequests } from './identity-requests.tsx'
import { Providers } from './providers.tsx'
import '../file/file.css'
import './accounts.css'

/** How people come in: whether by a second factor, by which providers, and who came from there and is not known. */
export function WaysPage() {
  const text = useAdminText().ways
  return (
    <AdminOnly>
      <div class="page ways-page">
        <div class="page-top">
          <div>
            <PageHeading title={text.title} />
            <p class="faint">{text.lead}</p>
          </div>
        </div>
        <Policy />
        <Providers />
        <IdentityRequests />
      </div>
    </AdminOnly>
  )
}

function Policy() {
  const { host } = useSurroundings()
  const policy = useAnswer('second factor policy', () => call(host, readFactorPolicy))
  return (
    <section class="section">
      <AnsweredPart answer={policy}>{() => <PolicyField policy={policy} />}</AnsweredPart>
    </section>
  )
}

function PolicyField({ policy }: { policy: Answer<{ required: FactorPolicy }> }) {
  const text = useAdminText().ways
  const { host } = useSurroundings()
  const toast = useToast()
  const required = policy.value?.required ?? 'nobody'
  let wanted = required
  const deed = useDeed(async () => {
    policy.put(await call(host, changeFactorPolicy, { body: { required: wanted } }))
    toast({ message: text.policySaved })
  })
  return (
    <>
      <Field label={text.policy} hint={text.policyHint}>
        {names => (
          <select
            {...names}
            class="input"
            value={required}
            onChange={event => {
              wanted = event.currentTarget.value as FactorPolicy
              deed.run()
            }}
          >
            {(['nobody', 'administrators', 'everyone'] as const).map(word => (
              <option key={word} value={word}>
                {text.policies[word]}
              </option>
            ))}
          </select>
        )}
      </Field>
      {deed.failure && <FailureNotice failure={deed.failure} />}
    </>
  )
}
