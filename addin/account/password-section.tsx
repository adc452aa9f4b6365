import { useState } from 'preact/hooks'
import { changePassword } from '../../shared/session.ts'
import { failureOf } from '../api/api-error.ts'
import { call } from '../api/call.ts'
import { FormDialog } from '../app/form-dialog.tsx'
import { useAdminText, useSurroundings, useWords } from '../app/surroundings.ts'
import { useDeed } from '../app/use-deed.ts'
import { doorText } from '../text/door.ts'
import { Button } from '../ui/button.tsx'
import { TextField } from '../ui/field.tsx'
import { useToast } from '../ui/toast.tsx'

const SHORTEST_PASSWORD = 8

/** Changing one's password. */
export function PasswordSection() {
  const text = useAdminText().myAccount
  const [isOpen, setIsOpen] = useState(false)
  return (
    <section class="section">
      <h2>{text.password}</h2>
      <p class="faint">{text.passwordLead}</p>
      <Button onClick={() => setIsOpen(true)}>{text.changePassword}</Button>
      {isOpen && <PasswordDialog onClose={() => setIsOpen(false)} />}
    </section>
  )
}

type Fault = 'wrong' | 'short'

function PasswordDialog({ onClose }: { onClose: () => void }) {
  const text = useAdminText().myAccount
  const { password: words } = useWords(doorText)
  const { host } = useSurroundings()
  const toast = useToast()
  const [draft, setDraft] = useState({ password: '', next: '' })
  const [fault, setFault] = useState<Fault>()
  const deed = useDeed(async () => {
    try {
      await call(host, changePassword, { body: draft })
    } catch (error) {
      if (failureOf(error) !== 'wrong-password') throw error
      setFault('wrong')
      return
    }
    toast({ message: text.passwordChanged })
    onClose()
  })

  function check() {
    const found = draft.password === '' ? 'wrong' : draft.next.length < SHORTEST_PASSWORD ? 'short' : undefined
    setFault(found)
    return found === undefined
  }

  return (
    <FormDialog title={text.changePassword} button={text.changePassword} deed={deed} check={check} onClose={onClose}>
      <TextField
        label={text.oldPassword}
        type="password"
        autocomplete="current-password"
        value={draft.password}
        failure={fault === 'wrong' ? text.passwordWrong : undefined}
        onValue={password => setDraft({ ...draft, password })}
      />
      <TextField
        label={text.newPassword}
        type="password"
        autocomplete="new-password"
        hint={words.hint}
        value={draft.next}
        failure={fault === 'short' ? words.short : undefined}
        onValue={next => setDraft({ ...draft, next })}
      />
    </FormDialog>
  )
}
