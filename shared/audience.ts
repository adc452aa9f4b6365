import * as Type from 'typebox'
import { Id } from './scalars.ts'

/** Who may see, as it is set: users and groups. */
export type AudienceInput = Type.Static<typeof AudienceInput>
export const AudienceInput = Type.Object(
  {
    users: Type.Optional(Type.Array(Id, { maxItems: 500 })),
    groups: Type.Optional(Type.Array(Id, { maxItems: 500 })),
  },
  { additionalProperties: false },
)

/** One line of "who will see this": a user or a group, by name. */
export type Viewer = Type.Static<typeof Viewer>
export const Viewer = Type.Object({
  id: Id,
  name: Type.String(),
  isGroup: Type.Boolean(),
})

/** What the reader may do with a contractor or case: the others would be refused, so their buttons are not shown. */
export type PlaceVerbs = Type.Static<typeof PlaceVerbs>
export const PlaceVerbs = Type.Object({ change: Type.Boolean(), changeAudience: Type.Boolean() })

export const Viewers = Type.Array(Viewer)
