import { Plus } from 'lucide'
import { useState } from 'preact/hooks'
import { type Contractor, changeContractor, type Person } from '../../shared/contractor.ts'
import type { RelatedContractor } from '../../shared/contractor-relation.ts'
import { explainPlace } from '../../shared/sharing.ts'
import { showNip } from '../../shared/tax-id.ts'
import type { FailureCode } from '../api/api-error.ts'
import { call } from '../api/call.ts'
import type { ContractorTab } from '../app/page-link.ts'
import { useAppText, useSurroundings } from '../app/surroundings.ts'
import { Button } from '../ui/button.tsx'
import { ContractorTags } from './contractor-tags.tsx'
import { Fact } from './facts.tsx'
import { FactsAside } from './facts-aside.tsx'
import { HandOver } from './hand-over.tsx'
import { AddAddressDialog } from './later-dialogs.ts'
import { NeverSenders } from './never-senders.tsx'
import { askContractorSeen } from './place-seen.ts'
import { PlaceViewersButton } from './place-viewers-button.tsx'
import { RelatedContractors } from './related-contractors.tsx'
import { SeersButton } from './seers-button.tsx'
import { ViewerList } from './viewer-list.tsx'

interface ContractorFactsProps {
  contractor: Contractor
  onAddress: (contractor: Contractor, address: string) => void
  onChanged: (contractor: Contractor) => void
  related: RelatedContractor[]
  relatedFailure: FailureCode | undefined
  onRelated: () => void
  /** What the page shows beside it, which is not said twice. */
  tab: ContractorTab
}

/** What is known of a contractor. */
export function ContractorFacts({ contractor, onAddress, onChanged, tab, ...of }: ContractorFactsProps) {
  const { contractor: text, handOver } = useAppText()
  const { host } = useSurroundings()
  const seat = [contractor.street, contractor.city].filter(Boolean).join(', ')
  return (
    <FactsAside title={text.facts}>
      <HandOver
        title={handOver.contractorTitle}
        managerId={contractor.managerId}
        mayHandOver={contractor.may.changeAudience}
        onHandOver={async managerId => {
          const params = { contractorId: contractor.id }
          onChanged(await call(host, changeContractor, { params, body: { managerId } }))
        }}
      />
      <ContractorTags contractor={contractor} onChanged={onChanged} />
      <Fact word={text.nip}>{contractor.nip && showNip(contractor.nip)}</Fact>
      <Fact word={text.regon}>{contractor.regon}</Fact>
      <Fact word={text.krs}>{contractor.krs}</Fact>
      <Fact word={text.address}>{seat}</Fact>
      <Fact word={text.phones}>{contractor.phones.length > 0 && <Lines lines={contractor.phones} />}</Fact>
      <Addresses contractor={contractor} onAddress={onAddress} />
      <NeverSenders contractorId={contractor.id} mayChange={contractor.may.change} />
      <RelatedContractors
        contractor={contractor}
        related={of.related}
        failure={of.relatedFailure}
        onChanged={of.onRelated}
      />
      <Fact word={text.note}>{contractor.note}</Fact>
      {tab !== 'people' && (
        <Fact word={text.people}>
          {contractor.people.length > 0 ? <People people={contractor.people} /> : text.noPeople}
        </Fact>
      )}
      <Fact word={text.viewers}>
        <ViewerList viewers={contractor.audience} />
        <WhoSees contractor={contractor} onChanged={onChanged} />
      </Fact>
    </FactsAside>
  )
}

function Addresses({ contractor, onAddress }: Pick<ContractorFactsProps, 'contractor' | 'onAddress'>) {
  const text = useAppText()
  const [isAdding, setIsAdding] = useState(false)
  const { addresses, may } = contractor
  if (addresses.length === 0 && !may.change) return null
  return (
    <Fact word={text.contractor.addresses}>
      <Lines lines={addresses} />
      {may.change && (
        <Button look="quiet" class="fact-act" icon={Plus} onClick={() => setIsAdding(true)}>
          {text.addAddress.open}
        </Button>
      )}
      {isAdding && (
        <AddAddressDialog
          contractorId={contractor.id}
          onClose={() => setIsAdding(false)}
          onAdded={(changed, address) => {
            setIsAdding(false)
            onAddress(changed, address)
          }}
        />
      )}
    </Fact>
  )
}

/** Who sees the file and why, and for its manager the way to change that. */
function WhoSees({ contractor, onChanged }: Pick<ContractorFactsProps, 'contractor' | 'onChanged'>) {
  const { seers, placeViewers } = useAppText()
  const { host } = useSurroundings()
  const params = { contractorId: contractor.id }
  return (
    <>
      {contractor.may.change && (
        <SeersButton
          name={contractor.id}
          title={seers.placeTitle}
          question={() => call(host, explainPlace, { params, querystring: {} })}
        />
      )}
      {contractor.may.changeAudience && (
        <PlaceViewersButton
          title={placeViewers.contractorTitle}
          viewers={contractor.audience}
          inherits={null}
          onAsk={() => askContractorSeen(host, contractor.id)}
          onSave={async (audience, { audience: was }) => {
            if (audience !== 'inherit')
              onChanged(await call(host, changeContractor, { params, body: { audience, was: { audience: was } } }))
          }}
        />
      )}
    </>
  )
}

const SHOWN = 6

interface LinesProps {
  lines: string[]
}

/** A short list; a long one is folded after its first lines. */
function Lines({ lines }: LinesProps) {
  const text = useAppText().contractor
  const rest = lines.slice(SHOWN)
  return (
    <>
      <ul>
        {lines.slice(0, SHOWN).map(line => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      {rest.length > 0 && (
        <details>
          <summary class="small">{text.more(rest.length)}</summary>
          <ul>
            {rest.map(line => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </details>
      )}
    </>
  )
}

interface PeopleProps {
  people: Person[]
}

function People({ people }: PeopleProps) {
  return (
    <ul class="contact-people">
      {people.map(person => (
        <li key={person.id}>
          <strong>{person.name}</strong>
          {person.role && <span class="faint">, {person.role}</span>}
          {[...person.phones, ...person.addresses].map(way => (
            <span key={way} class="way faint">
              {way}
            </span>
          ))}
        </li>
      ))}
    </ul>
  )
}
