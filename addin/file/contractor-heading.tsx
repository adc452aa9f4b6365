import type { Contractor } from '../../shared/contractor.ts'
import type { Heads } from '../../shared/heads.ts'
import { followContractor } from '../../shared/notification.ts'
import { showNip } from '../../shared/tax-id.ts'
import { call } from '../api/call.ts'
import { PageHeading } from '../app/page-heading.tsx'
import { useSurroundings } from '../app/surroundings.ts'
import { EditContractor } from './edit-contractor.tsx'
import { ExportButton } from './export-button.tsx'
import { FollowButton } from './follow-button.tsx'
import { WaitingClock } from './heads.tsx'
import { PinFileButton } from './pin-file-button.tsx'

interface ContractorHeadingProps {
  contractor: Contractor
  waiting: Heads['waiting']
  onChanged: (contractor: Contractor) => void
}

/** Who it is, its tags, who owes whom an answer, whether it is at hand, and whether the reader follows. */
export function ContractorHeading({ contractor, waiting, onChanged }: ContractorHeadingProps) {
  const { host } = useSurroundings()
  const line = [contractor.nip && `NIP ${showNip(contractor.nip)}`, contractor.city, contractor.phones[0]]
  return (
    <header class="page-top">
      <div>
        <PageHeading title={contractor.name} />
        <p class="faint number">{line.filter(Boolean).join(' · ')}</p>
        <WaitingClock waiting={waiting} />
      </div>
      <div class="buttons">
        <EditContractor contractor={contractor} onChanged={onChanged} />
        <FollowButton
          follows={contractor.follows}
          onFollow={async follows => {
            await call(host, followContractor, { params: { contractorId: contractor.id }, body: { follows } })
            onChanged({ ...contractor, follows })
          }}
        />
        <PinFileButton contractorId={contractor.id} />
        <ExportButton contractorId={contractor.id} name={contractor.name} />
      </div>
    </header>
  )
}
