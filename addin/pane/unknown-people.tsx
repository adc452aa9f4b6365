import { UserRoundPlus, X } from 'lucide'
import { useState } from 'preact/hooks'
import type { Match, Unknown } from '../../shared/lookup.ts'
import type { OpenMessage } from '../host/mail-host.ts'
import { Button } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import { useText } from '../ui/language.ts'
import { useToast } from '../ui/toast.tsx'
import type { Choice } from './choice.ts'
import { useHost } from './host-context.ts'
import { AddToContractor, CreateContractor } from './later-parts.ts'
import { useFocusKept } from './use-focus-kept.ts'
import { useIgnored } from './use-ignored.ts'
import type { Swept } from './use-sweep.ts'

type UnknownPeopleProps = {
  unknown: Unknown[]
  contractors: Match[]
  /** The mail whose words tell more of them; null while it is still being written. */
  message: OpenMessage | null
  /** True when the mail has a contractor already, so that the strip may stay folded. */
  known: boolean
  onChoose: (choice: Choice) => void
  onAdded: () => Promise<void>
  /** Called when addresses became a contractor's, so that their earlier mail can be asked about. */
  onAddresses: (swept: Swept) => void
  /** Called when the strip went from under the focus. */
  onGone: () => void
}

/** Everybody in the mail whom nobody knows, each with a way to make him known. */
export function UnknownPeople({ unknown: all, known, onGone, ...rest }: UnknownPeopleProps) {
  const text = useText()
  const toast = useToast()
  const ignored = useIgnored(useHost())
  const [showsAll, setShowsAll] = useState(false)
  const unknown = showsAll ? all : all.filter(({ address }) => !ignored.has(address))
  const box = useFocusKept<HTMLDetailsElement>(unknown.length, onGone)
  if (unknown.length === 0 && (known || all.length === 0)) return null

  function handleIgnore(address: string) {
    ignored.add(address)
    setShowsAll(false)
    toast({ message: text.unknown.ignored(address), onUndo: () => ignored.remove(address) })
  }

  const list = (
    <ul class="people">
      {unknown.map(person => (
        <UnknownPerson key={person.address} person={person} {...rest} onIgnore={handleIgnore} />
      ))}
    </ul>
  )
  if (!known) {
    return (
      <section ref={box} class="part" tabIndex={-1} aria-label={text.unknown.heading}>
        {list}
        {unknown.length === 0 && (
          <Button look="quiet" class="start" onClick={() => setShowsAll(true)}>
            {text.unknown.showIgnored}
          </Button>
        )}
      </section>
    )
  }
  return (
    <details ref={box} class="part unknown" tabIndex={-1}>
      <summary>
        <Icon shape={UserRoundPlus} />
        {text.count.unknown(unknown.length)}
        <span class="faint cut">{unknown.map(({ name, address }) => name || address).join(', ')}</span>
      </summary>
      {list}
    </details>
  )
}

type UnknownPersonProps = Pick<
  UnknownPeopleProps,
  'contractors' | 'message' | 'onChoose' | 'onAdded' | 'onAddresses'
> & {
  person: Unknown
  onIgnore: (address: string) => void
}

function UnknownPerson(props: UnknownPersonProps) {
  const { person, contractors, message, onChoose, onAdded, onAddresses, onIgnore } = props
  const text = useText()
  const [open, setOpen] = useState<'nothing' | 'create' | 'add'>('nothing')
  const close = () => setOpen('nothing')
  return (
    <li>
      <div class="line">
        <p>
          {person.name && <strong>{person.name} </strong>}
          <span class={person.name ? 'faint' : ''}>{person.address}</span>
        </p>
        <Button
          look="bare"
          icon={X}
          title={text.unknown.ignore}
          aria-label={text.unknown.ignoreFor(person.address)}
          onClick={() => onIgnore(person.address)}
        />
      </div>
      <div class="actions" hidden={open !== 'nothing'}>
        <Button aria-label={text.unknown.createFor(person.address)} onClick={() => setOpen('create')}>
          {text.unknown.create}
        </Button>
        <Button look="quiet" aria-label={text.unknown.addFor(person.address)} onClick={() => setOpen('add')}>
          {text.unknown.add}
        </Button>
      </div>
      {open === 'create' && (
        <CreateContractor
          person={person}
          message={message}
          onCancel={close}
          onCreated={(choice, addresses) => {
            onAddresses({ contractorId: choice.id, addresses })
            onChoose(choice)
          }}
        />
      )}
      {open === 'add' && (
        <AddToContractor
          person={person}
          contractors={contractors}
          onCancel={close}
          onAdded={(choice, addresses) => {
            close()
            onAddresses({ contractorId: choice.id, addresses })
            if (contractors.length === 0) onChoose(choice)
            else void onAdded()
          }}
        />
      )}
    </li>
  )
}
