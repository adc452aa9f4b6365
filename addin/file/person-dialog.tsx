import { useState } from 'preact/hooks'
import { addPerson, type Contractor, changePerson, type Person } from '../../shared/contractor.ts'
import { call } from '../api/call.ts'
import { FormDialog } from '../app/form-dialog.tsx'
import { useAppText, useSurroundings, useWords } from '../app/surroundings.ts'
import { useDeed } from '../app/use-deed.ts'
import { personFormText } from '../text/person-form.ts'
import { TextArea, TextField } from '../ui/field.tsx'
import { useToast } from '../ui/toast.tsx'
import { changesOfPerson, draftOfPerson, type PersonDraft } from './person-draft.ts'
import { readTypedAddresses } from './read-new-contractor.ts'

interface PersonDialogProps {
  contractor: Contractor
  /** Null for somebody new. */
  person: Person | null
  onClose: () => void
  /** Told with the addresses that are new to the file. */
  onChanged: (contractor: Contractor, addresses: string[]) => void
}

/** Adds a contact person, or puts right what is known of one. */
export function PersonDialog({ contractor, person, onClose, onChanged }: PersonDialogProps) {
  const text = useWords(personFormText)
  const { newContractor: words, save } = useAppText()
  const { host } = useSurroundings()
  const toast = useToast()
  const [before] = useState(() => draftOfPerson(person))
  const [draft, setDraft] = useState(before)
  const [failures, setFailures] = useState<Partial<PersonDraft>>({})
  const field = (name: keyof PersonDraft) => ({
    value: draft[name],
    failure: failures[name],
    onValue(value: string) {
      setDraft({ ...draft, [name]: value })
      setFailures({})
    },
  })
  const deed = useDeed(async () => {
    const params = { contractorId: contractor.id }
    const body = changesOfPerson(before, draft)
    if (Object.keys(body).length === 0) return onClose()
    const changed = person
      ? await call(host, changePerson, { params: { ...params, personId: person.id }, body })
      : await call(host, addPerson, { params, body: { ...body, name: draft.name.trim() } })
    const known = new Set([...contractor.addresses, ...contractor.people.flatMap(one => one.addresses)])
    onChanged(changed, body.addresses?.filter(address => !known.has(address)) ?? [])
    toast({ message: text.saved })
  })

  function check() {
    const { wrong, addresses } = readTypedAddresses(draft.addresses)
    const taken = holderAmong(contractor, person, addresses)
    const found: Partial<PersonDraft> = {
      ...(draft.name.trim() === '' && { name: text.nameMissing }),
      ...(wrong && {
        addresses: wrong.why === 'free-mail' ? words.freeMail(wrong.line) : words.addressWrong(wrong.line),
      }),
      ...(!wrong && taken && { addresses: text.addressTaken(taken.address, taken.name) }),
    }
    setFailures(found)
    return Object.keys(found).length === 0
  }

  return (
    <FormDialog title={person ? text.title : text.newTitle} button={save} deed={deed} check={check} onClose={onClose}>
      <TextField label={text.name} maxLength={200} autocomplete="off" {...field('name')} />
      <TextField label={text.role} hint={text.roleHint} maxLength={200} {...field('role')} />
      <TextArea label={text.phones} hint={text.phonesHint} maxLength={1_200} {...field('phones')} />
      <TextArea label={text.addresses} hint={text.addressesHint} maxLength={6_000} {...field('addresses')} />
    </FormDialog>
  )
}

/** Who else of the same file has one of the addresses; mail is filed by whose it is. */
function holderAmong({ people }: Contractor, person: Person | null, addresses: string[]) {
  const others = people.filter(({ id }) => id !== person?.id)
  const held = others.flatMap(one => one.addresses.map(address => ({ address, name: one.name })))
  return held.find(({ address }) => addresses.includes(address))
}
