import { Plus } from 'lucide'
import { useState } from 'preact/hooks'
import { listMailboxes } from '../../shared/mailbox.ts'
import { listMicrosoftTenants } from '../../shared/microsoft.ts'
import { call } from '../api/call.ts'
import { Answered } from '../app/answered.tsx'
import { PageHeading } from '../app/page-heading.tsx'
import { useAdminText, useSurroundings } from '../app/surroundings.ts'
import { useAnswer } from '../app/use-answer.ts'
import { useChoices } from '../app/use-choices.ts'
import { Empty } from '../file/empty.tsx'
import { Button } from '../ui/button.tsx'
import { useToast } from '../ui/toast.tsx'
import { AdminOnly } from './admin-only.tsx'
import { TenantCard } from './tenant-card.tsx'
import { TenantDialog } from './tenant-dialog.tsx'
import '../file/file.css'
import './health.css'

/** The tenants of Microsoft 365 whose mail may be read, and which of their mailboxes are. */
export function MicrosoftPage() {
  return (
    <AdminOnly>
      <Microsoft />
    </AdminOnly>
  )
}

function Microsoft() {
  const text = useAdminText().microsoft
  const { host } = useSurroundings()
  const toast = useToast()
  const [isConnecting, setIsConnecting] = useState(false)
  const users = useChoices().value?.users ?? []
  const known = useAnswer('microsoft', async () => {
    const [tenants, mailboxes] = await Promise.all([call(host, listMicrosoftTenants), call(host, listMailboxes)])
    return { tenants: tenants.items, mailboxes: mailboxes.items.filter(({ kind }) => kind === 'graph') }
  })

  function handleConnected() {
    setIsConnecting(false)
    known.ask()
    toast({ message: text.connected })
  }

  return (
    <Answered answer={known}>
      {({ tenants, mailboxes }) => (
        <div class="page">
          <div class="page-top">
            <div>
              <PageHeading title={text.title} />
              <p class="lead">{text.lead}</p>
            </div>
            <Button look="primary" icon={Plus} onClick={() => setIsConnecting(true)}>
              {text.connect}
            </Button>
          </div>
          {tenants.length === 0 ? (
            <Empty heading={text.emptyTitle}>{text.empty}</Empty>
          ) : (
            <ul class="health-list" aria-label={text.tenants}>
              {tenants.map(tenant => (
                <TenantCard
                  key={tenant.id}
                  tenant={tenant}
                  mailboxes={mailboxes.filter(mailbox => mailbox.host === tenant.tenant)}
                  users={users}
                  onChanged={known.ask}
                />
              ))}
            </ul>
          )}
          {isConnecting && (
            <TenantDialog tenant={null} onClose={() => setIsConnecting(false)} onConnected={handleConnected} />
          )}
        </div>
      )}
    </Answered>
  )
}
