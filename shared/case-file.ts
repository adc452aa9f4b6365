import * as Type from 'typebox'
import { asSeen, seenAudience } from './as-seen.ts'
import { AudienceInput, PlaceVerbs, Viewers } from './audience.ts'
import { route } from './route.ts'
import { Cursor, Id, Limit, OptionalId, OptionalText, OptionalTime, page, Time } from './scalars.ts'

/** One matter; its reference is unique in the company, such as 2026/0017. */
export type CaseFile = Type.Static<typeof CaseFile>
export const CaseFile = Type.Object({
  id: Id,
  reference: Type.String(),
  title: Type.String(),
  contractorId: Id,
  managerId: OptionalId,
  openedAt: Time,
  closedAt: OptionalTime,
})

const Title = Type.String({ minLength: 1, maxLength: 300, pattern: '\\S' })
const CaseParams = Type.Object({ caseId: Id })
const ContractorParams = Type.Object({ contractorId: Id })

/** Opens a case. Without an audience of its own it follows the contractor's. */
export const createCase = route({
  method: 'POST',
  url: '/api/contractors/:contractorId/cases',
  schema: {
    summary: 'Open a case',
    params: ContractorParams,
    body: Type.Object(
      {
        /** The case's own number, made by who asks: sent again, as after an answer that was lost, it makes no second one. */
        id: Type.Optional(Id),
        title: Title,
        audience: Type.Optional(AudienceInput),
      },
      { additionalProperties: false },
    ),
    response: { 201: CaseFile },
  },
})

export const listCases = route({
  method: 'GET',
  url: '/api/contractors/:contractorId/cases',
  schema: {
    summary: 'Cases of a contractor, newest first',
    params: ContractorParams,
    querystring: Type.Object({
      open: Type.Optional(Type.Boolean()),
      /** A piece of the title, or the beginning of the reference. */
      q: Type.Optional(Type.String({ maxLength: 200 })),
      limit: Type.Optional(Limit),
      cursor: Type.Optional(Cursor),
    }),
    response: { 200: page(CaseFile) },
  },
})

export const readCase = route({
  method: 'GET',
  url: '/api/cases/:caseId',
  schema: {
    summary: 'One case',
    params: CaseParams,
    response: {
      200: Type.Object({
        ...CaseFile.properties,
        audience: Viewers,
        may: PlaceVerbs,
        /** Whether it shows to whoever sees the contractor too. */
        inherits: Type.Boolean(),
        managerName: OptionalText,
        /** The contractors that it concerns, as far as the reader sees them; the one for whom it was opened stands first. */
        parties: Type.Array(Type.Object({ id: Id, name: Type.String() })),
        /** Their contact people, by name. */
        people: Type.Array(Type.Object({ id: Id, name: Type.String(), contractorId: Id })),
        follows: Type.Boolean(),
      }),
    },
  },
})

/** Renames, closes, reopens, hands over, changes who may see. The last two are the manager's to say. */
export const changeCase = route({
  method: 'PATCH',
  url: '/api/cases/:caseId',
  schema: {
    summary: 'Change a case',
    params: CaseParams,
    body: Type.Object(
      {
        title: Type.Optional(Title),
        closed: Type.Optional(Type.Boolean()),
        managerId: Type.Optional(Id),
        audience: Type.Optional(Type.Union([AudienceInput, Type.Literal('inherit')])),
        was: asSeen({ title: Type.String(), inherits: Type.Boolean(), ...seenAudience }),
      },
      { additionalProperties: false },
    ),
    response: { 200: CaseFile },
  },
})
