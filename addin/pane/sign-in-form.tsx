import { useEffect, useRef, useState } from 'preact/hooks'
import { type FailureCode, failureOf } from '../api/api-error.ts'
import { adoptSession, signIn } from '../api/session.ts'
import { Button } from '../ui/button.tsx'
import { TextField } from '../ui/field.tsx'
import { useText } from '../ui/language.ts'
import { later } from '../ui/later.tsx'
import { Notice } from '../ui/notice.tsx'
import { useHost } from './host-context.ts'

const ForgottenPart = later(async () => (await import('./forgotten-part.tsx')).ForgottenPart)

function useSignIn() {
  const host = useHost()
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<FailureCode | null>(null)

  async function enter(email: string, password: string, code: string) {
    if (busy) return
    setBusy(true)
    setFailure(null)
    try {
      const typed = { email: email.trim(), password, ...(code && { code }) }
      await adoptSession(host, await signIn(host, typed))
    } catch (error) {
      setFailure(failureOf(error))
      setBusy(false)
    }
  }

  return { busy, failure, enter }
}

type SignInFormProps = {
  /** What stands above the form where there are other ways in before it; then it is not the first thing to press. */
  after?: string
}

/** Signs in by password, and by the code that an account may ask for beside it. */
export function SignInForm({ after }: SignInFormProps) {
  const text = useText()
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  const [code, setCode] = useState('')
  const [hasForgotten, setHasForgotten] = useState(false)
  const { busy, failure, enter } = useSignIn()
  const codeField = useRef<HTMLInputElement>(null)
  const wantsCode = useRef(false)
  const isAsked = failure === 'code-needed'
  wantsCode.current ||= isAsked
  useEffect(() => {
    if (isAsked) codeField.current?.focus()
  }, [isAsked])

  function handleSubmit(event: SubmitEvent) {
    event.preventDefault()
    void enter(email, password, code.trim())
  }

  if (hasForgotten) return <ForgottenPart email={email} onBack={() => setHasForgotten(false)} />
  return (
    <form class="part stack sign-in" aria-labelledby="sign-in" onSubmit={handleSubmit}>
      {after ? (
        <h3 id="sign-in">{after}</h3>
      ) : (
        <div>
          <h2 id="sign-in">{text.session.heading}</h2>
          <p class="faint">{text.session.lead}</p>
        </div>
      )}
      <TextField
        label={text.session.email}
        type="email"
        autocomplete="username"
        required
        value={email}
        onValue={setEmail}
      />
      <TextField
        label={text.session.password}
        type="password"
        autocomplete="current-password"
        required
        value={password}
        onValue={setPassword}
      />
      {wantsCode.current && (
        <TextField
          label={text.session.code}
          hint={text.session.codeHint}
          autocomplete="one-time-code"
          required
          inputRef={codeField}
          value={code}
          onValue={setCode}
        />
      )}
      {/* To be asked for the code is the next step, and nothing that went wrong. */}
      {failure && !isAsked && <Notice>{text.failure[failure]}</Notice>}
      <Button type="submit" look={after ? 'plain' : 'primary'} wide busy={busy}>
        {busy ? text.session.busy : text.session.button}
      </Button>
      <Button look="quiet" wide onClick={() => setHasForgotten(true)}>
        {text.session.forgotten}
      </Button>
    </form>
  )
}
