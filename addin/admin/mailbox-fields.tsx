import type { MicrosoftTenant } from '../../shared/microsoft.ts'
import type { User } from '../../shared/user.ts'
import { useAdminText } from '../app/surroundings.ts'
import { Field, TextField } from '../ui/field.tsx'
import { Notice } from '../ui/notice.tsx'
import type { MailboxDraft, MailboxFaults } from './mailbox-draft.ts'
import { MailboxSecretFields } from './mailbox-secret-fields.tsx'
import { isThisMachine } from './this-machine.ts'

interface MailboxFieldsProps {
  draft: MailboxDraft
  faults: MailboxFaults
  /** Whom it may belong to; the choice is shown only when there is one. */
  owners: User[]
  /** Whose application may sign in; only administrators know of any. */
  tenants: MicrosoftTenant[]
  onDraft: (draft: MailboxDraft) => void
}

/** How to reach a mailbox, from when on it is read, and whose it is. */
export function MailboxFields({ draft, faults, owners, tenants, onDraft }: MailboxFieldsProps) {
  const text = useAdminText().mailboxes
  const change = (part: Partial<MailboxDraft>) => onDraft({ ...draft, ...part })
  const field = (name: 'host' | 'port' | 'user' | 'since') => ({
    label: text[name],
    value: draft[name],
    failure: faults[name],
    onValue: (value: string) => change({ [name]: value }),
  })
  return (
    <>
      <TextField {...field('host')} autocomplete="off" maxLength={253} placeholder="imap.firma.pl" />
      <TextField {...field('port')} type="number" autocomplete="off" />
      <label class="check">
        <input type="checkbox" checked={draft.tls} onChange={event => change({ tls: event.currentTarget.checked })} />
        {text.tls}
      </label>
      {!draft.tls && !isThisMachine(draft.host) && <Notice>{text.plainHint}</Notice>}
      {faults.tls && <p class="small wrong">{faults.tls}</p>}
      <TextField {...field('user')} autocomplete="off" maxLength={320} />
      <MailboxSecretFields draft={draft} faults={faults} tenants={tenants} onChange={change} />
      <TextField {...field('since')} type="date" />
      {owners.length > 1 && (
        <Field label={text.ownerField}>
          {names => (
            <select
              {...names}
              class="input"
              value={draft.ownerId}
              onChange={event => change({ ownerId: event.currentTarget.value })}
            >
              {owners.map(user => (
                <option key={user.id} value={user.id}>
                  {user.name}
                </option>
              ))}
            </select>
          )}
        </Field>
      )}
    </>
  )
}
