import { domainOf } from '../../shared/address.ts'
import { type Contractor, changePerson, type Person, removePerson } from '../../shared/contractor.ts'
import { failureOf } from '../api/api-error.ts'
import { call } from '../api/call.ts'
import { FormDialog } from '../app/form-dialog.tsx'
import { useSurroundings, useWords } from '../app/surroundings.ts'
import { useDeed } from '../app/use-deed.ts'
import { listNames } from '../text/list-names.ts'
import { personFormText } from '../text/person-form.ts'
import { useLanguage, useText } from '../ui/language.ts'
import { useToast } from '../ui/toast.tsx'

interface RemovePersonDialogProps {
  contractor: Contractor
  person: Person
  onClose: () => void
  onChanged: (contractor: Contractor) => void
}

/** Removes a contact person after saying what that does to the mail, with a way back for a while. */
export function RemovePersonDialog({ contractor, person, onClose, onChanged }: RemovePersonDialogProps) {
  const text = useWords(personFormText).remove
  const { failure } = useText()
  const language = useLanguage()
  const { host } = useSurroundings()
  const toast = useToast()
  const params = { contractorId: contractor.id, personId: person.id }
  const takeBack = () =>
    call(host, changePerson, { params, body: { removed: false } }).then(onChanged, error =>
      toast({ message: failure[failureOf(error)] }),
    )
  const deed = useDeed(async () => {
    onChanged(await call(host, removePerson, { params }))
    toast({ message: text.done(person.name), onUndo: () => void takeBack() })
  })
  const { addresses } = person
  const domains = domainsThatStay(contractor, addresses)
  return (
    <FormDialog title={text.title} button={text.button} deed={deed} onClose={onClose}>
      <p>{text.lead(person.name)}</p>
      {addresses.length > 0 && <p>{text.addresses(listNames(language, addresses), addresses.length === 1)}</p>}
      {domains.length > 0 && <p>{text.domains(listNames(language, domains), domains.length === 1)}</p>}
    </FormDialog>
  )
}

/** The contractor's own domains in which these addresses stand. */
function domainsThatStay(contractor: Contractor, addresses: string[]): string[] {
  const theirs = new Set(addresses.map(address => `@${domainOf(address)}`))
  return contractor.addresses.filter(address => theirs.has(address))
}
