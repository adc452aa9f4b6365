import { type ContractorRow, listContractors } from '../../shared/contractor.ts'
import { call } from '../api/call.ts'
import { contractorLink } from '../app/page-link.ts'
import { useAppText } from '../app/surroundings.ts'
import type { MailHost } from '../host/mail-host.ts'
import { Notice } from '../ui/notice.tsx'

/** An address that somebody else has already, and who of those whom the reader sees. */
export interface HeldAddress {
  address: string
  contractors: ContractorRow[]
}

const MOST_ASKED = 20
const MOST_NAMED = 3

/** Which of these addresses belong to a contractor already. Of files that the reader does not see nothing is said. */
export async function findHeld(host: MailHost, addresses: string[]): Promise<HeldAddress[]> {
  const found = await Promise.all(
    addresses.slice(0, MOST_ASKED).map(async address => {
      const { items } = await call(host, listContractors, { querystring: { address, limit: MOST_NAMED } })
      return { address, contractors: items }
    }),
  )
  return found.filter(one => one.contractors.length > 0)
}

/** Says whose these addresses are, so that nobody opens a second file by mistake. */
export function HeldAddresses({ held }: { held: HeldAddress[] }) {
  const text = useAppText().newContractor
  if (held.length === 0) return null
  return (
    <Notice>
      {held.map(({ address, contractors }) => (
        <p key={address}>
          {text.held(address)}{' '}
          {contractors.map((contractor, index) => (
            <span key={contractor.id}>
              {index > 0 && ', '}
              <a href={contractorLink(contractor.id)}>{contractor.name}</a>
            </span>
          ))}
        </p>
      ))}
      <p>{text.heldHint}</p>
    </Notice>
  )
}
