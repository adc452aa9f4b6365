import { listWebhookDeliveries, type Webhook, type WebhookDelivery, type WebhookEvent } from '../../shared/webhook.ts'
import { call } from '../api/call.ts'
import { FailureNotice } from '../app/plain-pages.tsx'
import { useSurroundings, useWords } from '../app/surroundings.ts'
import { useAnswer } from '../app/use-answer.ts'
import { webhooksText } from '../text/webhooks.ts'
import { Dialog } from '../ui/dialog.tsx'
import { Moment } from '../ui/moment.tsx'
import './webhooks.css'

interface WebhookLogDialogProps {
  webhook: Webhook
  onClose: () => void
}

/** What a program was told lately, and what it answered. */
export function WebhookLogDialog({ webhook, onClose }: WebhookLogDialogProps) {
  const text = useWords(webhooksText).webhooks
  const { host } = useSurroundings()
  const known = useAnswer(`log of ${webhook.id}`, () =>
    call(host, listWebhookDeliveries, { params: { webhookId: webhook.id } }),
  )
  const title = text.logTitle(webhook.url)
  return (
    <Dialog title={title} onClose={onClose}>
      {known.failure && <FailureNotice failure={known.failure} onRetry={known.ask} />}
      {known.value?.items.length === 0 && <p class="faint">{text.logNone}</p>}
      {known.value && known.value.items.length > 0 && (
        <table class="table deliveries">
          <caption class="unseen">{title}</caption>
          <thead>
            <tr>
              <th scope="col">{text.event}</th>
              <th scope="col">{text.state}</th>
              <th scope="col">{text.answer}</th>
              <th scope="col">{text.when}</th>
            </tr>
          </thead>
          <tbody>
            {known.value.items.map(delivery => (
              <DeliveryRow key={delivery.id} delivery={delivery} />
            ))}
          </tbody>
        </table>
      )}
    </Dialog>
  )
}

function DeliveryRow({ delivery }: { delivery: WebhookDelivery }) {
  const text = useWords(webhooksText).webhooks
  const { event, state, status, failure, attempts, answeredAt, createdAt } = delivery
  return (
    <tr>
      <th scope="row">{text.eventNames[event as WebhookEvent] ?? text.test}</th>
      <td>
        {text.states[state]}
        {attempts > 1 && <span class="small faint"> ({`${text.attempts}: ${attempts}`})</span>}
      </td>
      <td>
        {status}
        {failure && <p class="small faint">{text.troubles[failure]}</p>}
      </td>
      <td class="faint">
        <Moment at={answeredAt ?? createdAt} look="exact" />
      </td>
    </tr>
  )
}
