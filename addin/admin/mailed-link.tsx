import { readFirstRun } from '../../shared/first-run.ts'
import { mailPasswordLink, readDigest } from '../../shared/outgoing-mail.ts'
import { call } from '../api/call.ts'
import { useSurroundings, useWords } from '../app/surroundings.ts'
import { useAnswer } from '../app/use-answer.ts'
import { outgoingText } from '../text/outgoing.ts'
import { ProvenDeed } from './proven-deed.tsx'

interface MailedLinkProps {
  userId: string
  email: string
  onSent: () => void
}

/** Has the link mailed by the server itself, where it can send mail and knows its address; the mailed one replaces the one that is shown. */
export function MailedLink({ userId, email, onSent }: MailedLinkProps) {
  const text = useWords(outgoingText).passwordMail
  const { host } = useSurroundings()
  const known = useAnswer('can mail', async () => {
    const [{ hasServer }, { publicUrl }] = await Promise.all([call(host, readDigest), call(host, readFirstRun)])
    return hasServer && publicUrl !== null
  })
  if (!known.value) return null
  return (
    <div>
      <ProvenDeed
        word={text.invite}
        done={text.sent(email)}
        act={body => call(host, mailPasswordLink, { params: { userId }, body })}
        onChanged={onSent}
      />
      <p class="small faint">{text.inviteHint}</p>
    </div>
  )
}
