import { useEffect, useRef, useState } from 'preact/hooks'
import { forgottenText } from '../text/forgotten.ts'
import { Button } from './button.tsx'
import { TextField } from './field.tsx'
import { useLanguage, useText } from './language.ts'
import { Notice } from './notice.tsx'
import type { useForgotten } from './use-forgotten.ts'

interface ForgottenFormProps {
  forgotten: ReturnType<typeof useForgotten>
  /** What was typed at the door already. */
  email: string
  onBack: () => void
}

/** Asks for the address to which a link is sent; afterwards says the same to everybody. */
export function ForgottenForm({ forgotten, email: typed, onBack }: ForgottenFormProps) {
  const text = forgottenText[useLanguage()]
  const { failure: failures } = useText()
  const { state, failure, sentTo, ask } = forgotten
  const [email, setEmail] = useState(typed)
  const [isWrong, setIsWrong] = useState(false)

  const form = useRef<HTMLFormElement>(null)
  const end = useRef<HTMLDivElement>(null)
  const step = state === 'sending' ? 'typing' : state
  // What was pressed is gone with each step, and the keyboard must not begin at the top again.
  useEffect(() => {
    ;(form.current?.querySelector('input') ?? end.current?.querySelector('button'))?.focus()
  }, [step])

  function handleSubmit(event: SubmitEvent) {
    event.preventDefault()
    const given = email.trim()
    setIsWrong(!given.includes('@'))
    if (given.includes('@')) void ask(given)
  }

  const back = (
    <Button look="quiet" wide onClick={onBack}>
      {text.back}
    </Button>
  )
  if (state === 'asking') return null
  if (state === 'no-mail' || state === 'sent') {
    return (
      <div class="stack" ref={end}>
        <Notice look="calm">
          <p role="status">{state === 'sent' ? text.sent(sentTo) : text.noMail}</p>
          {state === 'sent' && <p>{text.notCome}</p>}
        </Notice>
        {back}
      </div>
    )
  }
  return (
    <form class="form stack" ref={form} onSubmit={handleSubmit} noValidate>
      <TextField
        label={text.email}
        type="email"
        autocomplete="username"
        required
        failure={isWrong ? text.wrongAddress : undefined}
        value={email}
        onValue={setEmail}
      />
      {failure && <Notice>{failures[failure]}</Notice>}
      <Button type="submit" look="primary" wide busy={state === 'sending'}>
        {text.button}
      </Button>
      {back}
    </form>
  )
}
