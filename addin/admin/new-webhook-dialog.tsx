import { useState } from 'preact/hooks'
import { createWebhook, type WebhookEvent, webhookEvents } from '../../shared/webhook.ts'
import { ApiError } from '../api/api-error.ts'
import { call } from '../api/call.ts'
import { FormDialog } from '../app/form-dialog.tsx'
import { useSurroundings, useWords } from '../app/surroundings.ts'
import { useDeed } from '../app/use-deed.ts'
import { webhooksText } from '../text/webhooks.ts'
import { TextField } from '../ui/field.tsx'

interface NewWebhookDialogProps {
  onClose: () => void
  /** Gets the secret, which is not shown again. */
  onMade: (secret: string) => void
}

/** Takes down which program is to be told, and of what. */
export function NewWebhookDialog({ onClose, onMade }: NewWebhookDialogProps) {
  const text = useWords(webhooksText).webhooks
  const { host } = useSurroundings()
  const [url, setUrl] = useState('https://')
  const [events, setEvents] = useState<WebhookEvent[]>(['item.changed'])
  const [faults, setFaults] = useState<{ url?: boolean; events?: boolean }>({})
  const deed = useDeed(async () => {
    try {
      onMade((await call(host, createWebhook, { body: { url: url.trim(), events } })).secret)
    } catch (error) {
      if (!(error instanceof ApiError && error.code === 'invalid')) throw error
      setFaults({ url: true })
    }
  })

  function check() {
    const found = {
      ...(!/^https?:\/\/[^\s/]+/.test(url.trim()) && { url: true }),
      ...(events.length === 0 && { events: true }),
    }
    setFaults(found)
    return Object.keys(found).length === 0
  }

  const toggled = (event: WebhookEvent) =>
    events.includes(event) ? events.filter(other => other !== event) : [...events, event]
  return (
    <FormDialog title={text.newTitle} button={text.button} deed={deed} check={check} onClose={onClose}>
      <TextField
        label={text.url}
        hint={text.urlHint}
        failure={faults.url ? text.urlWrong : undefined}
        autocomplete="off"
        maxLength={2000}
        value={url}
        onValue={setUrl}
      />
      <fieldset class="choices">
        <legend class="small faint">{text.events}</legend>
        {webhookEvents.map(event => (
          <label key={event} class="check">
            <input
              type="checkbox"
              checked={events.includes(event)}
              aria-invalid={faults.events ? true : undefined}
              onChange={() => setEvents(toggled(event))}
            />
            {text.eventNames[event]}
          </label>
        ))}
        {faults.events && <p class="small wrong">{text.eventsMissing}</p>}
      </fieldset>
    </FormDialog>
  )
}
