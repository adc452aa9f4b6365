import { X } from 'lucide'
import { failureOf } from '../api/api-error.ts'
import { FailureNotice } from '../app/plain-pages.tsx'
import { useAdminText } from '../app/surroundings.ts'
import { useDeed } from '../app/use-deed.ts'
import { Button } from '../ui/button.tsx'
import { useText } from '../ui/language.ts'
import { useToast } from '../ui/toast.tsx'
import { type AddressAdd, AddressForm } from './address-form.tsx'

/** An address or domain of a list, with a word about it; what may not be removed has no button. */
export interface ListedAddress {
  address: string
  note?: string | undefined
  mayRemove: boolean
}

interface AddressListProps {
  label: string
  rows: ListedAddress[]
  empty: string
  /** Left out where the reader may only look. */
  onAdd?: AddressAdd | undefined
  onRemove: (address: string) => Promise<void>
  /** Said when the server refuses what looked like an address. */
  refused?: string
}

/** Addresses and domains that one adds and removes, each at once and with a way back. */
export function AddressList({ label, rows, empty, onAdd, onRemove, refused }: AddressListProps) {
  return (
    <div class="address-list">
      {onAdd && <AddressForm label={label} onAdd={onAdd} refused={refused} />}
      {rows.length === 0 ? (
        <p class="faint">{empty}</p>
      ) : (
        <ul aria-label={label}>
          {rows.map(row => (
            <AddressRow key={row.address} row={row} onAdd={onAdd} onRemove={onRemove} />
          ))}
        </ul>
      )}
    </div>
  )
}

interface AddressRowProps extends Pick<AddressListProps, 'onAdd' | 'onRemove'> {
  row: ListedAddress
}

function AddressRow({ row: { address, note, mayRemove }, onAdd, onRemove }: AddressRowProps) {
  const text = useAdminText().addressList
  const words = useText()
  const toast = useToast()
  const undo = () => onAdd?.(address).catch(error => toast({ message: words.failure[failureOf(error)] }))
  const deed = useDeed(async () => {
    await onRemove(address)
    toast({ message: text.removed(address), ...(onAdd && { onUndo: () => void undo() }) })
  })
  return (
    <li>
      <span class="address">{address}</span>
      {note && <span class="small faint">{note}</span>}
      {mayRemove && (
        <Button
          look="bare"
          icon={X}
          busy={deed.isBusy}
          title={text.removeFor(address)}
          aria-label={text.removeFor(address)}
          onClick={deed.run}
        />
      )}
      {deed.failure && <FailureNotice failure={deed.failure} />}
    </li>
  )
}
