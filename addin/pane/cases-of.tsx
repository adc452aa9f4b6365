import { mostOpenCases, type Suggestion } from '../../shared/lookup.ts'
import { AskedTrouble } from './asked-trouble.tsx'
import { useHost } from './host-context.ts'
import { CaseSearch } from './later-case-search.ts'
import { type CaseToOffer, caseIdOf, type Place, placesOf } from './place.ts'
import { type NewTitle, PlaceFields } from './place-fields.tsx'
import { useCasesToChoose } from './use-cases-to-choose.ts'
import { useOpenCases } from './use-open-cases.ts'

type CasesOfProps = {
  contractorId: string
  /** Where the server would put it, of this contractor only. */
  suggestions?: Suggestion[]
  place: Place
  onPlace: (place: Place) => void
  /** A case that is offered besides, open or not. */
  here?: CaseToOffer
  /** Title of a case still to be opened; left out where none can be opened. */
  newTitle?: NewTitle
}

/** The choice among the open cases of any contractor: the newest, or those that are looked for. */
export function CasesOf({ contractorId, suggestions = [], place, onPlace, here, newTitle }: CasesOfProps) {
  const first = useOpenCases(useHost(), contractorId)
  const { cases, onFound } = useCasesToChoose(first.cases, caseIdOf(place), id => onPlace(`case:${id}`))
  const offered = here && !cases.some(({ id }) => id === here.id) ? [here, ...cases] : cases
  return (
    <>
      <PlaceFields
        places={placesOf(suggestions, offered)}
        suggestions={suggestions}
        place={place}
        onPlace={onPlace}
        {...(newTitle && { newTitle })}
        search={first.cases.length >= mostOpenCases && <CaseSearch contractorId={contractorId} onFound={onFound} />}
      />
      {first.failure && <AskedTrouble failure={first.failure} onTryAgain={first.ask} />}
    </>
  )
}
