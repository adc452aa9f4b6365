import { useState } from 'preact/hooks'
import { addMicrosoftMailbox, type MicrosoftTenant } from '../../shared/microsoft.ts'
import type { User } from '../../shared/user.ts'
import { ApiError } from '../api/api-error.ts'
import { call } from '../api/call.ts'
import { FormDialog } from '../app/form-dialog.tsx'
import { useAdminText, useSurroundings } from '../app/surroundings.ts'
import { useDeed } from '../app/use-deed.ts'
import { TextField } from '../ui/field.tsx'
import { ChoiceField } from './choice-field.tsx'
import { newDraft } from './mailbox-draft.ts'

interface MicrosoftMailboxDialogProps {
  tenant: MicrosoftTenant
  users: User[]
  onClose: () => void
  onAdded: () => void
}

const userPattern = /^[^\s/?#@]+@[^\s/?#@]+$/

/** Has a mailbox of a tenant read from now on, as somebody's mail. */
export function MicrosoftMailboxDialog({ tenant, users, onClose, onAdded }: MicrosoftMailboxDialogProps) {
  const text = useAdminText().microsoft
  const { host, me } = useSurroundings()
  const [user, setUser] = useState('')
  const [since, setSince] = useState(() => newDraft(me.id).since)
  const [owner, setOwner] = useState<string>()
  const [faults, setFaults] = useState<{ user?: string; since?: string }>({})
  // Most mailboxes are those of the account with the same address.
  const namesake = users.find(one => one.email.toLowerCase() === user.trim().toLowerCase())
  const ownerId = owner ?? namesake?.id ?? me.id
  const deed = useDeed(async () => {
    try {
      await call(host, addMicrosoftMailbox, { body: { tenantId: tenant.id, user: user.trim(), since, ownerId } })
      onAdded()
    } catch (error) {
      const isKnown = error instanceof ApiError && (error.code === 'invalid' || error.code === 'already-there')
      if (!isKnown) throw error
      setFaults({ user: text.cannotTake })
    }
  })

  function check() {
    const found = {
      ...(!userPattern.test(user.trim()) && { user: text.userWrong }),
      ...(since === '' && { since: text.sinceMissing }),
    }
    setFaults(found)
    return Object.keys(found).length === 0
  }

  return (
    <FormDialog
      title={text.addTitle(tenant.tenant)}
      button={text.addButton}
      deed={deed}
      check={check}
      onClose={onClose}
    >
      <TextField
        label={text.user}
        type="email"
        autocomplete="off"
        failure={faults.user}
        maxLength={320}
        value={user}
        onValue={setUser}
      />
      <ChoiceField
        label={text.owner}
        hint={text.ownerHint}
        options={users.map(one => ({ value: one.id, label: `${one.name} (${one.email})` }))}
        value={ownerId}
        onValue={setOwner}
      />
      <TextField label={text.sinceField} type="date" failure={faults.since} value={since} onValue={setSince} />
    </FormDialog>
  )
}
