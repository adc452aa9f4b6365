import { useState } from 'preact/hooks'
import { changeMailbox, type Mailbox } from '../../shared/mailbox.ts'
import { call } from '../api/call.ts'
import { FormDialog } from '../app/form-dialog.tsx'
import type { Choices } from '../app/people-picker.tsx'
import { useAdminText, useSurroundings } from '../app/surroundings.ts'
import { useDeed } from '../app/use-deed.ts'
import { bodyOfConsent, ConsentFields, consentOf, isGraceRight } from './consent-fields.tsx'
import { LinesField, linesOf } from './lines-field.tsx'

const MOST_FOLDERS = 8
const LONGEST_FOLDER = 500

interface ConsentDialogProps {
  mailbox: Mailbox
  choices: Choices
  onClose: () => void
  onSaved: () => void
}

/** The owner of a mailbox settles what is filed of it, and who sees that and when. */
export function ConsentDialog({ mailbox, choices, onClose, onSaved }: ConsentDialogProps) {
  const text = useAdminText().consent
  const { host } = useSurroundings()
  const [draft, setDraft] = useState(() => consentOf(mailbox))
  const [folders, setFolders] = useState(() => mailbox.folders.join('\n'))
  const [faults, setFaults] = useState({ grace: false, folders: false })
  const deed = useDeed(async () => {
    const named = linesOf(folders)
    const isSame = named.join('\n') === mailbox.folders.join('\n')
    const body = { ...bodyOfConsent(draft, choices, mailbox.ownerId), ...(!isSame && { folders: named }) }
    await call(host, changeMailbox, { params: { mailboxId: mailbox.id }, body })
    onSaved()
  })

  function check() {
    const named = linesOf(folders)
    const found = {
      grace: !isGraceRight(draft),
      folders: named.length > MOST_FOLDERS || named.some(name => name.length > LONGEST_FOLDER),
    }
    setFaults(found)
    return !found.grace && !found.folders
  }

  return (
    <FormDialog title={text.title} button={text.save} deed={deed} check={check} onClose={onClose}>
      <p class="small faint">{text.lead}</p>
      <ConsentFields draft={draft} choices={choices} isGraceFaulty={faults.grace} onDraft={setDraft} />
      {/* Folders of Microsoft 365 are known by ids, which nobody types. */}
      {mailbox.kind === 'imap' && (
        <LinesField
          label={text.folders}
          hint={text.foldersHint}
          failure={faults.folders ? text.foldersWrong : undefined}
          value={folders}
          onValue={setFolders}
        />
      )}
    </FormDialog>
  )
}
