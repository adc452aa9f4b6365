import * as Type from 'typebox'
import { searchQuery } from './item.ts'
import type { Kind } from './kind.ts'
import { route } from './route.ts'
import { Cursor, Id, Limit, OptionalText, OptionalTime, Time } from './scalars.ts'

/** A contractor, case or person, and how many finds have to do with it. */
export type Share = Type.Static<typeof Share>
export const Share = Type.Object({ id: Id, name: Type.String(), amount: Type.Integer() })

const { limit: _limit, cursor: _cursor, ...whatAndWhere } = searchQuery

/** How many items a search finds, of those that the reader may see. */
export type Counts = Type.Static<typeof Counts>
export const Counts = Type.Object({
  /** At most a thousand are counted, among the newest items; `isMore` says that there may be more. */
  amount: Type.Integer(),
  isMore: Type.Boolean(),
  kinds: Type.Unsafe<Partial<Record<Kind, number>>>({ type: 'object', additionalProperties: { type: 'integer' } }),
  contractors: Type.Array(Share),
  cases: Type.Array(Share),
  people: Type.Array(Share),
  years: Type.Unsafe<Record<string, number>>({ type: 'object', additionalProperties: { type: 'integer' } }),
})

export const countFinds = route({
  method: 'GET',
  url: '/api/search/counts',
  schema: {
    summary: 'How many items a search finds, by kind, contractor, case, person and year',
    querystring: Type.Object({
      ...whatAndWhere,
      /** What came into its file after this moment. */
      since: Type.Optional(Time),
    }),
    response: { 200: Counts },
  },
})

/** A contact person whose name fits. */
export type PersonFound = Type.Static<typeof PersonFound>
export const PersonFound = Type.Object({
  id: Id,
  name: Type.String(),
  role: OptionalText,
  contractorId: Id,
  contractorName: Type.String(),
})

/** A case whose title or reference fits. */
export type CaseFound = Type.Static<typeof CaseFound>
export const CaseFound = Type.Object({
  id: Id,
  reference: Type.String(),
  title: Type.String(),
  contractorId: Id,
  contractorName: OptionalText,
  closedAt: OptionalTime,
})

/** What fits of both, and where each goes on: asked with `part` and that as `cursor`; null at the end. */
export type PlacesFound = Type.Static<typeof PlacesFound>
export const PlacesFound = Type.Object({
  people: Type.Array(PersonFound),
  cases: Type.Array(CaseFound),
  nextPeople: Type.Union([Type.String(), Type.Null()]),
  nextCases: Type.Union([Type.String(), Type.Null()]),
})

export const findPlaces = route({
  method: 'GET',
  url: '/api/search/places',
  schema: {
    summary: 'People and cases by words of their name',
    querystring: Type.Object({
      q: Type.String({ minLength: 1, maxLength: 200 }),
      /** Only one of both, the other stays empty; not named: the first five of each. */
      part: Type.Optional(Type.Enum(['people', 'cases'])),
      limit: Type.Optional(Limit),
      cursor: Type.Optional(Cursor),
    }),
    response: { 200: PlacesFound },
  },
})
