import { useState } from 'preact/hooks'
import type { Account } from '../../shared/account.ts'
import { giveAway, type LeaverPart, type LeftBehind, readLeftBehind } from '../../shared/leaver.ts'
import { listUsers } from '../../shared/user.ts'
import { call } from '../api/call.ts'
import { FormDialog } from '../app/form-dialog.tsx'
import { FailureNotice } from '../app/plain-pages.tsx'
import { useAdminText, useSurroundings } from '../app/surroundings.ts'
import { useAnswer } from '../app/use-answer.ts'
import { useDeed } from '../app/use-deed.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Field } from '../ui/field.tsx'
import { Late, Skeleton } from '../ui/skeleton.tsx'
import { useToast } from '../ui/toast.tsx'
import { LeaverParts } from './leaver-parts.tsx'

interface LeaverDialogProps {
  account: Account
  onClose: () => void
}

/** What an account that is shut out left behind, and the way to give it to a colleague in one act. */
export function LeaverDialog({ account, onClose }: LeaverDialogProps) {
  const text = useAdminText().leavers
  const { host } = useSurroundings()
  const params = { userId: account.id }
  const left = useAnswer(`left behind by ${account.id}`, () => call(host, readLeftBehind, { params }))
  if (left.value && partsOf(left.value).length > 0)
    return <LeaverForm account={account} left={left.value} onClose={onClose} />
  return (
    <Dialog title={text.title(account.name)} onClose={onClose}>
      {left.failure && <FailureNotice failure={left.failure} onRetry={left.ask} />}
      {left.value && <p>{text.none}</p>}
      {left.state === 'waiting' && (
        <Late>
          <Skeleton height="160px" />
        </Late>
      )}
      <div class="buttons">
        <Button onClick={onClose}>{text.close}</Button>
      </div>
    </Dialog>
  )
}

function LeaverForm({ account, left, onClose }: LeaverDialogProps & { left: LeftBehind }) {
  const text = useAdminText().leavers
  const { host, me } = useSurroundings()
  const toast = useToast()
  const colleagues = useAnswer('colleagues', () => call(host, listUsers, { querystring: {} }))
  const people = colleagues.value?.items ?? []
  const [parts, setParts] = useState<LeaverPart[]>(() => partsOf(left))
  const [toId, setToId] = useState('')
  const [isChecked, setIsChecked] = useState(false)
  const heir = people.find(({ id }) => id === toId)
  const deed = useDeed(async () => {
    await call(host, giveAway, { params: { userId: account.id }, body: { toId, parts } })
    toast({ message: text.done(heir?.name ?? '') })
    onClose()
  })

  function check() {
    setIsChecked(true)
    return heir !== undefined && parts.length > 0
  }

  return (
    <FormDialog title={text.title(account.name)} button={text.button} deed={deed} check={check} onClose={onClose}>
      <p class="faint">{text.lead}</p>
      <LeaverParts left={left} offered={partsOf(left)} chosen={parts} isChecked={isChecked} onChosen={setParts} />
      {colleagues.failure && <FailureNotice failure={colleagues.failure} onRetry={colleagues.ask} />}
      <Field label={text.to} failure={isChecked && !heir ? text.missingTo : undefined}>
        {names => (
          <select {...names} class="input" value={toId} onChange={event => setToId(event.currentTarget.value)}>
            <option value="">{text.choose}</option>
            {people
              .filter(({ id }) => id !== me.id && id !== account.id)
              .map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
          </select>
        )}
      </Field>
    </FormDialog>
  )
}

/** Of which parts there is anything. */
function partsOf({ contractors, cases, tasks, mailboxes, items }: LeftBehind): LeaverPart[] {
  const amounts = { contractors, cases, tasks, mailboxes: mailboxes.length, items }
  return (Object.keys(amounts) as LeaverPart[]).filter(part => amounts[part] > 0)
}
