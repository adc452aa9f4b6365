import { useEffect, useState } from 'preact/hooks'
import { readAddress } from '../../shared/address.ts'
import { lookAtSetUp, setUp } from '../../shared/first-run.ts'
import { type FailureCode, failureOf } from '../api/api-error.ts'
import { call } from '../api/call.ts'
import { adoptSession } from '../api/session.ts'
import { DoorPage } from '../app/door-page.tsx'
import { linkTo } from '../app/page-link.ts'
import { FailureNotice } from '../app/plain-pages.tsx'
import type { Settings } from '../app/settings.tsx'
import { useWords } from '../app/surroundings.ts'
import { useDeed } from '../app/use-deed.ts'
import { useFaultyField } from '../app/use-faulty-field.ts'
import { go } from '../app/visit.ts'
import type { MailHost } from '../host/mail-host.ts'
import { doorText } from '../text/door.ts'
import { Button } from '../ui/button.tsx'
import { TextField } from '../ui/field.tsx'

const SHORTEST_PASSWORD = 8

interface SetUpPageProps {
  host: MailHost
  token: string
  settings: Settings
}

type Door = 'asking' | 'open' | 'closed' | FailureCode

/** Where the address leads that an empty server printed: makes the first user and signs him in. */
export function SetUpPage({ host, token, settings }: SetUpPageProps) {
  const text = useWords(doorText).setUp
  const [door, setDoor] = useState<Door>('asking')

  function ask() {
    call(host, lookAtSetUp, { body: { token } }).then(
      () => setDoor('open'),
      error => setDoor(failureOf(error) === 'not-found' ? 'closed' : failureOf(error)),
    )
  }
  useEffect(ask, [token])

  if (door === 'asking') return null
  if (door === 'closed') {
    return (
      <DoorPage title={text.title} lead={text.closed} settings={settings}>
        <a class="button" href={linkTo({ name: 'dashboard' })}>
          {text.toSignIn}
        </a>
      </DoorPage>
    )
  }
  return (
    <DoorPage title={text.title} lead={text.lead} settings={settings}>
      {door === 'open' ? (
        <SetUpForm host={host} token={token} settings={settings} onClosed={() => setDoor('closed')} />
      ) : (
        <FailureNotice failure={door} onRetry={ask} />
      )}
    </DoorPage>
  )
}

const names = ['company', 'name', 'email', 'password', 'repeat'] as const
type Name = (typeof names)[number]

interface SetUpFormProps extends SetUpPageProps {
  onClosed: () => void
}

function SetUpForm({ host, token, settings, onClosed }: SetUpFormProps) {
  const text = useWords(doorText).setUp
  const [draft, setDraft] = useState<Record<Name, string>>({
    company: '',
    name: '',
    email: '',
    password: '',
    repeat: '',
  })
  const [faults, setFaults] = useState<Partial<Record<Name, string>>>({})
  const [form, focusFault] = useFaultyField()
  const deed = useDeed(async () => {
    const { repeat: _repeat, ...person } = draft
    try {
      const body = { token, ...person, email: person.email.trim(), language: settings.language }
      await adoptSession(host, await call(host, setUp, { body }))
      go(linkTo({ name: 'start' }))
    } catch (error) {
      if (failureOf(error) !== 'not-found') throw error
      onClosed()
    }
  })

  function handleSubmit(event: SubmitEvent) {
    event.preventDefault()
    const found = faultsOf(draft, text)
    setFaults(found)
    if (Object.keys(found).length > 0) focusFault()
    else deed.run()
  }

  const field = (name: Name) => ({
    label: text[name],
    value: draft[name],
    failure: faults[name],
    onValue: (value: string) => setDraft({ ...draft, [name]: value }),
    required: true,
  })
  return (
    <form ref={form} class="form" onSubmit={handleSubmit} noValidate>
      <TextField {...field('company')} autocomplete="organization" maxLength={200} />
      <TextField {...field('name')} autocomplete="name" maxLength={200} />
      <TextField {...field('email')} type="email" autocomplete="username" hint={text.emailHint} maxLength={320} />
      <TextField {...field('password')} type="password" autocomplete="new-password" hint={text.hint} />
      <TextField {...field('repeat')} type="password" autocomplete="new-password" />
      {deed.failure && <FailureNotice failure={deed.failure} />}
      <Button type="submit" look="primary" wide busy={deed.isBusy}>
        {text.button}
      </Button>
    </form>
  )
}

function faultsOf(draft: Record<Name, string>, text: Record<'missing' | 'emailWrong' | 'short' | 'differ', string>) {
  const address = readAddress(draft.email.trim())
  return {
    ...(!draft.company.trim() && { company: text.missing }),
    ...(!draft.name.trim() && { name: text.missing }),
    ...((!address || address.isDomain) && { email: text.emailWrong }),
    ...(draft.password.length < SHORTEST_PASSWORD && { password: text.short }),
    ...(draft.password !== draft.repeat && { repeat: text.differ }),
  }
}
