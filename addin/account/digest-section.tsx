import { changeDigest, type Digest, readDigest } from '../../shared/outgoing-mail.ts'
import { call } from '../api/call.ts'
import { AnsweredPart } from '../app/answered.tsx'
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
  return (
    <section class="section">
      <h2>{text.title}</h2>
      <p class="faint">{text.lead}</p>
      <AnsweredPart answer={known}>
        {({ digest, hasServer }) => (
          <Field label={text.label} hint={hasServer ? undefined : text.noServer}>
            {names => (
              <select
                {...names}
                class="input"
                value={digest}
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
        )}
      </AnsweredPart>
      {deed.failure && <FailureNotice failure={deed.failure} />}
    </section>
  )
}
