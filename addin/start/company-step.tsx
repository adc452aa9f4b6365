import { useState } from 'preact/hooks'
import { domainOf, isFreeMail, readAddress } from '../../shared/address.ts'
import { changeFirstRun } from '../../shared/first-run.ts'
import { addOwnAddress } from '../../shared/own-address.ts'
import { ApiError } from '../api/api-error.ts'
import { call } from '../api/call.ts'
import { FailureNotice } from '../app/plain-pages.tsx'
import { useSurroundings, useWords } from '../app/surroundings.ts'
import { useDeed } from '../app/use-deed.ts'
import { useFaultyField } from '../app/use-faulty-field.ts'
import { startText } from '../text/start.ts'
import { Button } from '../ui/button.tsx'
import { Field, TextField } from '../ui/field.tsx'
import type { StepProps } from './step-props.ts'

/** The company's name, and the domains by which its people are known. */
export function CompanyStep({ run, onDone }: StepProps) {
  const text = useWords(startText).start
  const { host, me } = useSurroundings()
  const [company, setCompany] = useState(run.company ?? '')
  const [domains, setDomains] = useState(() => (run.domains.length > 0 ? run.domains : guessed(me.email)).join('\n'))
  const [faults, setFaults] = useState<{ company?: string; domains?: string }>({})
  const [form, focusFault] = useFaultyField()
  const deed = useDeed(async () => {
    await call(host, changeFirstRun, { body: { company: company.trim() } })
    for (const domain of listed(domains)) {
      try {
        await call(host, addOwnAddress, { body: { address: `@${domain}` } })
      } catch (error) {
        if (!(error instanceof ApiError && error.code === 'invalid')) throw error
        return setFaults({ domains: text.domainWrong(domain) })
      }
    }
    await onDone()
  })

  function handleSubmit(event: SubmitEvent) {
    event.preventDefault()
    const wrong = listed(domains).find(domain => !readAddress(`@${domain}`) || isFreeMail(domain))
    const found = {
      ...(!company.trim() && { company: text.missing }),
      ...(wrong && { domains: text.domainWrong(wrong) }),
    }
    setFaults(found)
    if (Object.keys(found).length > 0) focusFault()
    else deed.run()
  }

  return (
    <form ref={form} class="form" noValidate onSubmit={handleSubmit}>
      <TextField
        label={text.company}
        value={company}
        failure={faults.company}
        maxLength={200}
        autocomplete="organization"
        onValue={setCompany}
      />
      <Field label={text.domains} hint={text.domainsHint} failure={faults.domains}>
        {names => (
          <textarea
            {...names}
            class="input"
            rows={3}
            value={domains}
            onInput={event => setDomains(event.currentTarget.value)}
          />
        )}
      </Field>
      {deed.failure && <FailureNotice failure={deed.failure} />}
      <div class="buttons">
        <Button type="submit" look="primary" busy={deed.isBusy}>
          {text.next}
        </Button>
      </div>
    </form>
  )
}

/** The domain of one's own address, unless it is a mail service open to everyone. */
function guessed(email: string): string[] {
  const domain = domainOf(email)
  return domain && !isFreeMail(domain) ? [domain] : []
}

function listed(text: string): string[] {
  const all = text.split(/[\s,;]+/).map(one => one.replace(/^@/, '').toLowerCase())
  return [...new Set(all.filter(Boolean))]
}
