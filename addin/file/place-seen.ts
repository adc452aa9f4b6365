import type { Viewer } from '../../shared/audience.ts'
import { readCase } from '../../shared/case-file.ts'
import { readContractor } from '../../shared/contractor.ts'
import { call } from '../api/call.ts'
import type { MailHost } from '../host/mail-host.ts'

/** Who sees a contractor's file or a case. */
export interface PlaceSeen {
  viewers: Viewer[]
  /** Of a case: whether it shows to whoever sees its contractor. A contractor inherits from nobody. */
  inherits: boolean | null
}

/** The same as the server is told it, who compares it with what is now. */
export interface PlaceWas {
  audience: string[]
  inherits?: boolean
}

/** What a form that opened on this has seen. */
export function placeWas({ viewers, inherits }: PlaceSeen): PlaceWas {
  return { audience: idsOf(viewers), ...(inherits !== null && { inherits }) }
}

/** Viewers by their ids. */
export function idsOf(viewers: Viewer[]): string[] {
  return viewers.map(viewer => viewer.id)
}

/** Who sees a contractor's file now. */
export async function askContractorSeen(host: MailHost, contractorId: string): Promise<PlaceSeen> {
  const { audience } = await call(host, readContractor, { params: { contractorId } })
  return { viewers: audience, inherits: null }
}

/** Who sees a case now. */
export async function askCaseSeen(host: MailHost, caseId: string): Promise<PlaceSeen> {
  const { audience, inherits } = await call(host, readCase, { params: { caseId } })
  return { viewers: audience, inherits }
}
