import { useState } from 'preact/hooks'
import { type Contractor, createContractor, findHolders, type HeldAddress } from '../../shared/contractor.ts'
import { call } from '../api/call.ts'
import { FormDialog } from '../app/form-dialog.tsx'
import { useAppText, useSurroundings } from '../app/surroundings.ts'
import { useDeed } from '../app/use-deed.ts'
import { Field, TextField } from '../ui/field.tsx'
import { HeldAddresses } from './held-addresses.tsx'
import { NipField } from './nip-field.tsx'
import { readTypedAddresses, readTypedNip } from './read-new-contractor.ts'

interface NewContractorDialogProps {
  /** What is known already. */
  filled?: Partial<Draft>
  onClose: () => void
  onCreated: (contractor: Contractor, addresses: string[]) => void
}

type FaultyField = 'name' | 'nip' | 'addresses'

/** Opens a contractor's file. What is wrong is said beside the field, before the server is asked. */
export function NewContractorDialog({ filled, onClose, onCreated }: NewContractorDialogProps) {
  const text = useAppText().newContractor
  const { host } = useSurroundings()
  const [draft, setDraft] = useState<Draft>({ name: '', nip: '', city: '', addresses: '', ...filled })
  const [faulty, setFaulty] = useState<FaultyField>()
  const [held, setHeld] = useState<HeldAddress[]>([])
  const deed = useDeed(async () => {
    const body = bodyOf(draft)
    // Said once; whoever presses again has read it.
    const { addresses = [] } = body
    if (held.length === 0 && addresses.length > 0) {
      const { items } = await call(host, findHolders, { body: { addresses } })
      if (items.length > 0) return setHeld(items)
    }
    onCreated(await call(host, createContractor, { body }), addresses)
  })
  const change = (part: Partial<Draft>) => {
    setDraft({ ...draft, ...part })
    setFaulty(undefined)
    if (part.addresses !== undefined) setHeld([])
  }

  function check() {
    const fault = faultOf(draft)
    setFaulty(fault)
    return fault === undefined
  }

  return (
    <FormDialog
      title={text.title}
      button={held.length > 0 ? text.buttonAnyway : text.button}
      deed={deed}
      check={check}
      onClose={onClose}
    >
      <TextField
        label={text.name}
        value={draft.name}
        maxLength={300}
        onValue={name => change({ name })}
        failure={faulty === 'name' ? text.nameMissing : undefined}
      />
      <NipField value={draft.nip} onValue={nip => change({ nip })} isFaulty={faulty === 'nip'} />
      <TextField label={text.city} value={draft.city} maxLength={200} onValue={city => change({ city })} />
      <AddressesField
        value={draft.addresses}
        onValue={addresses => change({ addresses })}
        isFaulty={faulty === 'addresses'}
      />
      <HeldAddresses held={held} />
    </FormDialog>
  )
}

interface AddressesFieldProps {
  value: string
  onValue: (value: string) => void
  isFaulty: boolean
}

function AddressesField({ value, onValue, isFaulty }: AddressesFieldProps) {
  const text = useAppText().newContractor
  const { wrong } = readTypedAddresses(value)
  const failure = wrong && (wrong.why === 'free-mail' ? text.freeMail(wrong.line) : text.addressWrong(wrong.line))
  return (
    <Field label={text.addresses} hint={text.addressesHint} failure={isFaulty && failure ? failure : undefined}>
      {names => (
        <textarea
          {...names}
          class="input"
          rows={3}
          spellcheck={false}
          value={value}
          onInput={event => onValue(event.currentTarget.value)}
        />
      )}
    </Field>
  )
}

type Draft = Record<'name' | 'nip' | 'city' | 'addresses', string>

function faultOf(draft: Draft): FaultyField | undefined {
  if (draft.name.trim() === '') return 'name'
  const nip = readTypedNip(draft.nip).state
  if (nip !== 'empty' && nip !== 'right') return 'nip'
  return readTypedAddresses(draft.addresses).wrong ? 'addresses' : undefined
}

function bodyOf(draft: Draft) {
  const { addresses } = readTypedAddresses(draft.addresses)
  return {
    name: draft.name.trim(),
    ...(draft.nip.trim() && { taxId: draft.nip.trim() }),
    ...(draft.city.trim() && { city: draft.city.trim() }),
    ...(addresses.length > 0 && { addresses, earlierMail: 'ask' as const }),
  }
}
