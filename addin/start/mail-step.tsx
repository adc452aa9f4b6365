import { readMailServer } from '../../shared/outgoing-mail.ts'
import { MailServerForm } from '../admin/mail-server-form.tsx'
import { MailServerTrial } from '../admin/mail-server-trial.tsx'
import { call } from '../api/call.ts'
import { FailureNotice } from '../app/plain-pages.tsx'
import { useSurroundings, useWords } from '../app/surroundings.ts'
import { useAnswer } from '../app/use-answer.ts'
import { useDeed } from '../app/use-deed.ts'
import { startText } from '../text/start.ts'
import { Button } from '../ui/button.tsx'
import type { StepProps } from './step-props.ts'

/** The server for outgoing mail, tried on the spot. */
export function MailStep({ onDone }: StepProps) {
  const text = useWords(startText).start
  const { host } = useSurroundings()
  const known = useAnswer('mail server', () => call(host, readMailServer))
  const deed = useDeed(onDone)
  return (
    <>
      <p>{text.mailLead}</p>
      {known.failure && <FailureNotice failure={known.failure} onRetry={known.ask} />}
      {known.value && (
        <MailServerForm
          key={known.value.server?.changedAt ?? 'new'}
          server={known.value.server}
          heading="h3"
          onSaved={known.ask}
        />
      )}
      {known.value?.server && (
        <>
          <MailServerTrial heading="h3" />
          <div class="buttons">
            <Button look="primary" busy={deed.isBusy} onClick={deed.run}>
              {text.finish}
            </Button>
          </div>
        </>
      )}
      {deed.failure && <FailureNotice failure={deed.failure} />}
    </>
  )
}
