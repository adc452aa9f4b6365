import type { Contractor } from '../../shared/contractor.ts'
import type { Heads } from '../../shared/heads.ts'
import { followContractor } from '../../shared/notification.ts'
import { showNip } from '../../shared/tax-id.ts'
import { call } from '../api/call.ts'
import { PageHeading } from '../app/page-heading.tsx'
import { useSurroundings } from '../app/surroundings.ts'
import { WaitingClock } from '../ui/waiting-clock.tsx'
import { ActRow } from './act-row.tsx'
import { useEditContractor } from './use-edit-contractor.tsx'
import { useExport } from './use-export.ts'
import { useFollow } from './use-follow.ts'
import { usePinFile } from './use-pin-file.ts'
import { useRemoveContractor } from './use-remove-contractor.tsx'

interface ContractorHeadingProps {
  contractor: Contractor
  waiting: Heads['waiting']
  onChanged: (contractor: Contractor) => void
}

/** Who it is, its tags, who owes whom an answer, whether it is at hand, and whether the reader follows. */
export function ContractorHeading({ contractor, waiting, onChanged }: ContractorHeadingProps) {
  const { host } = useSurroundings()
  const edit = useEditContractor(contractor, onChanged)
  const follow = useFollow(contractor.follows, async follows => {
    await call(host, followContractor, { params: { contractorId: contractor.id }, body: { follows } })
    onChanged({ ...contractor, follows })
  })
  const pin = usePinFile(contractor.id)
  const takeAlong = useExport(contractor)
  const remove = useRemoveContractor(contractor)
  const { nip, city, phones } = contractor
  const before = [nip && `NIP ${showNip(nip)}`, city].filter(Boolean)
  return (
    <header class="page-top">
      <div>
        <PageHeading title={contractor.name} />
        <p class="faint number">
          {before.join(' · ')}
          {before.length > 0 && phones[0] && ' · '}
          {phones[0] && <span class="unbroken">{phones[0]}</span>}
        </p>
        <WaitingClock waiting={waiting} />
      </div>
      <ActRow acts={[edit.act, follow, pin, takeAlong, remove.act]} />
      {edit.dialog}
      {remove.dialog}
    </header>
  )
}
