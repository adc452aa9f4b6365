import { Plus } from 'lucide'
import { useState } from 'preact/hooks'
import { listWebhooks } from '../../shared/webhook.ts'
import { call } from '../api/call.ts'
import { Answered } from '../app/answered.tsx'
import { PageHeading } from '../app/page-heading.tsx'
import { useSurroundings, useWords } from '../app/surroundings.ts'
import { useAnswer } from '../app/use-answer.ts'
import { Empty } from '../file/empty.tsx'
import { webhooksText } from '../text/webhooks.ts'
import { Button } from '../ui/button.tsx'
import { AdminOnly } from './admin-only.tsx'
import { NewWebhookDialog } from './new-webhook-dialog.tsx'
import { WebhookCard } from './webhook-card.tsx'
import { WebhookSecretDialog } from './webhook-secret-dialog.tsx'
import '../file/file.css'
import './health.css'

/** The programs that are told of changes. */
export function WebhooksPage() {
  return (
    <AdminOnly>
      <Webhooks />
    </AdminOnly>
  )
}

type Open = { at: 'nothing' } | { at: 'new' } | { at: 'secret'; secret: string; isNext: boolean }

function Webhooks() {
  const text = useWords(webhooksText).webhooks
  const { host } = useSurroundings()
  const known = useAnswer('webhooks', () => call(host, listWebhooks))
  const [open, setOpen] = useState<Open>({ at: 'nothing' })
  const close = () => setOpen({ at: 'nothing' })
  const show = (secret: string, isNext: boolean) => {
    setOpen({ at: 'secret', secret, isNext })
    known.ask()
  }
  return (
    <Answered answer={known}>
      {({ items }) => (
        <div class="page">
          <div class="page-top">
            <div>
              <PageHeading title={text.title} />
              <p class="faint">{text.lead}</p>
            </div>
            <Button look="primary" icon={Plus} onClick={() => setOpen({ at: 'new' })}>
              {text.create}
            </Button>
          </div>
          {items.length === 0 ? (
            <Empty heading={text.emptyTitle}>{text.empty}</Empty>
          ) : (
            <ul class="health-list" aria-label={text.list}>
              {items.map(webhook => (
                <WebhookCard
                  key={webhook.id}
                  webhook={webhook}
                  onChanged={known.ask}
                  onSecret={secret => show(secret, true)}
                />
              ))}
            </ul>
          )}
          {open.at === 'new' && <NewWebhookDialog onClose={close} onMade={secret => show(secret, false)} />}
          {open.at === 'secret' && <WebhookSecretDialog secret={open.secret} isNext={open.isNext} onClose={close} />}
        </div>
      )}
    </Answered>
  )
}
