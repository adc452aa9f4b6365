import { addOwnAddress, type OwnAddress, removeOwnAddress } from '../../shared/own-address.ts'
import { call } from '../api/call.ts'
import { useAdminText, useSurroundings } from '../app/surroundings.ts'
import { Notice } from '../ui/notice.tsx'
import { AddressList } from './address-list.tsx'

interface OwnAddressesProps {
  items: OwnAddress[]
  onChanged: () => void
}

/** The addresses and domains of our own company. */
export function OwnAddresses({ items, onChanged }: OwnAddressesProps) {
  const text = useAdminText().filingSettings
  const { host } = useSurroundings()

  async function add(address: string) {
    const added = await call(host, addOwnAddress, { body: { address } })
    onChanged()
    return added.address
  }

  async function remove(address: string) {
    await call(host, removeOwnAddress, { querystring: { address } })
    onChanged()
  }

  return (
    <section class="section" aria-labelledby="own-addresses">
      <div>
        <h2 id="own-addresses">{text.own}</h2>
        <p class="small faint">{text.ownLead}</p>
      </div>
      {!items.some(({ address }) => address.startsWith('@')) && <Notice>{text.ownDomainsMissing}</Notice>}
      <AddressList
        label={text.own}
        rows={items.map(({ address, userName }) => ({
          address,
          note: userName === null ? undefined : text.ownOf(userName),
          mayRemove: userName === null,
        }))}
        empty={text.ownEmpty}
        refused={text.ownRefused}
        onAdd={add}
        onRemove={remove}
      />
    </section>
  )
}
