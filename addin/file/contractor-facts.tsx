import { Plus } from 'lucide'
import { useState } from 'preact/hooks'
import type { Contractor, Person } from '../../shared/contractor.ts'
import { showNip } from '../../shared/tax-id.ts'
import { useAppText } from '../app/surroundings.ts'
import { Button } from '../ui/button.tsx'
import { AddAddressDialog } from './add-address-dialog.tsx'
import { Fact } from './facts.tsx'
import { NeverSenders } from './never-senders.tsx'
import { ViewerList } from './viewer-list.tsx'

const WIDE = '(min-width: 68rem)'

interface ContractorFactsProps {
  contractor: Contractor
  onAddress: (contractor: Contractor, address: string) => void
}

/** What is known of a contractor. Beside the timeline where there is room, folded above it where there is none. */
export function ContractorFacts({ contractor, onAddress }: ContractorFactsProps) {
  const text = useAppText().contractor
  const [isOpen] = useState(() => matchMedia(WIDE).matches)
  const seat = [contractor.street, contractor.city].filter(Boolean).join(', ')
  return (
    <aside class="aside" aria-label={text.facts}>
      <details class="facts" open={isOpen}>
        <summary>{text.facts}</summary>
        <dl>
          <Fact word={text.nip}>{contractor.nip && showNip(contractor.nip)}</Fact>
          <Fact word={text.regon}>{contractor.regon}</Fact>
          <Fact word={text.krs}>{contractor.krs}</Fact>
          <Fact word={text.address}>{seat}</Fact>
          <Fact word={text.phones}>{contractor.phones.length > 0 && <Lines lines={contractor.phones} />}</Fact>
          <Addresses contractor={contractor} onAddress={onAddress} />
          <NeverSenders contractorId={contractor.id} mayChange={contractor.may.change} />
          <Fact word={text.note}>{contractor.note}</Fact>
          <Fact word={text.people}>
            {contractor.people.length > 0 ? <People people={contractor.people} /> : text.noPeople}
          </Fact>
          <Fact word={text.viewers}>
            <ViewerList viewers={contractor.audience} />
          </Fact>
        </dl>
      </details>
    </aside>
  )
}

function Addresses({ contractor, onAddress }: ContractorFactsProps) {
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
