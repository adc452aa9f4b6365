import { useEffect, useLayoutEffect, useState } from 'preact/hooks'
import { type ContractorInput, createContractor } from '../../shared/contractor.ts'
import type { Unknown } from '../../shared/lookup.ts'
import { showNip } from '../../shared/tax-id.ts'
import { type FailureCode, failureOf } from '../api/api-error.ts'
import { call } from '../api/call.ts'
import type { OpenMessage } from '../host/mail-host.ts'
import { Button } from '../ui/button.tsx'
import { TextField } from '../ui/field.tsx'
import { useText } from '../ui/language.ts'
import { Notice } from '../ui/notice.tsx'
import { useToast } from '../ui/toast.tsx'
import { useReturnFocus } from '../ui/use-return-focus.ts'
import type { Choice } from './choice.ts'
import { useHost } from './host-context.ts'
import { proposeContractor } from './propose-contractor.ts'
import { wordsBy } from './read-forwarded.ts'
import { readSignature } from './read-signature.ts'

type CreateContractorProps = {
  person: Unknown
  /** The mail that may hold his signature; null while it is still being written. */
  message: OpenMessage | null
  onCancel: () => void
  onCreated: (contractor: Choice, addresses: string[]) => void
}

/** Opens a contractor file for an unknown person, pre-filled with what the mail gives away. */
export function CreateContractor({ person, message, onCancel, onCreated }: CreateContractorProps) {
  const text = useText()
  const { domain, ...proposal } = proposeContractor(person)
  const guess = { ...proposal, taxId: '', phone: '', withDomain: domain !== null }
  const { filled, isFromText, change } = useFilled(guess, person.address, message)
  const { busy, failure, create } = useCreate(onCreated)
  const box = useReturnFocus<HTMLFormElement>()
  useLayoutEffect(() => {
    const first = box.current?.querySelector('input')
    first?.focus()
    first?.select()
  }, [box])

  function handleSubmit(event: SubmitEvent) {
    event.preventDefault()
    if (!busy && filled.name.trim()) void create(inputOf(filled, person.address, domain))
  }

  return (
    <form
      ref={box}
      class="card stack"
      aria-label={text.contractor.heading}
      onSubmit={handleSubmit}
      onKeyDown={onEscape(onCancel)}
    >
      {isFromText && (
        <p class="small faint" role="status">
          {text.signature.found}
        </p>
      )}
      <Fields filled={filled} onChange={change} isTaxIdWrong={failure === 'tax-id-wrong'} />
      {domain && (
        <label class="check">
          <input
            type="checkbox"
            checked={filled.withDomain}
            onChange={event => change({ withDomain: event.currentTarget.checked })}
          />
          {text.contractor.domain(`@${domain}`)}
        </label>
      )}
      {failure && failure !== 'tax-id-wrong' && <Notice>{text.failure[failure]}</Notice>}
      <div class="actions">
        <Button type="submit" look="primary" busy={busy}>
          {busy ? text.contractor.busy : text.contractor.create}
        </Button>
        <Button look="quiet" onClick={onCancel}>
          {text.cancel}
        </Button>
      </div>
    </form>
  )
}

type Filled = { name: string; person: string; taxId: string; phone: string; withDomain: boolean }

/** What is filled in: a guess from the address at once, and what the mail's own words give a moment later, unless it was typed over by then. */
function useFilled(guess: Filled, address: string, message: OpenMessage | null) {
  const host = useHost()
  const [filled, setFilled] = useState(guess)
  const [isFromText, setFromText] = useState(false)

  useEffect(() => {
    let current = true
    const fill = (words: string) => {
      const { company, nip, phone } = readSignature(message ? wordsBy(address, message, words) : '')
      if (!current || !(company || nip || phone)) return
      setFromText(true)
      setFilled(before => ({
        ...before,
        ...(company && before.name === guess.name && { name: company }),
        ...(nip && before.taxId === '' && { taxId: showNip(nip) }),
        ...(phone && before.phone === '' && { phone }),
      }))
    }
    if (message) host.words?.().then(fill, () => undefined)
    return () => {
      current = false
    }
  }, [host, address, message])

  const change = (part: Partial<Filled>) => setFilled(before => ({ ...before, ...part }))
  return { filled, isFromText, change }
}

type FieldsProps = { filled: Filled; onChange: (part: Partial<Filled>) => void; isTaxIdWrong: boolean }

function Fields({ filled, onChange, isTaxIdWrong }: FieldsProps) {
  const text = useText()
  return (
    <>
      <TextField
        label={text.contractor.name}
        required
        maxLength={300}
        value={filled.name}
        onValue={name => onChange({ name })}
      />
      <TextField
        label={text.contractor.nip}
        placeholder={text.optional}
        maxLength={40}
        failure={isTaxIdWrong ? text.failure['tax-id-wrong'] : undefined}
        value={filled.taxId}
        onValue={taxId => onChange({ taxId })}
      />
      <TextField
        label={text.contractor.person}
        placeholder={text.optional}
        maxLength={300}
        value={filled.person}
        onValue={person => onChange({ person })}
      />
      <TextField
        label={text.signature.phone}
        placeholder={text.optional}
        type="tel"
        maxLength={60}
        value={filled.phone}
        onValue={phone => onChange({ phone })}
      />
    </>
  )
}

function useCreate(onCreated: CreateContractorProps['onCreated']) {
  const host = useHost()
  const text = useText()
  const toast = useToast()
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<FailureCode | null>(null)

  async function create(input: ContractorInput) {
    setBusy(true)
    setFailure(null)
    try {
      const { id, name } = await call(host, createContractor, { body: { ...input, earlierMail: 'ask' } })
      toast({ message: text.contractor.created(name) })
      onCreated({ id, name }, addressesOf(input))
    } catch (error) {
      setFailure(failureOf(error))
    }
    setBusy(false)
  }

  return { busy, failure, create }
}

/** A named person gets the address; without a name it is the contractor's own. */
function inputOf(
  { name, person, taxId, phone, withDomain }: Filled,
  address: string,
  domain: string | null,
): ContractorInput {
  const phones = phone.trim() ? [phone.trim()] : []
  const people = person.trim() ? [{ name: person.trim(), addresses: [address], ...(phone.trim() && { phones }) }] : []
  const own = [...(people.length === 0 ? [address] : []), ...(domain && withDomain ? [`@${domain}`] : [])]
  return {
    name: name.trim(),
    ...(taxId.trim() && { taxId: taxId.trim() }),
    ...(people.length === 0 && phones.length > 0 && { phones }),
    ...(own.length > 0 && { addresses: own }),
    ...(people.length > 0 && { people }),
  }
}

function addressesOf({ addresses = [], people = [] }: ContractorInput): string[] {
  return [...addresses, ...people.flatMap(person => person.addresses ?? [])]
}

function onEscape(leave: () => void) {
  return (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return
    event.stopPropagation()
    leave()
  }
}
