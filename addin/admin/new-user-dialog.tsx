import { useState } from 'preact/hooks'
import { readAddress } from '../../shared/address.ts'
import { createUser, type Group } from '../../shared/user.ts'
import { ApiError } from '../api/api-error.ts'
import { call } from '../api/call.ts'
import { FormDialog } from '../app/form-dialog.tsx'
import { useAdminText, useSurroundings } from '../app/surroundings.ts'
import { useDeed } from '../app/use-deed.ts'
import { PasswordLinkDialog } from './password-link-dialog.tsx'
import { useProof } from './use-proof.tsx'
import { type UserDraft, type UserFault, UserFields } from './user-fields.tsx'

interface NewUserDialogProps {
  groups: Group[]
  onClose: () => void
  onCreated: () => void
}

/** Lets a user in: creates him, then shows the one-time link by which he sets his password. */
export function NewUserDialog({ groups, onClose, onCreated }: NewUserDialogProps) {
  const text = useAdminText().users
  const { host } = useSurroundings()
  const [draft, setDraft] = useState<UserDraft>({ name: '', email: '', isAdmin: false, groups: [] })
  const [fault, setFault] = useState<UserFault>()
  const [link, setLink] = useState<string>()
  const proof = useProof()
  const deed = useDeed(async () => {
    const { password: ownPassword } = proof.given
    const body = { ...draft, name: draft.name.trim(), email: draft.email.trim(), ...(ownPassword && { ownPassword }) }
    try {
      setLink((await call(host, createUser, { body })).passwordLink)
      onCreated()
    } catch (error) {
      if (proof.isWantedBy(error)) return
      if (!(error instanceof ApiError && error.code === 'already-there')) throw error
      setFault('taken')
    }
  })

  function check() {
    const found = faultOf(draft)
    setFault(found)
    return found === undefined
  }

  if (link)
    return <PasswordLinkDialog name={draft.name.trim()} email={draft.email.trim()} link={link} onClose={onClose} />
  return (
    <FormDialog title={text.newTitle} button={text.button} deed={deed} check={check} onClose={onClose}>
      <UserFields draft={draft} groups={groups} fault={fault} onDraft={setDraft} />
      {proof.field}
    </FormDialog>
  )
}

function faultOf(draft: UserDraft): UserFault | undefined {
  if (draft.name.trim() === '') return 'name'
  const address = readAddress(draft.email)
  return address && !address.isDomain ? undefined : 'email'
}
