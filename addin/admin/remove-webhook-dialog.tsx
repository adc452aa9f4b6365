import { removeWebhook, type Webhook } from '../../shared/webhook.ts'
import { call } from '../api/call.ts'
import { FormDialog } from '../app/form-dialog.tsx'
import { useSurroundings, useWords } from '../app/surroundings.ts'
import { useDeed } from '../app/use-deed.ts'
import { webhooksText } from '../text/webhooks.ts'

interface RemoveWebhookDialogProps {
  webhook: Webhook
  onClose: () => void
  onRemoved: () => void
}

/** Asks before a webhook is taken away, because its secret and its log do not come back. */
export function RemoveWebhookDialog({ webhook, onClose, onRemoved }: RemoveWebhookDialogProps) {
  const text = useWords(webhooksText).webhooks
  const { host } = useSurroundings()
  const deed = useDeed(async () => {
    await call(host, removeWebhook, { params: { webhookId: webhook.id } })
    onRemoved()
  })
  return (
    <FormDialog title={text.removeTitle} button={text.removeButton} deed={deed} onClose={onClose}>
      <p class="secret-address">{webhook.url}</p>
      <p>{text.removeLead}</p>
    </FormDialog>
  )
}
