import { readTriageMessage } from '../../shared/triage.ts'
import { call } from '../api/call.ts'
import { FailureNotice } from '../app/plain-pages.tsx'
import { useAppText, useSurroundings } from '../app/surroundings.ts'
import { useAnswer } from '../app/use-answer.ts'
import { Notice } from '../ui/notice.tsx'
import { Late, Skeleton } from '../ui/skeleton.tsx'
import { openCleaningRoom } from './cleaning-room.ts'
import { MailHeads, MailWords } from './mail-words.tsx'

interface TriageMailProps {
  messageId: string
  subject: string
}

/** A waiting mail as it is read, shown as on its own page once it is filed. */
export function TriageMail({ messageId, subject }: TriageMailProps) {
  const { mail, triageWork } = useAppText()
  const { host } = useSurroundings()
  const answer = useAnswer(`triage message ${messageId}`, async () => {
    const message = await call(host, readTriageMessage, { params: { messageId } })
    if (message.html !== null) await openCleaningRoom()
    return message
  })
  const message = answer.value
  if (answer.failure === 'not-processable') return <Notice>{mail.unreadable}</Notice>
  if (answer.failure && !message) return <FailureNotice failure={answer.failure} onRetry={answer.ask} />
  if (!message) {
    return (
      <Late>
        <Skeleton height="160px" />
      </Late>
    )
  }
  return (
    <section class="section triage-mail" aria-label={triageWork.mailNamed(subject)}>
      <MailHeads message={message} />
      <MailWords itemId={messageId} message={message} />
    </section>
  )
}
