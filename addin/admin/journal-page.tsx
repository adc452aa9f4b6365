import { Plus } from 'lucide'
import { useState } from 'preact/hooks'
import { listJournalAddresses } from '../../shared/journal-address.ts'
import { call } from '../api/call.ts'
import { Answered } from '../app/answered.tsx'
import { PageHeading } from '../app/page-heading.tsx'
import { useAdminText, useSurroundings } from '../app/surroundings.ts'
import { useAnswer } from '../app/use-answer.ts'
import { useChoices } from '../app/use-choices.ts'
import { Empty } from '../file/empty.tsx'
import { Button } from '../ui/button.tsx'
import { useToast } from '../ui/toast.tsx'
import { JournalCard } from './journal-card.tsx'
import { JournalDialog } from './journal-dialog.tsx'
import '../file/file.css'
import './health.css'

/** The secret addresses to which copies of mail are sent: one's own, and for administrators the company's journal. */
export function JournalPage() {
  const text = useAdminText().journal
  const { host } = useSurroundings()
  const toast = useToast()
  const [isCreating, setIsCreating] = useState(false)
  const addresses = useAnswer('journal addresses', () => call(host, listJournalAddresses))
  const users = useChoices().value?.users ?? []

  function handleCreated() {
    setIsCreating(false)
    addresses.ask()
    toast({ message: text.created })
  }

  return (
    <Answered answer={addresses}>
      {({ items }) => (
        <div class="page">
          <div class="page-top">
            <div>
              <PageHeading title={text.title} />
              <p class="lead">{text.lead}</p>
            </div>
            <Button look="primary" icon={Plus} onClick={() => setIsCreating(true)}>
              {text.create}
            </Button>
          </div>
          {items.length === 0 ? (
            <Empty heading={text.emptyTitle}>{text.empty}</Empty>
          ) : (
            <ul class="health-list" aria-label={text.list}>
              {items.map(address => (
                <JournalCard key={address.id} address={address} users={users} onChanged={addresses.ask} />
              ))}
            </ul>
          )}
          {isCreating && <JournalDialog address={null} onClose={() => setIsCreating(false)} onSaved={handleCreated} />}
        </div>
      )}
    </Answered>
  )
}
