import * as Type from 'typebox'

/** A stretch of a text, from its first letter to behind its last. */
export type Span = Type.Static<typeof Span>
export const Span = Type.Object({ start: Type.Integer(), end: Type.Integer() })

/** Where the words that were looked for stand in a row, and in a piece of what the item says; null when they stand in neither. */
export type Found = Type.Static<typeof Found>
export const Found = Type.Object({
  title: Type.Array(Span),
  who: Type.Array(Span),
  text: Type.Unsafe<string | null>({ type: ['string', 'null'] }),
  marks: Type.Array(Span),
  /** Only some of the words that were looked for stand in it. */
  partial: Type.Optional(Type.Boolean()),
})
