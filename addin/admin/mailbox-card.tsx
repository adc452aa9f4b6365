import { CircleCheck, CirclePause, type IconNode, LoaderCircle, TriangleAlert } from 'lucide'
import type { Mailbox, MailboxTroubleCode } from '../../shared/mailbox.ts'
import { type Choices, namesOf } from '../app/people-picker.tsx'
import { useAdminText, useAppText, useSurroundings, useWords } from '../app/surroundings.ts'
import { outgoingText } from '../text/outgoing.ts'
import { Icon } from '../ui/icon.tsx'
import { Moment } from '../ui/moment.tsx'
import { MailboxActions } from './mailbox-actions.tsx'
import { MailboxConsent } from './mailbox-consent.tsx'
import { MailboxFacts } from './mailbox-facts.tsx'
import { MailboxHelpers } from './mailbox-helpers.tsx'

interface MailboxCardProps {
  mailbox: Mailbox
  /** Not given until it is known who there is. */
  choices: Choices | undefined
  onChanged: () => void
}

const icons: Record<Mailbox['state'], IconNode> = {
  new: LoaderCircle,
  backfill: LoaderCircle,
  live: CircleCheck,
  error: TriangleAlert,
  paused: CirclePause,
  off: CirclePause,
}

/** One mailbox: whose it is, how it is in words, and what can be done with it. */
export function MailboxCard({ mailbox, choices, onChanged }: MailboxCardProps) {
  const text = useAdminText().mailboxes
  const { alarm } = useWords(outgoingText)
  const { me } = useSurroundings()
  const { gone } = useAppText().handOver
  const owner = choices && namesOf(new Set([mailbox.ownerId]), choices, gone)[0]
  const trouble = mailbox.error ? text.troubles[mailbox.error as MailboxTroubleCode] : undefined
  return (
    <li>
      <div class="health-top">
        <div>
          <h2>{mailbox.user}</h2>
          <p class="small faint">
            {mailbox.host}:{mailbox.port}
            {owner && mailbox.ownerId !== me.id && ` · ${text.owner(owner)}`} ·{' '}
            {text.folders(mailbox.folders.join(', ') || text.usualFolders)}
          </p>
        </div>
        <p class={`health-state ${mailbox.state}`}>
          <Icon shape={icons[mailbox.state]} />
          {text.states[mailbox.state]}
        </p>
      </div>
      {trouble && mailbox.state !== 'paused' && <p class="health-trouble">{trouble}</p>}
      {mailbox.alarmedAt && (
        <p class="small faint">
          {alarm.raised}: <Moment at={mailbox.alarmedAt} />
        </p>
      )}
      <MailboxFacts mailbox={mailbox} />
      <MailboxConsent mailbox={mailbox} choices={choices} onChanged={onChanged} />
      {choices && <MailboxHelpers mailbox={mailbox} choices={choices} onChanged={onChanged} />}
      <MailboxActions mailbox={mailbox} onChanged={onChanged} />
    </li>
  )
}
