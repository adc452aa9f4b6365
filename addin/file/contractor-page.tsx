import { useEffect, useState } from 'preact/hooks'
import { type Contractor, changeContractor, readContractor } from '../../shared/contractor.ts'
import { listRelated, type RelatedContractor } from '../../shared/contractor-relation.ts'
import { type Heads as HeadsAnswer, readHeads } from '../../shared/heads.ts'
import { call } from '../api/call.ts'
import { Answered } from '../app/answered.tsx'
import { noFilter } from '../app/list-filter.ts'
import { contractorTabs, linkTo, type PageProps } from '../app/page-link.ts'
import { useAppText, useSurroundings } from '../app/surroundings.ts'
import { type Answer, useAnswer } from '../app/use-answer.ts'
import { useLive } from '../app/use-live.ts'
import { rewriteAddress } from '../app/visit.ts'
import { ContractorCases } from './contractor-cases.tsx'
import { ContractorFacts } from './contractor-facts.tsx'
import { ContractorHeading } from './contractor-heading.tsx'
import { ContractorItems } from './contractor-items.tsx'
import { Heads } from './heads.tsx'
import { takeSweep } from './kept-sweep.ts'
import { ContractorPeople, FileCases, OpenTasks, PlaceAccess, SweepOffer } from './later-parts.ts'
import { PageTabs } from './page-tabs.tsx'
import { askContractorSeen } from './place-seen.ts'
import { PlaceViewersButton } from './place-viewers-button.tsx'
import './file.css'

/** A contractor's file: who it is, its open cases, and everything that happened, newest first. */
export function ContractorPage({ page }: PageProps<'contractor'>) {
  const { host } = useSurroundings()
  const { contractorId } = page
  const contractor = useAnswer(`contractor ${contractorId}`, () =>
    call(host, readContractor, { params: { contractorId } }),
  )
  const heads = useAnswer(`heads ${contractorId}`, () => call(host, readHeads, { params: { contractorId } }))
  const related = useRelated(contractorId)
  useLive(event => event.type === 'contractor' && event.contractorId === contractorId, contractor.ask)
  useLive(event => event.contractorId === contractorId || event.type === 'gone', heads.ask)

  // A file that was merged into another one answers with that one.
  const survivorId = contractor.value?.id ?? contractorId
  useEffect(() => {
    if (survivorId !== contractorId) rewriteAddress(linkTo({ ...page, contractorId: survivorId }))
  }, [survivorId, contractorId])

  const [swept, setSwept] = useState(() => takeSweep(contractorId))
  const [round, setRound] = useState(0)

  function handleAddresses(changed: Contractor, addresses: string[]) {
    contractor.put(changed)
    if (addresses.length > 0) setSwept({ contractorId, addresses })
  }

  return (
    <Answered answer={contractor}>
      {known => (
        <div class="page with-aside">
          <ContractorHeading contractor={known} waiting={heads.value?.waiting ?? null} onChanged={contractor.put} />
          <ContractorFacts
            contractor={known}
            onAddress={(changed, address) => handleAddresses(changed, [address])}
            onChanged={contractor.put}
            related={related.items}
            relatedFailure={related.failure}
            onRelated={related.ask}
            tab={page.tab}
          />
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
            <PageTabs
              tabs={contractorTabs}
              tab={page.tab}
              onTab={tab =>
                rewriteAddress(linkTo({ ...page, tab, filter: { ...noFilter, related: page.filter.related } }))
              }
            >
              <TabContent
                key={`${page.tab} ${round}`}
                page={page}
                contractor={known}
                heads={heads}
                related={related.items}
                onChanged={contractor.put}
                onPeople={handleAddresses}
              />
            </PageTabs>
          </div>
        </div>
      )}
    </Answered>
  )
}

/** Who belongs together with a contractor, kept current as far as the reader's rights and their names go. */
function useRelated(contractorId: string) {
  const { host } = useSurroundings()
  const answer = useAnswer(`related ${contractorId}`, () => call(host, listRelated, { params: { contractorId } }))
  const items = answer.value?.items ?? []
  useLive(event => event.type === 'contractor' && items.some(one => one.id === event.contractorId), answer.ask)
  return { items, failure: answer.failure, ask: answer.ask }
}

interface TabContentProps extends PageProps<'contractor'> {
  contractor: Contractor
  heads: Answer<HeadsAnswer>
  related: RelatedContractor[]
  onChanged: (contractor: Contractor) => void
  onPeople: (contractor: Contractor, addresses: string[]) => void
}

function TabContent({ page, contractor, heads, related, onChanged, onPeople }: TabContentProps) {
  const { placeViewers } = useAppText()
  const { host } = useSurroundings()
  const contractorId = contractor.id
  switch (page.tab) {
    case 'cases':
      return <FileCases page={page} />
    case 'people':
      return (
        <ContractorPeople
          contractor={contractor}
          words={page.filter.q}
          onWords={q => rewriteAddress(linkTo({ ...page, filter: { ...page.filter, q } }))}
          onChanged={onPeople}
        />
      )
    case 'access':
      return (
        <PlaceAccess contractorId={contractorId} viewers={contractor.audience} mayAsk={contractor.may.change}>
          {contractor.may.changeAudience && (
            <PlaceViewersButton
              title={placeViewers.contractorTitle}
              viewers={contractor.audience}
              inherits={null}
              onAsk={() => askContractorSeen(host, contractorId)}
              onSave={async (audience, { audience: was }) => {
                if (audience === 'inherit') return
                onChanged(
                  await call(host, changeContractor, {
                    params: { contractorId },
                    body: { audience, was: { audience: was } },
                  }),
                )
              }}
            />
          )}
        </PlaceAccess>
      )
    case 'timeline':
      return (
        <>
          <div class="file-heads">
            <ContractorCases contractorId={contractorId} />
            {/* It stays beside what is narrowed: the field or chip in use must not move away. */}
            <Heads answer={heads} />
          </div>
          <ContractorItems page={page} tab="timeline" contractor={contractor} related={related} />
        </>
      )
    default:
      return (
        <>
          {page.tab === 'activities' && <OpenTasks contractorId={contractorId} mayAdd={contractor.may.change} />}
          <ContractorItems page={page} tab={page.tab} contractor={contractor} related={related} />
        </>
      )
  }
}
