import type { Contractor } from '../../shared/contractor.ts'
import { noFilter } from '../app/list-filter.ts'
import { linkTo } from '../app/page-link.ts'
import { useAppText } from '../app/surroundings.ts'

interface ContractorPeopleProps {
  contractor: Contractor
}

/** The contact people of a contractor, each with the way to everything that happened with him or her. */
export function ContractorPeople({ contractor }: ContractorPeopleProps) {
  const { peopleList: text, contractor: words } = useAppText()
  return (
    <section class="section" aria-labelledby="people">
      <h2 id="people">{text.title}</h2>
      {contractor.people.length === 0 && <p class="faint">{words.noPeople}</p>}
      <ul class="person-cards">
        {contractor.people.map(person => (
          <li key={person.id}>
            <strong>{person.name}</strong>
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
              href={linkTo({
                name: 'contractor',
                contractorId: contractor.id,
                tab: 'timeline',
                filter: { ...noFilter, personId: person.id },
              })}
            >
              {text.showHistory}
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}
