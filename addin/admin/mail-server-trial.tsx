import { useId, useState } from 'preact/hooks'
import { type MailTroubleCode, tryMailServer } from '../../shared/outgoing-mail.ts'
import { call } from '../api/call.ts'
import { FailureNotice } from '../app/plain-pages.tsx'
import { useSurroundings, useWords } from '../app/surroundings.ts'
import { useDeed } from '../app/use-deed.ts'
import { outgoingText } from '../text/outgoing.ts'
import { Button } from '../ui/button.tsx'
import { Notice } from '../ui/notice.tsx'

interface MailServerTrialProps {
  /** One lower where it stands within a titled step. */
  heading?: 'h2' | 'h3'
}

/** Sends a mail to whoever tries, and says in words what came of it. */
export function MailServerTrial({ heading: Heading = 'h2' }: MailServerTrialProps) {
  const text = useWords(outgoingText).outgoing
  const { host } = useSurroundings()
  const id = useId()
  const [outcome, setOutcome] = useState<{ trouble: MailTroubleCode | null; said: string | null; to: string }>()
  const deed = useDeed(async () => {
    setOutcome(undefined)
    setOutcome(await call(host, tryMailServer))
  })
  return (
    <section class="section" aria-labelledby={id}>
      <Heading id={id}>{text.test}</Heading>
      <p class="small faint">{text.testLead}</p>
      <div class="buttons">
        <Button busy={deed.isBusy} onClick={deed.run}>
          {text.test}
        </Button>
      </div>
      <div role="status">
        {outcome?.trouble === null && <p>{text.arrived(outcome.to)}</p>}
        {outcome?.trouble && (
          <Notice>
            <p>{text.troubles[outcome.trouble]}</p>
            {outcome.said && (
              <p class="words">
                {text.said}: <code>{outcome.said}</code>
              </p>
            )}
          </Notice>
        )}
      </div>
      {deed.failure && <FailureNotice failure={deed.failure} />}
    </section>
  )
}
