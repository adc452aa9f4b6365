import { ShieldCheck } from 'lucide'
import type { Mailbox, MarkTroubleCode } from '../../shared/mailbox.ts'
import { linkTo } from '../app/page-link.ts'
import { type Choices, namesOf } from '../app/people-picker.tsx'
import { useAdminText, useAppText, useSurroundings } from '../app/surroundings.ts'
import { Moment } from '../ui/moment.tsx'
import { ConsentDialog } from './consent-dialog.tsx'
import { OwnersChoice } from './owners-choice.tsx'

interface MailboxConsentProps {
  mailbox: Mailbox
  /** Not given until it is known who there is; without them nobody who was chosen could stay so. */
  choices: Choices | undefined
  onChanged: () => void
}

/** What the owner of a mailbox consents to, in words; he alone changes it, and sees what is still his alone. */
export function MailboxConsent({ mailbox, choices, onChanged }: MailboxConsentProps) {
  const text = useAdminText().consent
  const { gone } = useAppText().handOver
  const { me } = useSurroundings()
  const { files, release, graceMinutes, audience, markTrouble, consentBy, consentAt, held } = mailbox
  const when = {
    'at-once': text.summary.atOnce,
    'after-grace': text.summary.afterGrace(graceMinutes),
    'by-hand': text.summary.byHand,
  }[release]
  const isOwn = audience.users.length + audience.groups.length > 0
  const by = choices && namesOf(new Set([consentBy]), choices, gone)[0]
  return (
    <div class="mailbox-consent">
      <p>
        {text.summary.files[files]} {files !== 'nothing' && when} {files !== 'nothing' && isOwn && text.summary.own}
      </p>
      <p class="small faint">
        {by && `${text.summary.by(by)}, `}
        {by && <Moment at={consentAt} />}
      </p>
      {markTrouble && <p class="small">{text.markTroubles[markTrouble as MarkTroubleCode]}</p>}
      <div class="buttons">
        {mailbox.ownerId === me.id && choices && (
          <OwnersChoice
            mailbox={mailbox}
            icon={ShieldCheck}
            words={text}
            dialog={acts => <ConsentDialog mailbox={mailbox} choices={choices} {...acts} />}
            onChanged={onChanged}
          />
        )}
        {held !== null && held > 0 && <a href={linkTo({ name: 'held' })}>{text.held(held)}</a>}
      </div>
    </div>
  )
}
