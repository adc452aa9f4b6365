import { KeyRound, Plus, Unplug } from 'lucide'
import { useState } from 'preact/hooks'
import type { Mailbox } from '../../shared/mailbox.ts'
import { type MicrosoftTenant, removeMicrosoftTenant } from '../../shared/microsoft.ts'
import type { User } from '../../shared/user.ts'
import { call } from '../api/call.ts'
import { FormDialog } from '../app/form-dialog.tsx'
import { linkTo } from '../app/page-link.ts'
import { useAdminText, useSurroundings } from '../app/surroundings.ts'
import { useDeed } from '../app/use-deed.ts'
import { Button } from '../ui/button.tsx'
import { Moment } from '../ui/moment.tsx'
import { useToast } from '../ui/toast.tsx'
import { MicrosoftMailboxDialog } from './microsoft-mailbox-dialog.tsx'
import { TenantDialog } from './tenant-dialog.tsx'

interface TenantCardProps {
  tenant: MicrosoftTenant
  mailboxes: Mailbox[]
  users: User[]
  onChanged: () => void
}

/** One tenant: its application, the mailboxes of it that are read and how they are, and what can be done with it. */
export function TenantCard({ tenant, mailboxes, users, onChanged }: TenantCardProps) {
  const { microsoft: text, mailboxes: words } = useAdminText()
  return (
    <li>
      <div>
        <h2>{tenant.tenant}</h2>
        <p class="small faint">
          {text.application(tenant.clientId)} · {text.since} <Moment at={tenant.createdAt} />
        </p>
      </div>
      {mailboxes.length === 0 ? (
        <p class="faint">{text.mailboxesNone}</p>
      ) : (
        <div>
          <ul class="tenant-mailboxes" aria-label={`${text.mailboxes}: ${tenant.tenant}`}>
            {mailboxes.map(mailbox => (
              <li key={mailbox.id}>
                <span>{mailbox.user}</span>
                <span class="small faint">
                  {users.find(user => user.id === mailbox.ownerId)?.name} · {words.states[mailbox.state]}
                </span>
              </li>
            ))}
          </ul>
          <a href={linkTo({ name: 'mailboxes' })}>{text.mailboxesLink}</a>
        </div>
      )}
      <TenantActions tenant={tenant} users={users} onChanged={onChanged} />
    </li>
  )
}

function TenantActions({ tenant, users, onChanged }: Omit<TenantCardProps, 'mailboxes'>) {
  const text = useAdminText().microsoft
  const { host } = useSurroundings()
  const toast = useToast()
  const [open, setOpen] = useState<'add' | 'replace' | 'disconnect'>()
  const close = () => setOpen(undefined)
  const done = (message: string) => {
    close()
    toast({ message })
    onChanged()
  }
  const disconnect = useDeed(async () => {
    await call(host, removeMicrosoftTenant, { params: { tenantId: tenant.id } })
    done(text.disconnected)
  })
  return (
    <div class="buttons">
      <Button icon={Plus} aria-label={text.addTo(tenant.tenant)} onClick={() => setOpen('add')}>
        {text.add}
      </Button>
      <Button icon={KeyRound} aria-label={text.replaceFor(tenant.tenant)} onClick={() => setOpen('replace')}>
        {text.replace}
      </Button>
      <Button icon={Unplug} aria-label={text.disconnectFor(tenant.tenant)} onClick={() => setOpen('disconnect')}>
        {text.disconnect}
      </Button>
      {open === 'add' && (
        <MicrosoftMailboxDialog tenant={tenant} users={users} onClose={close} onAdded={() => done(text.added)} />
      )}
      {open === 'replace' && <TenantDialog tenant={tenant} onClose={close} onConnected={() => done(text.connected)} />}
      {open === 'disconnect' && (
        <FormDialog title={text.disconnectTitle} button={text.disconnect} deed={disconnect} onClose={close}>
          <p>{text.disconnectLead(tenant.tenant)}</p>
        </FormDialog>
      )}
    </div>
  )
}
