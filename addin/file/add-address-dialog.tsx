import { useState } from 'preact/hooks'
import { addAddress, type Contractor } from '../../shared/contractor.ts'
import { call } from '../api/call.ts'
import { FormDialog } from '../app/form-dialog.tsx'
import { useAppText, useSurroundings } from '../app/surroundings.ts'
import { useDeed } from '../app/use-deed.ts'
import { TextField } from '../ui/field.tsx'
import { readTypedAddresses } from './read-new-contractor.ts'

interface AddAddressDialogProps {
  contractorId: string
  onClose: () => void
  onAdded: (contractor: Contractor, address: string) => void
}

/** Gives a contractor an address or a domain; an address may be that of a new contact person. */
export function AddAddressDialog({ contractorId, onClose, onAdded }: AddAddressDialogProps) {
  const text = useAppText()
  const { host } = useSurroundings()
  const [typed, setTyped] = useState('')
  const [person, setPerson] = useState('')
  const [failure, setFailure] = useState<string>()
  const { addresses, wrong } = readTypedAddresses(typed)
  const [address = ''] = addresses
  const isDomain = address.startsWith('@')
  const deed = useDeed(async () => {
    const personName = isDomain ? '' : person.trim()
    const body = { address, earlierMail: 'ask' as const, ...(personName && { personName }) }
    onAdded(await call(host, addAddress, { params: { contractorId }, body }), address)
  })

  function check() {
    const words = text.newContractor
    const found = wrong
      ? wrong.why === 'free-mail'
        ? words.freeMail(wrong.line)
        : words.addressWrong(wrong.line)
      : address === ''
        ? text.addAddress.missing
        : undefined
    setFailure(found)
    return found === undefined
  }

  return (
    <FormDialog
      title={text.addAddress.title}
      button={text.addAddress.button}
      deed={deed}
      check={check}
      onClose={onClose}
    >
      <TextField
        label={text.addAddress.address}
        hint={text.addAddress.hint}
        failure={failure}
        value={typed}
        maxLength={320}
        autocomplete="off"
        onValue={value => {
          setTyped(value)
          setFailure(undefined)
        }}
      />
      {!isDomain && (
        <TextField
          label={text.addAddress.person}
          hint={text.addAddress.personHint}
          value={person}
          maxLength={200}
          autocomplete="off"
          onValue={setPerson}
        />
      )}
    </FormDialog>
  )
}
