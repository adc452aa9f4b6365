import * as Type from 'typebox'

/** Identifier of ours: a random UUID made by the database. */
export const Id = Type.String({ format: 'uuid' })

/** A moment, as ISO 8601 text in UTC with milliseconds. */
export const Time = Type.String({ format: 'date-time' })

/** A calendar day, as `2026-11-23`. */
export const Day = Type.String({ format: 'date' })

/** Text that may be absent. Written as one type with two names, because serialising a union costs five times as much. */
export const OptionalText = Type.Unsafe<string | null>({ type: ['string', 'null'] })

/** Identifier or moment that may be absent in an answer. */
export const OptionalId = Type.Unsafe<string | null>({ type: ['string', 'null'] })
export const OptionalTime = Type.Unsafe<string | null>({ type: ['string', 'null'] })

/** How many rows of a list are wanted. */
export const Limit = Type.Integer({ minimum: 1, maximum: 200, default: 50 })

/** Where the next page begins: text made by the server, opaque to callers. The longest name fits into it. */
export const Cursor = Type.String({ minLength: 1, maxLength: 2500 })

/** The question for a list that people choose from: all of it, or a page when so many rows are asked for. */
export const WholeOrPage = {
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
  cursor: Type.Optional(Cursor),
}

/** What is told of such a list. */
export const wholeOrPage = 'All of them; page by page with a `limit`.'

/** A list with the cursor of its next page. */
export function page<Row extends Type.TSchema>(row: Row) {
  return Type.Object({ items: Type.Array(row), next: OptionalText })
}

/** No content. */
export const Nothing = Type.Unsafe<void>({ type: 'null' })
