import { useState } from 'preact/hooks'
import { type Account, changeAccount } from '../../shared/account.ts'
import { readAddress } from '../../shared/address.ts'
import { ApiError } from '../api/api-error.ts'
import { call } from '../api/call.ts'
import { FormDialog } from '../app/form-dialog.tsx'
import { useAdminText, useSurroundings } from '../app/surroundings.ts'
import { useDeed } from '../app/use-deed.ts'
import { TextField } from '../ui/field.tsx'
import { useToast } from '../ui/toast.tsx'
import { useProof } from './use-proof.tsx'
import type { UserFault } from './user-fields.tsx'

interface ProfileDialogProps {
  account: Account
  onClose: () => void
  onChanged: () => void
}

/** What somebody is called, and the address by which he signs in. */
export function ProfileDialog({ account, onClose, onChanged }: ProfileDialogProps) {
  const { accounts: text, users, save } = useAdminText()
  const { host } = useSurroundings()
  const toast = useToast()
  const [name, setName] = useState(account.name)
  const [email, setEmail] = useState(account.email)
  const [fault, setFault] = useState<UserFault>()
  const proof = useProof()
  const deed = useDeed(async () => {
    // Only what is changed: an administrator's address asks for a proof.
    const address = email.trim()
    const body = { name: name.trim(), ...(address !== account.email && { email: address }), ...proof.given }
    try {
      await call(host, changeAccount, { params: { userId: account.id }, body })
    } catch (error) {
      if (proof.isWantedBy(error)) return
      if (!(error instanceof ApiError && error.code === 'already-there')) throw error
      setFault('taken')
      return
    }
    onChanged()
    toast({ message: text.changed })
    onClose()
  })

  function check() {
    const found = faultOf(name, email)
    setFault(found)
    return found === undefined
  }

  return (
    <FormDialog title={text.profile} button={save} deed={deed} check={check} onClose={onClose}>
      <TextField
        label={users.name}
        value={name}
        maxLength={200}
        autocomplete="off"
        failure={fault === 'name' ? users.nameMissing : undefined}
        onValue={setName}
      />
      <TextField
        label={users.email}
        type="email"
        value={email}
        maxLength={320}
        autocomplete="off"
        failure={fault === 'email' ? users.emailWrong : fault === 'taken' ? users.taken : undefined}
        onValue={setEmail}
      />
      <p class="small faint">{text.profileHint}</p>
      {proof.field}
    </FormDialog>
  )
}

function faultOf(name: string, email: string): UserFault | undefined {
  if (name.trim() === '') return 'name'
  const address = readAddress(email)
  return address && !address.isDomain ? undefined : 'email'
}
