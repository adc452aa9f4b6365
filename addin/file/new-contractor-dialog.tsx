import { useRef, useState } from 'preact/hooks'
import { type ContractorRow, createContractor } from '../../shared/contractor.ts'
import { call } from '../api/call.ts'
import { FormDialog } from '../app/form-dialog.tsx'
import { contractorLink } from '../app/page-link.ts'
import { useAppText, useSurroundings } from '../app/surroundings.ts'
import { useDeed } from '../app/use-deed.ts'
import { Field, TextField } from '../ui/field.tsx'
import { useHoldersText } from '../ui/holders-text.ts'
import { useOwnNumber } from '../ui/use-own-number.ts'
import { addToHolder, askHolders, type Holders } from './holders.ts'
import { HoldersNotice } from './holders-notice.tsx'
import { NipField } from './nip-field.tsx'
import { readTypedAddresses, readTypedNip } from './read-new-contractor.ts'

interface NewContractorDialogProps {
  /** What is known already. */
  filled?: Partial<Draft>
  onClose: () => void
  /** Told of the one that was created, or of the one that got the addresses instead. */
  onCreated: (contractor: ContractorRow, addresses: string[]) => void
}

type FaultyField = 'name' | 'nip' | 'addresses'

/** Opens a contractor's file. What is wrong is said beside the field, before the server is asked. */
export function NewContractorDialog({ filled, onClose, onCreated }: NewContractorDialogProps) {
  const text = useAppText().newContractor
  const { anyway } = useHoldersText()
  const [draft, setDraft] = useState<Draft>({ name: '', nip: '', city: '', addresses: '', ...filled })
  const [faulty, setFaulty] = useState<FaultyField>()
  const { holders, forget, add, deed } = useCreation(draft, onCreated)
  const change = (part: Partial<Draft>) => {
    setDraft({ ...draft, ...part })
    setFaulty(undefined)
    if (part.addresses !== undefined || part.nip !== undefined) forget()
  }

  function check() {
    const fault = faultOf(draft)
    setFaulty(fault)
    return fault === undefined
  }

  return (
    <FormDialog title={text.title} button={holders ? anyway : text.button} deed={deed} check={check} onClose={onClose}>
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
      {holders && (
        <HoldersNotice
          holders={holders}
          isBusy={deed.isBusy}
          linkOf={contractorLink}
          onAdd={draft.addresses.trim() ? add : undefined}
        />
      )}
    </FormDialog>
  )
}

/** Creates the contractor of the draft, or gives the addresses to one that exists. */
function useCreation(draft: Draft, onCreated: NewContractorDialogProps['onCreated']) {
  const { host } = useSurroundings()
  const [holders, setHolders] = useState<Holders | null>(null)
  const chosen = useRef<ContractorRow | null>(null)
  const numberOf = useOwnNumber()
  const deed = useDeed(async () => {
    const body = bodyOf(draft)
    const { addresses = [] } = body
    const holder = chosen.current
    chosen.current = null
    if (holder) {
      await addToHolder(host, holder.id, body)
      return onCreated(holder, addresses)
    }
    // Said once; whoever presses again has read it.
    const found = holders ? null : await askHolders(host, body)
    if (found) return setHolders(found)
    onCreated(await call(host, createContractor, { body: { id: numberOf(body), ...body } }), addresses)
  })

  function add(holder: ContractorRow) {
    chosen.current = holder
    deed.run()
  }

  return { holders, forget: () => setHolders(null), add, deed }
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
