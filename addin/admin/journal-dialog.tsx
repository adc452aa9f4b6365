import { useState } from 'preact/hooks'
import { changeJournalAddress, createJournalAddress, type JournalAddress } from '../../shared/journal-address.ts'
import { call } from '../api/call.ts'
import { FormDialog } from '../app/form-dialog.tsx'
import { useAdminText, useSurroundings } from '../app/surroundings.ts'
import { useDeed } from '../app/use-deed.ts'
import { TextField } from '../ui/field.tsx'
import { ChoiceField, optionsOf } from './choice-field.tsx'

interface JournalDialogProps {
  /** The address to rename; null for a new one. */
  address: JournalAddress | null
  onClose: () => void
  onSaved: () => void
}

/** Opens a secret address, or renames one. Only administrators may open the company's journal. */
export function JournalDialog({ address, onClose, onSaved }: JournalDialogProps) {
  const text = useAdminText()
  const words = text.journal
  const { host, me } = useSurroundings()
  const [typed, setTyped] = useState(address?.label ?? '')
  const [kind, setKind] = useState<JournalAddress['kind']>('bcc')
  const [isMissing, setIsMissing] = useState(false)
  const label = typed.trim()
  const deed = useDeed(async () => {
    if (address) {
      await call(host, changeJournalAddress, { params: { journalAddressId: address.id }, body: { label } })
    } else {
      await call(host, createJournalAddress, { body: { kind, label } })
    }
    onSaved()
  })

  function check() {
    setIsMissing(label === '')
    return label !== ''
  }

  return (
    <FormDialog
      title={address ? words.renameTitle : words.newTitle}
      button={address ? text.save : words.button}
      deed={deed}
      check={check}
      onClose={onClose}
    >
      {!address && me.isAdmin && (
        <ChoiceField
          label={words.kind}
          hint={words.kindHint}
          options={optionsOf(words.kinds)}
          value={kind}
          onValue={setKind}
        />
      )}
      <TextField
        label={words.label}
        hint={words.labelHint}
        failure={isMissing ? words.labelMissing : undefined}
        maxLength={100}
        value={typed}
        autocomplete="off"
        onValue={setTyped}
      />
    </FormDialog>
  )
}
