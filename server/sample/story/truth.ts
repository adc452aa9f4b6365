import type { SampleMailKind, SampleTruth } from '../sample-types.ts'
import type { PlannedMail } from './planned-mail.ts'

/** A mail about this contractor, which says so or has a history that does. */
export function aboutContractor(...contractorKeys: string[]): SampleTruth {
  const places = contractorKeys.map(contractorKey => ({ contractorKey, caseKey: null }))
  return { places, derivable: 'contractor', wanted: 'file' }
}

/** A mail about this contractor that nobody could place who does not know the story. */
export function untold(...contractorKeys: string[]): SampleTruth {
  return { ...aboutContractor(...contractorKeys), derivable: 'neither', wanted: 'triage' }
}

/** A mail in a case; the case can be found out when somebody had put an earlier mail of the conversation there. */
export function inCase(contractorKey: string, caseKey: string | null, answered: PlannedMail | null): SampleTruth {
  const isTold = answered !== null && (answered.filedByHand || answered.truth.derivable === 'case')
  return { places: [{ contractorKey, caseKey }], derivable: caseKey && isTold ? 'case' : 'contractor', wanted: 'file' }
}

/** What nobody keeps in a contractor's file: some of it a machine can tell, the rest waits for a person. */
export function ofNoise(kind: SampleMailKind): SampleTruth {
  const isTold = ['newsletter', 'auto-reply', 'internal', 'bounce'].includes(kind)
  return { places: [], derivable: 'neither', wanted: isTold ? 'leave-out' : 'triage' }
}
