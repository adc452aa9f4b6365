import { Users } from 'lucide'
import type { Mailbox } from '../../shared/mailbox.ts'
import { type Choices, namesOf } from '../app/people-picker.tsx'
import { useAdminText, useAppText, useSurroundings } from '../app/surroundings.ts'
import { useLanguage } from '../ui/language.ts'
import { HelpersDialog } from './helpers-dialog.tsx'
import { OwnersChoice } from './owners-choice.tsx'

interface MailboxHelpersProps {
  mailbox: Mailbox
  choices: Choices
  onChanged: () => void
}

/** Who decides about the mail of a mailbox that waits, by name; its owner alone changes that. */
export function MailboxHelpers({ mailbox, choices, onChanged }: MailboxHelpersProps) {
  const text = useAdminText().consent.helpers
  const { gone } = useAppText().handOver
  const language = useLanguage()
  const { me } = useSurroundings()
  const chosen = new Set([...mailbox.helpers.users, ...mailbox.helpers.groups])
  const names = namesOf(chosen, choices, gone)
  // Who has no name here reads along all the same.
  if (names.length < chosen.size) names.push(text.others)
  const isOwner = mailbox.ownerId === me.id
  return (
    <div class="mailbox-consent">
      <p>
        {names.length > 0
          ? text.some(new Intl.ListFormat(language).format(names))
          : isOwner
            ? text.onlyMe
            : text.onlyOwner}
      </p>
      {isOwner && (
        <div class="buttons">
          <OwnersChoice
            mailbox={mailbox}
            icon={Users}
            words={text}
            dialog={acts => <HelpersDialog mailbox={mailbox} choices={choices} {...acts} />}
            onChanged={onChanged}
          />
        </div>
      )}
    </div>
  )
}
