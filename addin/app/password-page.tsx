import { useState } from 'preact/hooks'
import { usePasswordLink } from '../../shared/session.ts'
import { type FailureCode, failureOf } from '../api/api-error.ts'
import { call } from '../api/call.ts'
import { adoptSession } from '../api/session.ts'
import type { MailHost } from '../host/mail-host.ts'
import { doorText } from '../text/door.ts'
import { Button } from '../ui/button.tsx'
import { TextField } from '../ui/field.tsx'
import { DoorPage } from './door-page.tsx'
import { CodeForm } from './factor-form.tsx'
import { linkTo } from './page-link.ts'
import { FailureNotice } from './plain-pages.tsx'
import { ProviderButtons } from './provider-buttons.tsx'
import type { Settings } from './settings.tsx'
import { useWords } from './surroundings.ts'
import { useDeed } from './use-deed.ts'
import { useFaultyField } from './use-faulty-field.ts'
import { go } from './visit.ts'

const SHORTEST_PASSWORD = 8
const spent: readonly FailureCode[] = ['not-found', 'not-signed-in', 'not-allowed']

// A function of this name would look like a hook to every reader and linter.
const passwordLink = usePasswordLink

interface PasswordPageProps {
  host: MailHost
  token: string
  /** Whether he asked for the link himself: then it links no provider. */
  isOwn: boolean
  settings: Settings
}

/** Where a one-time link leads: sets the first password and signs in. */
export function PasswordPage({ host, token, isOwn, settings }: PasswordPageProps) {
  const { password: text, door } = useWords(doorText)
  const [isSpent, setIsSpent] = useState(false)
  const [waiting, setWaiting] = useState<string>()

  async function setPassword(password: string, code?: string) {
    try {
      await adoptSession(host, await call(host, passwordLink, { body: { token, password, ...(code && { code }) } }))
      go(linkTo({ name: 'dashboard' }))
    } catch (error) {
      const failure = failureOf(error)
      if (failure === 'code-needed') setWaiting(password)
      // The password is set by now; the way in goes on where the second factor is begun.
      else if (failure === 'second-factor-needed') go(linkTo({ name: 'dashboard' }))
      else if (spent.includes(failure)) setIsSpent(true)
      else throw error
    }
  }

  if (waiting !== undefined && !isSpent) {
    return (
      <DoorPage key="code" title={door.codeTitle} lead={door.codeLead} settings={settings}>
        <CodeForm button={text.button} onCode={code => setPassword(waiting, code)} />
      </DoorPage>
    )
  }
  if (isSpent) {
    return (
      <DoorPage title={text.title} lead={text.used} settings={settings}>
        <a class="button" href={linkTo({ name: 'dashboard' })}>
          {text.toSignIn}
        </a>
      </DoorPage>
    )
  }
  return (
    <DoorPage title={text.title} lead={text.lead} settings={settings}>
      <PasswordForm onPassword={password => setPassword(password)} />
      {!isOwn && <ProviderButtons host={host} lead={door.byLink} link={token} />}
    </DoorPage>
  )
}

interface PasswordFormProps {
  onPassword: (password: string) => Promise<void>
}

function PasswordForm({ onPassword }: PasswordFormProps) {
  const text = useWords(doorText).password
  const [password, setPassword] = useState('')
  const [repeated, setRepeated] = useState('')
  const [fault, setFault] = useState<'short' | 'differ'>()
  const [form, focusFault] = useFaultyField()
  const deed = useDeed(() => onPassword(password))

  function handleSubmit(event: SubmitEvent) {
    event.preventDefault()
    const found = faultOf(password, repeated)
    setFault(found)
    if (found) focusFault()
    else deed.run()
  }

  const shared = { type: 'password', autocomplete: 'new-password', required: true } as const
  return (
    <form ref={form} class="form" onSubmit={handleSubmit} noValidate>
      <TextField
        {...shared}
        label={text.password}
        hint={text.hint}
        failure={fault === 'short' ? text.short : undefined}
        value={password}
        onValue={setPassword}
      />
      <TextField
        {...shared}
        label={text.repeat}
        failure={fault === 'differ' ? text.differ : undefined}
        value={repeated}
        onValue={setRepeated}
      />
      {deed.failure && <FailureNotice failure={deed.failure} />}
      <Button type="submit" look="primary" wide busy={deed.isBusy}>
        {text.button}
      </Button>
    </form>
  )
}

function faultOf(password: string, repeated: string): 'short' | 'differ' | undefined {
  if (password.length < SHORTEST_PASSWORD) return 'short'
  return password === repeated ? undefined : 'differ'
}
