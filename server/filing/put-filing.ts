import type { FilingMethod, Kind } from '../../shared/kind.ts'
import type { Tx } from '../database/work.ts'

/** What is filed: the object behind the item, as its row will show it. */
export interface Filable {
  objectId: string
  kind: Kind
  occurredAt: string
  title: string
  snippet: string
  who: string
  hasAttachment: boolean
  lexemes: string[]
  /** The source that a mail item serves to those who have no copy of their own. */
  sourceHash?: string
  /** The message with which a document came. */
  viaMessageId?: string
}

/** Where it goes. */
export interface Place {
  contractorId: string
  caseId: string | null
}

/** For what reason, and by whose hand. */
export interface Why {
  byHand: boolean
  method: FilingMethod
  evidence: string
  score?: number
  comment?: string
}

/**
 * Files an object in a contractor's file and, if given, in a case of it; returns the item's id. Filing it again in
 * the same place changes nothing, in another place adds a filing. Refuses a place that the filing person cannot see
 * (`not-found`) and a closed case (`case-closed`).
 */
export async function putFiling(tx: Tx, object: Filable, place: Place, why: Why): Promise<string> {
  const [row] = await tx.sql<{ id: string }>('select put_filing($1) as id', [
    JSON.stringify({ ...object, ...place, ...why }),
  ])
  if (!row) throw new Error('put_filing answers always')
  return row.id
}
