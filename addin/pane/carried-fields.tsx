import { useEffect, useRef, useState } from 'preact/hooks'
import { isDocumentKind, type Kind } from '../../shared/kind.ts'
import { type Carried, listCarried, MOST_CHOSEN } from '../../shared/message.ts'
import { type FailureCode, failureOf } from '../api/api-error.ts'
import { call } from '../api/call.ts'
import type { MailHost } from '../host/mail-host.ts'
import { useKindWord, useOfferedKinds } from '../ui/document-types.ts'
import { useText } from '../ui/language.ts'
import { Notice } from '../ui/notice.tsx'
import { Late, SkeletonRows } from '../ui/skeleton.tsx'
import { useBesideText } from './beside-text.ts'
import { type Becomes, becomes, type Choices, typeWhenTicked, withChoice } from './document-choices.ts'
import { useHost } from './host-context.ts'

type CarriedFieldsProps = {
  contractorId: string
  choices: Choices
  onChoices: (choices: Choices) => void
}

type State = { is: 'asking' } | { is: 'there'; carried: Carried[] } | { is: 'failed'; failure: FailureCode | 'unread' }

/** Which attachments of the open mail become documents of the file, and of what type. None of them leaves the mail. */
export function CarriedFields({ contractorId, choices, onChoices }: CarriedFieldsProps) {
  const host = useHost()
  const words = useText()
  const text = useBesideText().attachments
  const [state, setState] = useState<State>({ is: 'asking' })
  const box = useRef<HTMLFieldSetElement>(null)

  useEffect(() => {
    let isCurrent = true
    void ask(host, contractorId).then(answer => isCurrent && setState(answer))
    return () => {
      isCurrent = false
    }
  }, [host, contractorId])
  // The button that opened the list is gone, and whoever works by keyboard goes on here.
  useEffect(() => {
    if (state.is === 'there') box.current?.querySelector('input')?.focus()
  }, [state.is])

  if (state.is === 'asking') {
    return (
      <Late>
        <SkeletonRows rows={2} />
      </Late>
    )
  }
  if (state.is === 'failed') {
    return <Notice>{state.failure === 'unread' ? text.unread : words.failure[state.failure]}</Notice>
  }
  if (state.carried.length === 0) return <p class="small faint">{text.none}</p>
  return (
    <fieldset class="carried" ref={box}>
      <legend>{text.heading}</legend>
      <p class="small faint">{text.lead}</p>
      <ul>
        {state.carried.map(one => (
          <CarriedRow
            key={one.hash}
            carried={one}
            now={becomes(one, choices)}
            onNow={next => onChoices(withChoice(choices, one, next))}
          />
        ))}
      </ul>
    </fieldset>
  )
}

async function ask(host: MailHost, contractorId: string): Promise<State> {
  const body = await host.source().catch(() => null)
  if (!body) return { is: 'failed', failure: 'unread' }
  return call(host, listCarried, { querystring: { contractorId }, body }).then(
    ({ items }): State => ({ is: 'there', carried: items.slice(0, MOST_CHOSEN) }),
    (error: unknown): State => ({ is: 'failed', failure: failureOf(error) }),
  )
}

type CarriedRowProps = { carried: Carried; now: Becomes; onNow: (next: Becomes) => void }

function CarriedRow({ carried, now, onNow }: CarriedRowProps) {
  const wordOf = useKindWord()
  const offered = useOfferedKinds().filter(isDocumentKind)
  const text = useBesideText().attachments
  const name = carried.name || text.nameless
  const isTicked = now !== 'none'
  const shown = isTicked ? now : typeWhenTicked(carried)
  return (
    <li>
      <label class="check">
        <input type="checkbox" checked={isTicked} onChange={() => onNow(isTicked ? 'none' : typeWhenTicked(carried))} />
        <span class="cut" title={name}>
          {name}
        </span>
      </label>
      <select
        class="input"
        aria-label={text.type(name)}
        disabled={!isTicked}
        value={shown}
        onChange={event => onNow(event.currentTarget.value as Kind)}
      >
        {[...offered, ...(offered.includes(shown) ? [] : [shown])].map(type => (
          <option key={type} value={type}>
            {wordOf(type)}
          </option>
        ))}
      </select>
    </li>
  )
}
