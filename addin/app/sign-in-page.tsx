import { useRef, useState } from 'preact/hooks'
import type { FailureCode } from '../api/api-error.ts'
import { signIn } from '../api/session.ts'
import type { MailHost } from '../host/mail-host.ts'
import { Button } from '../ui/button.tsx'
import { TextField } from '../ui/field.tsx'
import { useText } from '../ui/language.ts'
import { Notice } from '../ui/notice.tsx'
import { DoorPage } from './door-page.tsx'
import type { Settings } from './settings.tsx'
import { useAppText } from './surroundings.ts'
import { useDeed } from './use-deed.ts'

interface SignInPageProps {
  host: MailHost
  /** True when a session was cut off, which the reader must be told. */
  hasEnded: boolean
  settings: Settings
}

/** Signs in by password. The address stays as it was, so one goes on to the page that one wanted. */
export function SignInPage({ host, hasEnded, settings }: SignInPageProps) {
  const text = useAppText().signIn
  return (
    <DoorPage title={text.title} lead={text.lead} settings={settings}>
      {hasEnded && (
        <Notice look="calm">
          <p role="status">{text.ended}</p>
        </Notice>
      )}
      <SignInForm host={host} />
      <p class="small faint">{text.forgotten}</p>
    </DoorPage>
  )
}

function SignInForm({ host }: Pick<SignInPageProps, 'host'>) {
  const text = useAppText().signIn
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  const passwordField = useRef<HTMLInputElement>(null)
  const deed = useDeed(async () => {
    try {
      await signIn(host, email.trim(), password)
    } catch (error) {
      passwordField.current?.select()
      throw error
    }
  })

  function handleSubmit(event: SubmitEvent) {
    event.preventDefault()
    deed.run()
  }

  return (
    <form class="form" onSubmit={handleSubmit} noValidate>
      <TextField label={text.email} type="email" autocomplete="username" required value={email} onValue={setEmail} />
      <TextField
        label={text.password}
        type="password"
        autocomplete="current-password"
        required
        value={password}
        onValue={setPassword}
        inputRef={passwordField}
      />
      {deed.failure && <SignInFailure failure={deed.failure} />}
      <Button type="submit" look="primary" wide busy={deed.isBusy}>
        {text.button}
      </Button>
    </form>
  )
}

/** A malformed address is refused as invalid input, but to the reader it is one wrong sign-in like another. */
function SignInFailure({ failure }: { failure: FailureCode }) {
  const text = useText()
  const { wrong } = useAppText().signIn
  const isWrong = failure === 'wrong-password' || failure === 'invalid' || failure === 'not-found'
  return (
    <Notice>
      <p>{isWrong ? wrong : text.failure[failure]}</p>
    </Notice>
  )
}
