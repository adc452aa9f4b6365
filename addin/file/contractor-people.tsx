import { Pencil, Trash2, UserPlus } from 'lucide'
import { useState } from 'preact/hooks'
import type { Contractor, Person } from '../../shared/contractor.ts'
import { isSought } from '../../shared/is-sought.ts'
import { exportPeople } from '../../shared/list-export.ts'
import { pathOf } from '../api/send.ts'
import { noFilter } from '../app/list-filter.ts'
import { linkTo } from '../app/page-link.ts'
import { useAppText } from '../app/surroundings.ts'
import { useEmptiedFocus } from '../app/use-emptied-focus.ts'
import { Button } from '../ui/button.tsx'
import { ListExport } from './list-export.tsx'
import { NothingFits } from './nothing-fits.tsx'
import { PersonDialog } from './person-dialog.tsx'
import { RemovePersonDialog } from './remove-person-dialog.tsx'
import { SearchField } from './search-field.tsx'
import './lists.css'

/** So many are seen at a glance. */
const FEW = 5

interface ContractorPeopleProps {
  contractor: Contractor
  /** Whom the reader looks for, as the address holds it. */
  words?: string
  onWords?: (words: string) => void
  /** Told with the addresses that are new to the file. */
  onChanged: (contractor: Contractor, addresses: string[]) => void
}

/** The contact people of a contractor, each with the way to everything that happened with that person. */
export function ContractorPeople({ contractor, words: sought = '', onWords, onChanged }: ContractorPeopleProps) {
  const { peopleList: text, contractor: words } = useAppText()
  const [edited, setEdited] = useState<Person | 'new' | null>(null)
  const [leaving, setLeaving] = useState<Person | null>(null)
  useEmptiedFocus(contractor.people.length)
  const { people } = contractor
  const found = people.filter(one => isSought(sought, [one.name, one.role, ...one.addresses, ...one.phones].join(' ')))
  return (
    <section class="section" aria-labelledby="people">
      <div class="section-top">
        <h2 id="people">{text.title}</h2>
        {onWords && (people.length > FEW || sought !== '') && (
          <SearchField label={text.search} words={sought} onWords={onWords} />
        )}
        {contractor.may.change && (
          <Button icon={UserPlus} onClick={() => setEdited('new')}>
            {text.add}
          </Button>
        )}
      </div>
      {people.length > 0 && (
        <div class="list-tools">
          <ListExport
            path={pathOf(exportPeople, {
              params: { contractorId: contractor.id },
              querystring: sought ? { q: sought } : {},
            })}
          />
        </div>
      )}
      {people.length === 0 && <p class="faint">{words.noPeople}</p>}
      {onWords && people.length > 0 && found.length === 0 && <NothingFits onClear={() => onWords('')} />}
      <ul class="person-cards">
        {found.map(person => (
          <PersonCard
            key={person.id}
            contractor={contractor}
            person={person}
            onEdit={contractor.may.change ? () => setEdited(person) : undefined}
            onRemove={contractor.may.change ? () => setLeaving(person) : undefined}
          />
        ))}
      </ul>
      {edited && (
        <PersonDialog
          contractor={contractor}
          person={edited === 'new' ? null : edited}
          onClose={() => setEdited(null)}
          onChanged={(changed, addresses) => {
            setEdited(null)
            onChanged(changed, addresses)
          }}
        />
      )}
      {leaving && (
        <RemovePersonDialog
          contractor={contractor}
          person={leaving}
          onClose={() => setLeaving(null)}
          onChanged={changed => {
            setLeaving(null)
            onChanged(changed, [])
          }}
        />
      )}
    </section>
  )
}

interface PersonCardProps {
  contractor: Contractor
  person: Person
  onEdit: (() => void) | undefined
  onRemove: (() => void) | undefined
}

function PersonCard({ contractor, person, onEdit, onRemove }: PersonCardProps) {
  const text = useAppText().peopleList
  const filter = { ...noFilter, personId: person.id }
  return (
    <li>
      <div class="person-top">
        <strong>{person.name}</strong>
        {onEdit && (
          <Button look="bare" icon={Pencil} title={text.edit} aria-label={text.editFor(person.name)} onClick={onEdit} />
        )}
        {onRemove && (
          <Button
            look="bare"
            icon={Trash2}
            title={text.remove}
            aria-label={text.removeFor(person.name)}
            onClick={onRemove}
          />
        )}
      </div>
      {person.role && <span class="faint">{person.role}</span>}
      {person.phones.map(phone => (
        <a key={phone} href={`tel:${phone.replace(/[^\d+]/g, '')}`}>
          {phone}
        </a>
      ))}
      {person.addresses.map(address => (
        <a key={address} href={`mailto:${address}`}>
          {address}
        </a>
      ))}
      <a
        class="small"
        aria-label={text.history(person.name)}
        href={linkTo({ name: 'contractor', contractorId: contractor.id, tab: 'timeline', filter })}
      >
        {text.showHistory}
      </a>
    </li>
  )
}
