import { readMailServer, removeMailServer } from '../../shared/outgoing-mail.ts'
import { call } from '../api/call.ts'
import { Answered } from '../app/answered.tsx'
import { PageHeading } from '../app/page-heading.tsx'
import { FailureNotice } from '../app/plain-pages.tsx'
import { useSurroundings, useWords } from '../app/surroundings.ts'
import { useAnswer } from '../app/use-answer.ts'
import { useDeed } from '../app/use-deed.ts'
import { outgoingText } from '../text/outgoing.ts'
import { Button } from '../ui/button.tsx'
import { useToast } from '../ui/toast.tsx'
import { AdminOnly } from './admin-only.tsx'
import { MailServerForm } from './mail-server-form.tsx'
import { MailServerTrial } from './mail-server-trial.tsx'
import { SentMails } from './sent-mails.tsx'
import '../file/file.css'
import './outgoing.css'

/** The server by which Lupa sends mail, whether it works, and what was sent. */
export function OutgoingPage() {
  return (
    <AdminOnly>
      <Outgoing />
    </AdminOnly>
  )
}

function Outgoing() {
  const text = useWords(outgoingText).outgoing
  const { host } = useSurroundings()
  const known = useAnswer('mail server', () => call(host, readMailServer))
  return (
    <Answered answer={known}>
      {({ server, recent }) => (
        <div class="page outgoing-page">
          <div class="page-top">
            <div>
              <PageHeading title={text.title} />
              <p class="faint">{text.lead}</p>
            </div>
          </div>
          {!server && <p>{text.none}</p>}
          <MailServerForm key={server?.changedAt ?? 'new'} server={server} onSaved={known.ask} />
          {server && (
            <>
              <MailServerTrial />
              <Removal onRemoved={known.ask} />
            </>
          )}
          <SentMails mails={recent} />
        </div>
      )}
    </Answered>
  )
}

function Removal({ onRemoved }: { onRemoved: () => void }) {
  const text = useWords(outgoingText).outgoing
  const { host } = useSurroundings()
  const toast = useToast()
  const deed = useDeed(async () => {
    await call(host, removeMailServer)
    onRemoved()
    toast({ message: text.removed })
  })
  return (
    <div>
      <Button busy={deed.isBusy} onClick={deed.run}>
        {text.remove}
      </Button>
      {deed.failure && <FailureNotice failure={deed.failure} />}
    </div>
  )
}
