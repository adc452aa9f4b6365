import { CircleCheck, CirclePause } from 'lucide'
import { useState } from 'preact/hooks'
import { changeWebhook, changeWebhookSecret, tryWebhook, type Webhook } from '../../shared/webhook.ts'
import { call } from '../api/call.ts'
import { FailureNotice } from '../app/plain-pages.tsx'
import { useSurroundings, useWords } from '../app/surroundings.ts'
import { useDeed } from '../app/use-deed.ts'
import { webhooksText } from '../text/webhooks.ts'
import { Button } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import { Notice } from '../ui/notice.tsx'
import { useToast } from '../ui/toast.tsx'
import { RemoveWebhookDialog } from './remove-webhook-dialog.tsx'
import { WebhookLogDialog } from './webhook-log-dialog.tsx'

interface WebhookCardProps {
  webhook: Webhook
  onChanged: () => void
  onSecret: (secret: string) => void
}

/** One webhook: where it goes, with whose rights, of what it tells, and what can be done with it. */
export function WebhookCard({ webhook, onChanged, onSecret }: WebhookCardProps) {
  const text = useWords(webhooksText).webhooks
  const { url, events, enabled, ownerName, hasRights, waiting } = webhook
  return (
    <li>
      <div class="health-top">
        <div>
          <h2>{url}</h2>
          <p class="small faint">
            {text.owner(ownerName)}
            {waiting > 0 && ` · ${text.waiting(waiting)}`}
          </p>
        </div>
        <p class="health-state">
          <Icon shape={enabled ? CircleCheck : CirclePause} />
          {enabled ? text.on : text.off}
        </p>
      </div>
      {enabled && !hasRights && <Notice look="calm">{text.noRights}</Notice>}
      <p>{text.told(events.map(event => text.eventNames[event]))}</p>
      <WebhookDeeds webhook={webhook} onChanged={onChanged} onSecret={onSecret} />
    </li>
  )
}

function WebhookDeeds({ webhook, onChanged, onSecret }: WebhookCardProps) {
  const text = useWords(webhooksText).webhooks
  const { host } = useSurroundings()
  const toast = useToast()
  const [isLogOpen, setIsLogOpen] = useState(false)
  const [isRemoving, setIsRemoving] = useState(false)
  const [outcome, setOutcome] = useState<string>()
  const params = { webhookId: webhook.id }
  const trial = useDeed(async () => {
    setOutcome(undefined)
    const { status, failure } = await call(host, tryWebhook, { params })
    const answered = status === null ? '' : text.answered(status)
    setOutcome([answered, failure && text.troubles[failure]].filter(Boolean).join(' '))
    onChanged()
  })
  const toggle = useDeed(async () => {
    await call(host, changeWebhook, { params, body: { enabled: !webhook.enabled } })
    onChanged()
    toast({ message: text.changed })
  })
  const renewal = useDeed(async () => onSecret((await call(host, changeWebhookSecret, { params })).secret))
  const failure = trial.failure ?? toggle.failure ?? renewal.failure
  return (
    <>
      <div class="buttons">
        <Button busy={trial.isBusy} onClick={trial.run}>
          {text.try}
        </Button>
        <Button onClick={() => setIsLogOpen(true)}>{text.log}</Button>
        {webhook.isMine && (
          <Button busy={renewal.isBusy} onClick={renewal.run}>
            {text.newSecret}
          </Button>
        )}
        {(webhook.isMine || webhook.enabled) && (
          <Button busy={toggle.isBusy} onClick={toggle.run}>
            {webhook.enabled ? text.turnOff : text.turnOn}
          </Button>
        )}
        <Button onClick={() => setIsRemoving(true)}>{text.remove}</Button>
      </div>
      <p role="status" class="small">
        {outcome}
      </p>
      {failure && <FailureNotice failure={failure} />}
      {isLogOpen && <WebhookLogDialog webhook={webhook} onClose={() => setIsLogOpen(false)} />}
      {isRemoving && (
        <RemoveWebhookDialog
          webhook={webhook}
          onClose={() => setIsRemoving(false)}
          onRemoved={() => {
            setIsRemoving(false)
            onChanged()
            toast({ message: text.removed })
          }}
        />
      )}
    </>
  )
}
