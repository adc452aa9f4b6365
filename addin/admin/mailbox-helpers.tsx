import { Users } from 'lucide'
import { useState } from 'preact/hooks'
import type { Mailbox } from '../../shared/mailbox.ts'
import type { Choices } from '../app/people-picker.tsx'
import { useAdminText, useSurroundings } from '../app/surroundings.ts'
import { Button } from '../ui/button.tsx'
import { useLanguage } from '../ui/language.ts'
import { useToast } from '../ui/toast.tsx'
import { HelpersDialog } from './helpers-dialog.tsx'

interface MailboxHelpersProps {
  mailbox: Mailbox
  choices: Choices
  onChanged: () => void
}

/** Who decides about the mail of a mailbox that waits, by name; its owner alone changes that. */
export function MailboxHelpers({ mailbox, choices, onChanged }: MailboxHelpersProps) {
  const text = useAdminText().consent.helpers
  const language = useLanguage()
  const { me } = useSurroundings()
  const toast = useToast()
  const [isOpen, setIsOpen] = useState(false)
  const chosen = new Set([...mailbox.helpers.users, ...mailbox.helpers.groups])
  const known = [...choices.groups, ...choices.users].filter(({ id }) => chosen.has(id))
  const names = known.map(({ name }) => name)
  // Who has no name here reads along all the same.
  if (known.length < chosen.size) names.push(text.others)
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
          <Button
            look="quiet"
            class="fact-act"
            icon={Users}
            aria-label={text.openFor(mailbox.user)}
            onClick={() => setIsOpen(true)}
          >
            {text.open}
          </Button>
        </div>
      )}
      {isOpen && (
        <HelpersDialog
          mailbox={mailbox}
          choices={choices}
          onClose={() => setIsOpen(false)}
          onSaved={() => {
            setIsOpen(false)
            toast({ message: text.saved })
            onChanged()
          }}
        />
      )}
    </div>
  )
}
