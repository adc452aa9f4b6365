import { changeDigest, type Digest, readDigest } from '../../shared/outgoing-mail.ts'
import { call } from '../api/call.ts'
import { FailureNotice } from '../app/plain-pages.tsx'
import { useSurroundings, useWords } from '../app/surroundings.ts'
import { useAnswer } from '../app/use-answer.ts'
import { useDeed } from '../app/use-deed.ts'
import { outgoingText } from '../text/outgoing.ts'
import { Field } from '../ui/field.tsx'
import { useToast } from '../ui/toast.tsx'

/** Whether one gets a daily mail about what is new and what is to do. */
export function DigestSection() {
  const text = useWords(outgoingText).digest
  const { host } = useSurroundings()
  const toast = useToast()
  const known = useAnswer('digest', () => call(host, readDigest))
  let wanted: Digest = 'off'
  const deed = useDeed(async () => {
    known.put(await call(host, changeDigest, { body: { digest: wanted } }))
    toast({ message: text.saved })
  })
  if (known.failure && !known.value) return <FailureNotice failure={known.failure} onRetry={known.ask} />
  if (!known.value) return null
  return (
    <section class="section">
      <h2>{text.title}</h2>
      <p class="faint">{text.lead}</p>
      <Field label={text.label} hint={known.value.hasServer ? undefined : text.noServer}>
        {names => (
          <select
            {...names}
            class="input"
            value={known.value?.digest ?? 'off'}
            onChange={event => {
              wanted = event.currentTarget.value as Digest
              deed.run()
            }}
          >
            {(['off', 'daily'] as const).map(word => (
              <option key={word} value={word}>
                {text.choices[word]}
              </option>
            ))}
          </select>
        )}
      </Field>
      {deed.failure && <FailureNotice failure={deed.failure} />}
    </section>
  )
}
