import { useRef, useState } from 'preact/hooks'
import type { FailureCode } from '../api/api-error.ts'
import { adoptSession } from '../api/session.ts'
import type { MailHost } from '../host/mail-host.ts'
import { doorText } from '../text/door.ts'
import { Button } from '../ui/button.tsx'
import { TextField } from '../ui/field.tsx'
import { useText } from '../ui/language.ts'
import { later } from '../ui/later.tsx'
import { Notice } from '../ui/notice.tsx'
import { DoorPage } from './door-page.tsx'
import { CodeForm, FactorImage, RecoveryCodes } from './factor-form.tsx'
import { ProviderButtons } from './provider-buttons.tsx'
import type { Settings } from './settings.tsx'
import { useWords } from './surroundings.ts'
import { useDeed } from './use-deed.ts'
import { useSignIn } from './use-sign-in.ts'

const ForgottenPage = later(async () => (await import('./forgotten-page.tsx')).ForgottenPage)

interface SignInPageProps {
  host: MailHost
  /** True when a session was cut off, which the reader must be told. */
  hasEnded: boolean
  settings: Settings
  /** How one leaves for a provider, where that is otherwise than usual. */
  setOut?: (providerId: string) => Promise<void>
}

/** Signs in by password or at a provider. The address stays as it was, so one goes on to the page that one wanted. */
export function SignInPage({ host, hasEnded, settings, setOut }: SignInPageProps) {
  const { signIn: text, door } = useWords(doorText)
  const { step, enterPassword, enterCode, forget, goBack } = useSignIn(host)

  if (step.at === 'code') {
    return (
      <DoorPage key="code" title={door.codeTitle} lead={door.codeLead} settings={settings}>
        <CodeForm button={text.button} onCode={enterCode} onBack={goBack} />
      </DoorPage>
    )
  }
  if (step.at === 'forgotten')
    return <ForgottenPage host={host} email={step.email} settings={settings} onBack={goBack} />
  if (step.at === 'set-up') {
    return (
      <DoorPage key="set-up" title={door.setUpTitle} lead={door.setUpLead} settings={settings}>
        <FactorImage draft={step.draft} />
        <CodeForm button={door.confirm} onCode={enterCode} onBack={goBack} />
      </DoorPage>
    )
  }
  if (step.at === 'codes') {
    return (
      <DoorPage key="codes" title={door.codesTitle} lead={door.codesLead} settings={settings}>
        <RecoveryCodes codes={step.session.recoveryCodes ?? []} onKept={() => void adoptSession(host, step.session)} />
      </DoorPage>
    )
  }
  return (
    <DoorPage key="password" title={text.title} lead={text.lead} settings={settings}>
      {hasEnded && (
        <Notice look="calm">
          <p role="status">{text.ended}</p>
        </Notice>
      )}
      <SignInForm onPassword={enterPassword} onForgotten={forget} />
      <ProviderButtons host={host} lead={door.or} {...(setOut && { setOut })} />
    </DoorPage>
  )
}

interface SignInFormProps {
  onPassword: (email: string, password: string) => Promise<void>
  onForgotten: (email: string) => void
}

function SignInForm({ onPassword, onForgotten }: SignInFormProps) {
  const text = useWords(doorText).signIn
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  const passwordField = useRef<HTMLInputElement>(null)
  const deed = useDeed(async () => {
    try {
      await onPassword(email, password)
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
      <Button look="quiet" wide onClick={() => onForgotten(email)}>
        {text.forgotten}
      </Button>
    </form>
  )
}

/** A malformed address is refused as invalid input, but to the reader it is one wrong sign-in like another. */
function SignInFailure({ failure }: { failure: FailureCode }) {
  const text = useText()
  const { wrong } = useWords(doorText).signIn
  const isWrong = failure === 'wrong-password' || failure === 'invalid' || failure === 'not-found'
  return (
    <Notice>
      <p>{isWrong ? wrong : text.failure[failure]}</p>
    </Notice>
  )
}
