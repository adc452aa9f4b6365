import { useLayoutEffect, useState } from 'preact/hooks'
import { type ContractorInput, createContractor } from '../../shared/contractor.ts'
import type { Unknown } from '../../shared/lookup.ts'
import { type FailureCode, failureOf } from '../api/api-error.ts'
import { call } from '../api/call.ts'
import { Button } from '../ui/button.tsx'
import { TextField } from '../ui/field.tsx'
import { useText } from '../ui/language.ts'
import { Notice } from '../ui/notice.tsx'
import { useToast } from '../ui/toast.tsx'
import { useReturnFocus } from '../ui/use-return-focus.ts'
import type { Choice } from './choice.ts'
import { useHost } from './host-context.ts'
import { proposeContractor } from './propose-contractor.ts'

type CreateContractorProps = {
  person: Unknown
  onCancel: () => void
  onCreated: (contractor: Choice, addresses: string[]) => void
}

/** Opens a contractor file for an unknown person, pre-filled with what the mail gives away. */
export function CreateContractor({ person, onCancel, onCreated }: CreateContractorProps) {
  const text = useText()
  const { domain, ...proposal } = proposeContractor(person)
  const [filled, setFilled] = useState<Filled>({ ...proposal, taxId: '', withDomain: domain !== null })
  const { busy, failure, create } = useCreate(onCreated)
  const box = useReturnFocus<HTMLFormElement>()
  useLayoutEffect(() => {
    const first = box.current?.querySelector('input')
    first?.focus()
    first?.select()
  }, [box])
  const change = (part: Partial<Filled>) => setFilled({ ...filled, ...part })

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

type Filled = { name: string; person: string; taxId: string; withDomain: boolean }

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
function inputOf({ name, person, taxId, withDomain }: Filled, address: string, domain: string | null): ContractorInput {
  const people = person.trim() ? [{ name: person.trim(), addresses: [address] }] : []
  const own = [...(people.length === 0 ? [address] : []), ...(domain && withDomain ? [`@${domain}`] : [])]
  return {
    name: name.trim(),
    ...(taxId.trim() && { taxId: taxId.trim() }),
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
