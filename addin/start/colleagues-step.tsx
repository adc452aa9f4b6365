import { useState } from 'preact/hooks'
import { readAddress } from '../../shared/address.ts'
import { mailPasswordLink, readDigest } from '../../shared/outgoing-mail.ts'
import { createUser } from '../../shared/user.ts'
import { AddressWarning } from '../admin/address-warning.tsx'
import { ApiError } from '../api/api-error.ts'
import { call } from '../api/call.ts'
import { CopyButton } from '../app/copy-button.tsx'
import { FailureNotice } from '../app/plain-pages.tsx'
import { useSurroundings, useWords } from '../app/surroundings.ts'
import { useDeed } from '../app/use-deed.ts'
import { startText } from '../text/start.ts'
import { Button } from '../ui/button.tsx'
import { Field } from '../ui/field.tsx'
import type { StepProps } from './step-props.ts'

type Invited = { email: string; outcome: 'mailed' | 'taken' } | { email: string; outcome: 'link'; link: string }

/** Lets colleagues in, several at once: by mail where there is a server for it, else by links to hand over. */
export function ColleaguesStep({ run, onDone }: StepProps) {
  const text = useWords(startText).start
  const { host } = useSurroundings()
  const [lines, setLines] = useState('')
  const [fault, setFault] = useState<string>()
  const [invited, setInvited] = useState<Invited[]>([])
  const deed = useDeed(async () => {
    const written = lines.split('\n').filter(line => line.trim() !== '')
    const wrong = written.find(line => personIn(line) === null)
    setFault(wrong === undefined ? undefined : text.lineWrong(wrong))
    if (wrong !== undefined) return
    const mails = await canMail()
    for (const [at, line] of written.entries()) {
      const person = personIn(line)
      if (!person) continue
      const outcome = await invite(person, mails)
      setInvited(before => [...before, outcome])
      // Whoever is in is in, also when the next one fails.
      setLines(written.slice(at + 1).join('\n'))
    }
  })
  const isWritten = lines.trim() !== ''
  // Whoever stands in the field believes himself to have invited them.
  const finish = useDeed(async () => (isWritten ? setFault(text.notInvited) : onDone()))

  /** Asked before, since a refusal that everybody expects is none: neither without a server, nor without an address. */
  async function canMail(): Promise<boolean> {
    return run.publicUrl !== null && (await call(host, readDigest)).hasServer
  }

  async function invite(person: { name: string; email: string }, mails: boolean): Promise<Invited> {
    const { email } = person
    try {
      const { id, passwordLink = '' } = await call(host, createUser, { body: person })
      const isMailed = mails && (await mail(id))
      return isMailed ? { email, outcome: 'mailed' } : { email, outcome: 'link', link: passwordLink }
    } catch (error) {
      if (error instanceof ApiError && error.code === 'already-there') return { email, outcome: 'taken' }
      throw error
    }
  }

  /** Whatever stands in the way of the mail, the account is there and its link is told only once: it is handed over by hand. */
  function mail(userId: string): Promise<boolean> {
    return call(host, mailPasswordLink, { params: { userId }, body: {} }).then(
      () => true,
      () => false,
    )
  }

  return (
    <>
      <AddressWarning publicUrl={run.publicUrl} />
      <p>{text.colleaguesLead}</p>
      <Field label={text.colleagues} failure={fault}>
        {names => (
          <textarea
            {...names}
            class="input"
            rows={5}
            value={lines}
            onInput={event => {
              setLines(event.currentTarget.value)
              setFault(undefined)
            }}
          />
        )}
      </Field>
      {deed.failure && <FailureNotice failure={deed.failure} />}
      <div role="status">
        {invited.length > 0 && (
          <ul>
            {invited.map(one => (
              <li key={one.email}>
                {one.outcome === 'mailed'
                  ? text.invited(one.email)
                  : one.outcome === 'taken'
                    ? text.taken(one.email)
                    : text.link(one.email)}
                {one.outcome === 'link' && <HandedLink link={one.link} />}
              </li>
            ))}
          </ul>
        )}
      </div>
      <div class="buttons">
        <Button look={isWritten ? 'primary' : 'plain'} busy={deed.isBusy} onClick={deed.run}>
          {text.invite}
        </Button>
        <Button look={isWritten ? 'plain' : 'primary'} busy={finish.isBusy} onClick={finish.run}>
          {text.finish}
        </Button>
      </div>
      {finish.failure && <FailureNotice failure={finish.failure} />}
    </>
  )
}

function HandedLink({ link }: { link: string }) {
  const text = useWords(startText).start
  // A server that was not told its public address answers with the path alone.
  const whole = new URL(link, location.origin).href
  return (
    <span class="buttons">
      <code>{whole}</code>
      <CopyButton words={whole} label={text.copy} />
    </span>
  )
}

/** `Anna Nowak anna@firma.pl`, also with brackets or a comma; without a name, the part before the @. */
function personIn(line: string): { name: string; email: string } | null {
  const words = line
    .trim()
    .split(/[\s,;<>]+/)
    .filter(Boolean)
  const email = words.find(word => word.includes('@')) ?? ''
  const address = readAddress(email)
  if (!address || address.isDomain) return null
  const name = words.filter(word => word !== email).join(' ')
  return { name: name || (email.split('@')[0] ?? email), email: address.value }
}
