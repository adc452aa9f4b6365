import { useEffect, useLayoutEffect, useState } from 'preact/hooks'
import { type ContractorInput, type ContractorRow, createContractor } from '../../shared/contractor.ts'
import type { Unknown } from '../../shared/lookup.ts'
import { showNip } from '../../shared/tax-id.ts'
import { type FailureCode, failureOf } from '../api/api-error.ts'
import { call } from '../api/call.ts'
import { addressesOf, addToHolder, askHolders, type Holders } from '../file/holders.ts'
import { HoldersNotice } from '../file/holders-notice.tsx'
import type { OpenMessage } from '../host/mail-host.ts'
import { Button } from '../ui/button.tsx'
import { TextField } from '../ui/field.tsx'
import { useHoldersText } from '../ui/holders-text.ts'
import { useText } from '../ui/language.ts'
import { Notice } from '../ui/notice.tsx'
import { useToast } from '../ui/toast.tsx'
import { useOwnNumber } from '../ui/use-own-number.ts'
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
  const { busy, failure, holders, forget, create, addTo } = useCreate(onCreated)
  const { filled, isFromText, change } = useFilled(guess, { address: person.address, message, onFilled: forget })
  const input = inputOf(filled, person.address, domain)
  const { anyway } = useHoldersText()
  const box = useReturnFocus<HTMLFormElement>()
  useLayoutEffect(() => {
    const first = box.current?.querySelector('input')
    first?.focus()
    first?.select()
  }, [box])

  function handleChange(part: Partial<Filled>) {
    change(part)
    // What was found was found for what stood there.
    if (part.taxId !== undefined || part.withDomain !== undefined) forget()
  }

  function handleSubmit(event: SubmitEvent) {
    event.preventDefault()
    if (!busy && filled.name.trim()) void create(input)
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
      <Fields filled={filled} onChange={handleChange} isTaxIdWrong={failure === 'tax-id-wrong'} />
      {domain && (
        <label class="check">
          <input
            type="checkbox"
            checked={filled.withDomain}
            onChange={event => handleChange({ withDomain: event.currentTarget.checked })}
          />
          {text.contractor.domain(`@${domain}`)}
        </label>
      )}
      {failure && failure !== 'tax-id-wrong' && <Notice>{text.failure[failure]}</Notice>}
      {holders && <HoldersNotice holders={holders} isBusy={busy} onAdd={holder => void addTo(holder, input)} />}
      <div class="actions">
        <Button type="submit" look="primary" busy={busy}>
          {busy ? text.contractor.busy : holders ? anyway : text.contractor.create}
        </Button>
        <Button look="quiet" onClick={onCancel}>
          {text.cancel}
        </Button>
      </div>
    </form>
  )
}

type Filled = { name: string; person: string; taxId: string; phone: string; withDomain: boolean }

type MailOf = { address: string; message: OpenMessage | null; onFilled: () => void }

/** What is filled in: a guess from the address at once, and what the mail's own words give a moment later, unless it was typed over by then. */
function useFilled(guess: Filled, { address, message, onFilled }: MailOf) {
  const host = useHost()
  const [filled, setFilled] = useState(guess)
  const [isFromText, setFromText] = useState(false)

  useEffect(() => {
    let current = true
    const fill = (words: string) => {
      const { company, nip, phone } = readSignature(message ? wordsBy(address, message, words) : '')
      if (!current || !(company || nip || phone)) return
      setFromText(true)
      onFilled()
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
  const [holders, setHolders] = useState<Holders | null>(null)
  const numberOf = useOwnNumber()

  async function attempt(work: () => Promise<void>) {
    if (busy) return
    setBusy(true)
    setFailure(null)
    try {
      await work()
    } catch (error) {
      setFailure(failureOf(error))
    }
    setBusy(false)
  }

  const create = (input: ContractorInput) =>
    attempt(async () => {
      // Said once; whoever presses again has read it.
      const found = holders ? null : await askHolders(host, input)
      if (found) return setHolders(found)
      const body = { id: numberOf(input), ...input, earlierMail: 'ask' as const }
      const { id, name } = await call(host, createContractor, { body })
      toast({ message: text.contractor.created(name) })
      onCreated({ id, name }, addressesOf(input))
    })

  const addTo = ({ id, name }: ContractorRow, input: ContractorInput) =>
    attempt(async () => {
      await addToHolder(host, id, input)
      toast({ message: text.unknown.added(addressesOf(input).join(', '), name) })
      onCreated({ id, name }, addressesOf(input))
    })

  return { busy, failure, holders, forget: () => setHolders(null), create, addTo }
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

function onEscape(leave: () => void) {
  return (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return
    event.stopPropagation()
    leave()
  }
}
