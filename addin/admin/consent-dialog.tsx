import { useState } from 'preact/hooks'
import { changeMailbox, type Mailbox } from '../../shared/mailbox.ts'
import { call } from '../api/call.ts'
import { FormDialog } from '../app/form-dialog.tsx'
import type { Choices } from '../app/people-picker.tsx'
import { useAppText, useSurroundings } from '../app/surroundings.ts'
import { useDeed } from '../app/use-deed.ts'
import { bodyOfConsent, ConsentFields, consentOf, isGraceRight } from './consent-fields.tsx'

interface ConsentDialogProps {
  mailbox: Mailbox
  choices: Choices
  onClose: () => void
  onSaved: () => void
}

/** The owner of a mailbox settles what is filed of it, and who sees that and when. */
export function ConsentDialog({ mailbox, choices, onClose, onSaved }: ConsentDialogProps) {
  const text = useAppText().consent
  const { host } = useSurroundings()
  const [draft, setDraft] = useState(() => consentOf(mailbox))
  const [isFaulty, setIsFaulty] = useState(false)
  const deed = useDeed(async () => {
    const body = bodyOfConsent(draft, choices, mailbox.ownerId)
    await call(host, changeMailbox, { params: { mailboxId: mailbox.id }, body })
    onSaved()
  })

  function check() {
    setIsFaulty(!isGraceRight(draft))
    return isGraceRight(draft)
  }

  return (
    <FormDialog title={text.title} button={text.save} deed={deed} check={check} onClose={onClose}>
      <p class="small faint">{text.lead}</p>
      <ConsentFields draft={draft} choices={choices} isGraceFaulty={isFaulty} onDraft={setDraft} />
    </FormDialog>
  )
}
