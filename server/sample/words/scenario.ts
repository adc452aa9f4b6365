import type { Trade } from '../sample-types.ts'

/** A sort of document that a step of a conversation carries. */
export type FileKind =
  | 'offer'
  | 'price-list'
  | 'order-sheet'
  | 'order'
  | 'invoice'
  | 'e-invoice'
  | 'correction'
  | 'contract'
  | 'signed-contract'
  | 'protocol'
  | 'signed-protocol'
  | 'photo'
  | 'transfer'
  | 'waybill'
  | 'certificate'
  | 'plan'
  | 'balance'
  | 'freight-order'
  | 'invitation'
  | 'statement'
  | 'policy'
  | 'minutes'
  | 'their-offer'

/** Our team that leads a conversation. */
export type Desk = 'sales' | 'purchasing' | 'accounting' | 'service' | 'board' | 'systems'

/**
 * One mail of a conversation, as paragraphs. In a paragraph `{slot}` is a fact, `[a|b]` a free choice, `<a/b>` the form for
 * a woman and for a man who writes, `«a/b»` the same for the one addressed. A paragraph that begins with `?` may be left out.
 */
export type Step = {
  by: 'us' | 'them'
  body: string[]
  files: FileKind[]
  /** Our team that takes over here, when it is not the one that leads. */
  desk?: Desk
  /** A carrier is addressed too. */
  withCarrier?: boolean
}

/** A conversation that could take place with contractors of certain trades. */
export type Scenario = {
  key: string
  trades: Trade[]
  desk: Desk
  /** Which person of the contractor answers. */
  reaches: 'trade' | 'accounting' | 'warehouse' | 'board'
  subjects: string[]
  steps: Step[]
  language?: 'en' | 'de'
}

/** A mail that we write. */
export const us = (body: string[], files: FileKind[] = [], marks: Partial<Step> = {}): Step => ({
  by: 'us',
  body,
  files,
  ...marks,
})

/** A mail that the contractor writes. */
export const them = (body: string[], files: FileKind[] = [], marks: Partial<Step> = {}): Step => ({
  by: 'them',
  body,
  files,
  ...marks,
})
