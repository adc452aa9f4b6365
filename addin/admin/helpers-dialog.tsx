import { useState } from 'preact/hooks'
import { changeMailbox, type Mailbox } from '../../shared/mailbox.ts'
import { call } from '../api/call.ts'
import { audienceOf } from '../app/audience-of.ts'
import { FormDialog } from '../app/form-dialog.tsx'
import { type Choices, PeoplePicker } from '../app/people-picker.tsx'
import { useAdminText, useSurroundings } from '../app/surroundings.ts'
import { useDeed } from '../app/use-deed.ts'

interface HelpersDialogProps {
  mailbox: Mailbox
  choices: Choices
  onClose: () => void
  onSaved: () => void
}

/** The owner of a mailbox chooses who decides, beside the owner, about the mail of it that waits. */
export function HelpersDialog({ mailbox, choices, onClose, onSaved }: HelpersDialogProps) {
  const text = useAdminText().consent.helpers
  const { host } = useSurroundings()
  const [chosen, setChosen] = useState<ReadonlySet<string>>(
    () => new Set([...mailbox.helpers.users, ...mailbox.helpers.groups]),
  )
  const others = { ...choices, users: choices.users.filter(user => user.id !== mailbox.ownerId) }
  const deed = useDeed(async () => {
    const helpers = audienceOf(chosen, choices, mailbox.helpers)
    await call(host, changeMailbox, { params: { mailboxId: mailbox.id }, body: { helpers } })
    onSaved()
  })
  return (
    <FormDialog title={text.title} button={text.save} deed={deed} onClose={onClose}>
      <p class="small faint">{text.lead}</p>
      <PeoplePicker choices={others} chosen={chosen} onChosen={setChosen} />
    </FormDialog>
  )
}
