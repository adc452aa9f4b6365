import { useState } from 'preact/hooks'
import { listCases } from '../../shared/case-file.ts'
import { type Contractor, readContractor } from '../../shared/contractor.ts'
import { followContractor } from '../../shared/notification.ts'
import { showNip } from '../../shared/tax-id.ts'
import { call } from '../api/call.ts'
import { Answered } from '../app/answered.tsx'
import { PageHeading } from '../app/page-heading.tsx'
import type { PageProps } from '../app/page-link.ts'
import { useSurroundings } from '../app/surroundings.ts'
import { useAnswer } from '../app/use-answer.ts'
import { useList } from '../app/use-list.ts'
import { useLive, useLiveList } from '../app/use-live.ts'
import { SweepOffer } from '../pane/sweep-offer.tsx'
import { ContractorFacts } from './contractor-facts.tsx'
import { ContractorTimeline } from './contractor-timeline.tsx'
import { FollowButton } from './follow-button.tsx'
import { takeSweep } from './kept-sweep.ts'
import { OpenCases } from './open-cases.tsx'
import './file.css'

/** A contractor's file: who it is, its open cases, and everything that happened, newest first. */
export function ContractorPage({ page }: PageProps<'contractor'>) {
  const { host } = useSurroundings()
  const { contractorId } = page
  const contractor = useAnswer(`contractor ${contractorId}`, () =>
    call(host, readContractor, { params: { contractorId } }),
  )
  const cases = useList(`open cases ${contractorId}`, wanted =>
    call(host, listCases, { params: { contractorId }, querystring: { open: true, ...wanted } }),
  )
  useLive(event => event.type === 'contractor' && event.contractorId === contractorId, contractor.ask)
  useLiveList(cases, event => event.type === 'case' && event.contractorId === contractorId)

  const [swept, setSwept] = useState(() => takeSweep(contractorId))
  const [round, setRound] = useState(0)

  function handleAddress(changed: Contractor, address: string) {
    contractor.put(changed)
    setSwept({ contractorId, addresses: [address] })
  }

  return (
    <Answered answer={contractor}>
      {known => (
        <div class="page with-aside">
          <Heading contractor={known} onChanged={contractor.put} />
          <ContractorFacts contractor={known} onAddress={handleAddress} onChanged={contractor.put} />
          <div class="column">
            {swept && (
              <SweepOffer
                key={JSON.stringify(swept)}
                host={host}
                swept={swept}
                onFiled={() => setRound(round + 1)}
                onClose={() => setSwept(null)}
              />
            )}
            <OpenCases contractorId={contractorId} list={cases} />
            <ContractorTimeline key={round} page={page} />
          </div>
        </div>
      )}
    </Answered>
  )
}

interface HeadingProps {
  contractor: Contractor
  onChanged: (contractor: Contractor) => void
}

function Heading({ contractor, onChanged }: HeadingProps) {
  const { host } = useSurroundings()
  const line = [contractor.nip && `NIP ${showNip(contractor.nip)}`, contractor.city, contractor.phones[0]]
  return (
    <header class="page-top">
      <div>
        <PageHeading title={contractor.name} />
        <p class="faint number">{line.filter(Boolean).join(' · ')}</p>
      </div>
      <FollowButton
        follows={contractor.follows}
        onFollow={async follows => {
          await call(host, followContractor, { params: { contractorId: contractor.id }, body: { follows } })
          onChanged({ ...contractor, follows })
        }}
      />
    </header>
  )
}
