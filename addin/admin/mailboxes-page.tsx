import { Plus } from 'lucide'
import { useEffect, useState } from 'preact/hooks'
import { listMailboxes } from '../../shared/mailbox.ts'
import { call } from '../api/call.ts'
import { Answered } from '../app/answered.tsx'
import { PageHeading } from '../app/page-heading.tsx'
import { FailureNotice } from '../app/plain-pages.tsx'
import { useAdminText, useSurroundings } from '../app/surroundings.ts'
import { useAnswer } from '../app/use-answer.ts'
import { useChoices } from '../app/use-choices.ts'
import { Empty } from '../file/empty.tsx'
import { Button } from '../ui/button.tsx'
import { useToast } from '../ui/toast.tsx'
import { AlarmSetting } from './alarm-setting.tsx'
import { MailboxCard } from './mailbox-card.tsx'
import { NewMailboxDialog } from './new-mailbox-dialog.tsx'
import '../file/file.css'
import './health.css'

const RENEW_MS = 10_000

/** The mailboxes that are read for the reader, or for everybody when he administers, and how each of them is. */
export function MailboxesPage() {
  const text = useAdminText().mailboxes
  const { host, me } = useSurroundings()
  const toast = useToast()
  const [isAdding, setIsAdding] = useState(false)
  const mailboxes = useAnswer('mailboxes', () => call(host, listMailboxes))
  const choices = useChoices()
  useRenewal(mailboxes.ask)

  function handleAdded() {
    setIsAdding(false)
    mailboxes.ask()
    toast({ message: text.added })
  }

  return (
    <Answered answer={mailboxes}>
      {({ items }) => (
        <div class="page">
          <div class="page-top">
            <div>
              <PageHeading title={text.title} />
              <p class="faint">{text.lead}</p>
            </div>
            <Button look="primary" icon={Plus} onClick={() => setIsAdding(true)}>
              {text.create}
            </Button>
          </div>
          {choices.failure && <FailureNotice failure={choices.failure} onRetry={choices.ask} />}
          {items.length === 0 ? (
            <Empty heading={text.emptyTitle}>{text.empty}</Empty>
          ) : (
            <ul class="health-list" aria-label={text.list}>
              {items.map(mailbox => (
                <MailboxCard key={mailbox.id} mailbox={mailbox} choices={choices.value} onChanged={mailboxes.ask} />
              ))}
            </ul>
          )}
          {me.isAdmin && <AlarmSetting />}
          {isAdding && (
            <NewMailboxDialog
              choices={choices.value ?? { users: [], groups: [] }}
              onClose={() => setIsAdding(false)}
              onAdded={handleAdded}
            />
          )}
        </div>
      )}
    </Answered>
  )
}

/** Health changes by itself, so it is asked for again while somebody looks. */
function useRenewal(ask: () => void) {
  useEffect(() => {
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible') ask()
    }, RENEW_MS)
    return () => clearInterval(timer)
  }, [])
}
