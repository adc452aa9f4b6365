import * as Type from 'typebox'
import { Id } from './scalars.ts'

/** Who saw something when its form opened: users and groups, in any order. */
const SeenBy = Type.Array(Id, { maxItems: 2000 })

/**
 * What the writer of a change saw before it, of those fields that he names. Where something else stands there by now the
 * change is refused, so that nobody's later word is replaced unread. Not given, the change is made whatever stands there.
 */
export const asSeen = <Fields extends Record<string, Type.TSchema>>(fields: Fields) =>
  Type.Optional(Type.Partial(Type.Object(fields, { additionalProperties: false })))

/** The same of a place or item whose viewers are chosen as a whole. */
export const seenAudience = { audience: SeenBy }
