import type { CaseKey } from './cases.ts'
import type { ContractorKey } from './company.ts'

/** A place in the story: `meblorama` (the file) or `meblorama/pokazowe` (a case of it). */
export type PlaceName = ContractorKey | `${ContractorKey}/${CaseKey}`

/** Where a mail truly belongs, told from its story and never from its addresses. */
export interface Truth {
  /** Empty when it belongs to none of our contractors. */
  places: PlaceName[]
  /** How much of it could be found out from the facts in the mail and in what happened before. */
  derivable: 'case' | 'contractor' | 'neither'
  /** What a careful colleague would want of a system. */
  wanted: 'file' | 'triage' | 'leave-out'
  why: string
}

/** A mail that belongs to these places, of which so much can be found out. */
export function belongs(derivable: 'case' | 'contractor', why: string, ...places: PlaceName[]): Truth {
  return { places, derivable, wanted: 'file', why }
}

/** A mail that only a person can place: nothing in it or before it says where it belongs, or it must not be trusted. */
export function forPerson(why: string, ...places: PlaceName[]): Truth {
  return { places, derivable: 'neither', wanted: 'triage', why }
}

/** A mail that nobody wants in a file, even when it comes from somebody known. */
export function leaveOut(why: string, ...places: PlaceName[]): Truth {
  return { places, derivable: 'neither', wanted: 'leave-out', why }
}

/** The two halves of a place's name. */
export function placeOf(name: PlaceName): { contractor: ContractorKey; caseFile: CaseKey | null } {
  const [contractor, caseFile] = name.split('/') as [ContractorKey, CaseKey | undefined]
  return { contractor, caseFile: caseFile ?? null }
}
