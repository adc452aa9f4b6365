import { type CaseFound, findPlaces, type PersonFound } from '../../shared/finding.ts'
import { call } from '../api/call.ts'
import { noFilter } from '../app/list-filter.ts'
import { caseLink, linkTo } from '../app/page-link.ts'
import { useAppText, useSurroundings } from '../app/surroundings.ts'
import { useAnswer } from '../app/use-answer.ts'

interface FittingPlacesProps {
  q: string
}

/** People and cases that are called by what is looked for; a person leads to everything that has to do with him or her. */
export function FittingPlaces({ q }: FittingPlacesProps) {
  const text = useAppText().places
  const { host } = useSurroundings()
  const fitting = useAnswer(`fitting places ${q}`, () => call(host, findPlaces, { querystring: { q } }))
  const { people = [], cases = [] } = fitting.value ?? {}
  return (
    <>
      {people.length > 0 && (
        <section class="section" aria-labelledby="fitting-people">
          <h2 id="fitting-people">{text.people}</h2>
          <ul class="contractor-rows" aria-label={text.people}>
            {people.map(person => (
              <PersonRow key={person.id} person={person} />
            ))}
          </ul>
        </section>
      )}
      {cases.length > 0 && (
        <section class="section" aria-labelledby="fitting-cases">
          <h2 id="fitting-cases">{text.cases}</h2>
          <ul class="contractor-rows" aria-label={text.cases}>
            {cases.map(one => (
              <CaseRow key={one.id} one={one} />
            ))}
          </ul>
        </section>
      )}
    </>
  )
}

function PersonRow({ person }: { person: PersonFound }) {
  const filter = { ...noFilter, personId: person.id }
  return (
    <li>
      <a
        href={linkTo({ name: 'contractor', contractorId: person.contractorId, tab: 'timeline', filter })}
        class="row-link"
      >
        {person.name}
      </a>
      <span class="faint">{person.role}</span>
      <span class="faint">{person.contractorName}</span>
    </li>
  )
}

function CaseRow({ one }: { one: CaseFound }) {
  const text = useAppText().places
  return (
    <li>
      <a href={caseLink(one.id)} class="row-link">
        {one.reference} {one.title}
      </a>
      <span class="faint">{one.closedAt && text.closed}</span>
      <span class="faint">{one.contractorName}</span>
    </li>
  )
}
