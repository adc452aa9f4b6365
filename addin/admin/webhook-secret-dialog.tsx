import { CopyButton } from '../app/copy-button.tsx'
import { useWords } from '../app/surroundings.ts'
import { webhooksText } from '../text/webhooks.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Field } from '../ui/field.tsx'

interface WebhookSecretDialogProps {
  secret: string
  /** Whether it takes the place of another one. */
  isNext: boolean
  onClose: () => void
}

/** Shows a secret, once. */
export function WebhookSecretDialog({ secret, isNext, onClose }: WebhookSecretDialogProps) {
  const text = useWords(webhooksText).webhooks
  return (
    <Dialog title={text.secretTitle} onClose={onClose}>
      <div class="form">
        <p>{text.secretLead}</p>
        <Field label={text.secret} hint={isNext ? text.secretFormer : undefined}>
          {names => (
            <input {...names} class="input" readOnly value={secret} onFocus={event => event.currentTarget.select()} />
          )}
        </Field>
        <div class="buttons">
          <CopyButton words={secret} label={text.copy} />
          <Button onClick={onClose}>{text.done}</Button>
        </div>
      </div>
    </Dialog>
  )
}
