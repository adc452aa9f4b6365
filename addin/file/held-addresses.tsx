import type { HeldAddress } from '../../shared/contractor.ts'
import { contractorLink } from '../app/page-link.ts'
import { useAppText } from '../app/surroundings.ts'
import { Notice } from '../ui/notice.tsx'

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
