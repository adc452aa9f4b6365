import type { CaseFile } from '../../shared/case-file.ts'
import type { Suggestion } from '../../shared/lookup.ts'

/** Where a message can go inside one contractor's file: `case:ID`, the file alone, or a case still to be opened. */
export type Place = `case:${string}` | 'file' | 'new'

/** What is known of a case that can be chosen. */
export type CaseToOffer = Pick<CaseFile, 'id' | 'reference' | 'title'>

/** A case to choose, as its option reads. */
export interface CaseOption {
  place: Place
  label: string
}

/** The choices for one contractor: suggested cases first, then the other open ones. */
export interface Places {
  suggested: CaseOption[]
  others: CaseOption[]
  /** What is chosen until the user chooses. */
  best: Place
}

/** Sorts the open cases of a contractor by the server's suggestions for him. */
export function placesOf(suggestions: Suggestion[], openCases: CaseToOffer[]): Places {
  const suggested = suggestions.flatMap(({ caseId, caseReference, caseTitle }) =>
    caseId ? [optionOf({ id: caseId, reference: caseReference ?? '', title: caseTitle ?? '' })] : [],
  )
  const others = openCases.map(optionOf).filter(option => !suggested.some(({ place }) => place === option.place))
  const [first] = suggestions
  return { suggested, others, best: first?.caseId ? `case:${first.caseId}` : 'file' }
}

/** The case of a place, or null. */
export function caseIdOf(place: Place): string | null {
  return place.startsWith('case:') ? place.slice('case:'.length) : null
}

/** How a case of the choice reads, or null for the other places. */
export function nameOf(place: Place, { suggested, others }: Places): string | null {
  return [...suggested, ...others].find(option => option.place === place)?.label ?? null
}

function optionOf({ id, reference, title }: CaseToOffer): CaseOption {
  return { place: `case:${id}`, label: [reference, title].filter(Boolean).join(' · ') }
}
