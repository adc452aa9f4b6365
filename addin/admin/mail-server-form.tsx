import { useId, useState } from 'preact/hooks'
import { type MailServer, putMailServer } from '../../shared/outgoing-mail.ts'
import { call } from '../api/call.ts'
import { FailureNotice } from '../app/plain-pages.tsx'
import { useAppText, useSurroundings, useWords } from '../app/surroundings.ts'
import { useDeed } from '../app/use-deed.ts'
import { useFaultyField } from '../app/use-faulty-field.ts'
import { outgoingText } from '../text/outgoing.ts'
import { Button } from '../ui/button.tsx'
import { Field, TextField } from '../ui/field.tsx'
import { useToast } from '../ui/toast.tsx'
import { bodyOf, draftOf, faultsOf, type ServerFaults } from './mail-server-draft.ts'

interface MailServerFormProps {
  server: MailServer | null
  /** One lower where it stands within a titled step. */
  heading?: 'h2' | 'h3'
  onSaved: () => void
}

/** How to reach the server, who signs in there, and from which address our mail comes. */
export function MailServerForm({ server, heading: Heading = 'h2', onSaved }: MailServerFormProps) {
  const text = useWords(outgoingText).outgoing
  const { save } = useAppText()
  const { host } = useSurroundings()
  const toast = useToast()
  const id = useId()
  const [form, focusFault] = useFaultyField()
  const [draft, setDraft] = useState(draftOf(server))
  const [faults, setFaults] = useState<ServerFaults>({})
  const deed = useDeed(async () => {
    await call(host, putMailServer, { body: bodyOf(draft) })
    onSaved()
    toast({ message: text.saved })
  })

  function handleSubmit(event: SubmitEvent) {
    event.preventDefault()
    const found = faultsOf(draft, server, text)
    setFaults(found)
    if (Object.keys(found).length > 0) focusFault()
    else deed.run()
  }

  const field = (name: 'host' | 'port' | 'user' | 'password' | 'sender') => ({
    label: text[name],
    value: draft[name],
    failure: faults[name],
    autocomplete: 'off',
    onValue: (value: string) => setDraft({ ...draft, [name]: value }),
  })
  const isKept = server?.user != null
  return (
    <section class="section" aria-labelledby={id}>
      <Heading id={id}>{text.form}</Heading>
      <form ref={form} class="form" aria-labelledby={id} noValidate onSubmit={handleSubmit}>
        <TextField {...field('host')} maxLength={253} />
        <Field
          label={text.encryption}
          failure={faults.encryption}
          hint={draft.encryption === 'none' ? text.plainHint : undefined}
        >
          {names => (
            <select
              {...names}
              class="input"
              value={draft.encryption}
              onChange={event =>
                setDraft({ ...draft, encryption: event.currentTarget.value as MailServer['encryption'] })
              }
            >
              {(['tls', 'starttls', 'none'] as const).map(word => (
                <option key={word} value={word}>
                  {text.encryptions[word]}
                </option>
              ))}
            </select>
          )}
        </Field>
        <TextField {...field('port')} maxLength={5} />
        <TextField {...field('user')} hint={text.userHint} maxLength={320} />
        <TextField
          {...field('password')}
          type="password"
          autocomplete="new-password"
          hint={isKept ? text.passwordKept : undefined}
          maxLength={1000}
        />
        <TextField {...field('sender')} type="email" hint={text.senderHint} maxLength={254} />
        <details open={server?.hasOwnAuthority}>
          <summary>{text.authorityOpen}</summary>
          {server?.hasOwnAuthority && (
            <label class="check">
              <input
                type="checkbox"
                checked={draft.forgetsAuthority}
                onChange={event => setDraft({ ...draft, forgetsAuthority: event.currentTarget.checked })}
              />
              <span>{text.authorityForget}</span>
            </label>
          )}
          <Field label={text.authority} hint={server?.hasOwnAuthority ? text.authorityKept : text.authorityHint}>
            {names => (
              <textarea
                {...names}
                class="input"
                rows={4}
                value={draft.authority}
                disabled={draft.forgetsAuthority}
                onInput={event => setDraft({ ...draft, authority: event.currentTarget.value })}
              />
            )}
          </Field>
        </details>
        {deed.failure && <FailureNotice failure={deed.failure} />}
        <div class="buttons">
          <Button type="submit" look="primary" busy={deed.isBusy}>
            {save}
          </Button>
        </div>
      </form>
    </section>
  )
}
