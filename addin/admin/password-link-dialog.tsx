import { Check, Copy, Mail } from 'lucide'
import { useRef, useState } from 'preact/hooks'
import { useAdminText } from '../app/surroundings.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Field } from '../ui/field.tsx'
import { Icon } from '../ui/icon.tsx'
import { copyText } from './copy-text.ts'

interface PasswordLinkDialogProps {
  name: string
  email: string
  link: string
  onClose: () => void
}

/** Shows a one-time link, which the server does not keep in readable form and so cannot show again. */
export function PasswordLinkDialog({ name, email, link, onClose }: PasswordLinkDialogProps) {
  const { users: text, accounts } = useAdminText()
  const [hasCopied, setHasCopied] = useState(false)
  const field = useRef<HTMLInputElement>(null)
  // A server that was not told its public address answers with the path alone.
  const whole = new URL(link, location.origin).href

  const letter = new URLSearchParams({ subject: accounts.mailSubject, body: accounts.mailBody(whole) })

  async function handleCopy() {
    field.current?.select()
    await copyText(whole)
    setHasCopied(true)
  }

  return (
    <Dialog title={text.linkTitle} onClose={onClose}>
      <div class="form">
        <p>{text.linkLead(name)}</p>
        <Field label={text.link} hint={text.linkOnce}>
          {names => (
            <input
              {...names}
              ref={field}
              class="input"
              readOnly
              value={whole}
              onFocus={event => event.currentTarget.select()}
            />
          )}
        </Field>
        <div class="buttons">
          <Button look="primary" icon={hasCopied ? Check : Copy} onClick={() => void handleCopy()}>
            {text.copy}
          </Button>
          {/* Mail programs read a plus as a plus. */}
          <a class="button" href={`mailto:${email}?${String(letter).replaceAll('+', '%20')}`}>
            <Icon shape={Mail} />
            {accounts.mail}
          </a>
          <Button onClick={onClose}>{text.done}</Button>
          <span role="status">{hasCopied && text.copied}</span>
        </div>
      </div>
    </Dialog>
  )
}
