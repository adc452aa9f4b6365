import { Plus } from 'lucide'
import { useState } from 'preact/hooks'
import { readAddress, showAddress } from '../../shared/address.ts'
import { ApiError } from '../api/api-error.ts'
import { FailureNotice } from '../app/plain-pages.tsx'
import { useAdminText } from '../app/surroundings.ts'
import { useDeed } from '../app/use-deed.ts'
import { useFaultyField } from '../app/use-faulty-field.ts'
import { Button } from '../ui/button.tsx'
import { TextField } from '../ui/field.tsx'
import { useToast } from '../ui/toast.tsx'

/** Adds an address or domain, and answers how it stands in the list. */
export type AddressAdd = (address: string) => Promise<string>

interface AddressFormProps {
  label: string
  onAdd: AddressAdd
  /** Said when the server refuses what looked like an address. */
  refused: string | undefined
}

/** Adds an address or domain to a list; the field stays ready for the next one. */
export function AddressForm({ label, onAdd, refused }: AddressFormProps) {
  const text = useAdminText().addressList
  const toast = useToast()
  const [typed, setTyped] = useState('')
  const [fault, setFault] = useState<string>()
  const [form, focusFault] = useFaultyField()

  function refuse(why: string) {
    setFault(why)
    focusFault()
  }

  const deed = useDeed(async () => {
    const address = readAddress(typed)
    if (!address) return refuse(text.wrong)
    try {
      const added = await onAdd(showAddress(address))
      const isShorter = showAddress(address).replace('@www.', '@') === added && added !== showAddress(address)
      toast({ message: isShorter ? text.addedWithoutWww(added) : text.added(added) })
      setTyped('')
    } catch (error) {
      if (!(error instanceof ApiError) || error.code !== 'invalid') throw error
      refuse(refused ?? text.wrong)
    }
  })

  function handleSubmit(event: SubmitEvent) {
    event.preventDefault()
    deed.run()
  }

  return (
    <form ref={form} class="address-form" aria-label={label} noValidate onSubmit={handleSubmit}>
      <TextField
        label={text.address}
        hint={text.hint}
        failure={fault}
        value={typed}
        maxLength={320}
        autocomplete="off"
        onValue={value => {
          setTyped(value)
          setFault(undefined)
        }}
      />
      <Button type="submit" icon={Plus} busy={deed.isBusy}>
        {text.add}
      </Button>
      {deed.failure && <FailureNotice failure={deed.failure} />}
    </form>
  )
}
