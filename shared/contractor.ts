import * as Type from 'typebox'
import { asSeen, seenAudience } from './as-seen.ts'
import { AudienceInput, PlaceVerbs, Viewers } from './audience.ts'
import { route } from './route.ts'
import { Cursor, Id, Limit, Nothing, OptionalId, OptionalText, page } from './scalars.ts'

const Name = Type.String({ minLength: 1, maxLength: 300, pattern: '\\S' })
const PersonParams = Type.Object({ contractorId: Id, personId: Id })
const PersonName = Type.String({ minLength: 1, maxLength: 200, pattern: '\\S' })
const Addresses = Type.Array(Type.String({ maxLength: 320 }), { maxItems: 200 })

/**
 * What becomes of mail that came from a new address before: decided again by itself, or held back while the caller is
 * asked (the sweep). Whoever does not answer within ten minutes has agreed.
 */
export const EarlierMail = Type.Enum(['decide', 'ask'])

/** A contact person as the file shows him. */
export type Person = Type.Static<typeof Person>
export const Person = Type.Object({
  id: Id,
  name: Type.String(),
  role: OptionalText,
  phones: Type.Array(Type.String()),
  addresses: Type.Array(Type.String()),
})

/** A contractor in lists. */
export type ContractorRow = Type.Static<typeof ContractorRow>
export const ContractorRow = Type.Object({ id: Id, name: Type.String(), nip: OptionalText, city: OptionalText })

/** A contractor's header. Addresses are written `a@b.pl`, domains `@b.pl`. */
export type Contractor = Type.Static<typeof Contractor>
export const Contractor = Type.Object({
  ...ContractorRow.properties,
  regon: OptionalText,
  krs: OptionalText,
  street: OptionalText,
  phones: Type.Array(Type.String()),
  note: OptionalText,
  managerId: OptionalId,
  managerName: OptionalText,
  tags: Type.Array(Type.String()),
  addresses: Type.Array(Type.String()),
  people: Type.Array(Person),
  audience: Viewers,
  may: PlaceVerbs,
  /** Whether the reader is told of what is new here. */
  follows: Type.Boolean(),
})

const header = {
  taxId: Type.Optional(Type.String({ maxLength: 40, description: 'NIP' })),
  regon: Type.Optional(Type.String({ maxLength: 40 })),
  krs: Type.Optional(Type.String({ maxLength: 40 })),
  street: Type.Optional(Type.String({ maxLength: 300 })),
  city: Type.Optional(Type.String({ maxLength: 200 })),
  phones: Type.Optional(Type.Array(Type.String({ maxLength: 60 }), { maxItems: 50 })),
  note: Type.Optional(Type.String({ maxLength: 10_000 })),
  tags: Type.Optional(Type.Array(Type.String({ minLength: 1, maxLength: 60, pattern: '\\S' }), { maxItems: 30 })),
  addresses: Type.Optional(Addresses),
  audience: Type.Optional(AudienceInput),
}

const personFacts = {
  role: Type.Optional(Type.String({ maxLength: 200 })),
  phones: Type.Optional(Type.Array(Type.String({ maxLength: 60 }), { maxItems: 20 })),
  addresses: Type.Optional(Addresses),
}

const PersonInput = Type.Object({ name: PersonName, ...personFacts }, { additionalProperties: false })

const ContractorInput = Type.Object(
  {
    /** The contractor's own number, made by who asks: sent again, as after an answer that was lost, it makes no second one. */
    id: Type.Optional(Id),
    name: Name,
    ...header,
    people: Type.Optional(Type.Array(PersonInput, { maxItems: 200 })),
    earlierMail: Type.Optional(EarlierMail),
  },
  { additionalProperties: false },
)

export type ContractorInput = Type.Static<typeof ContractorInput>

const seenOfContractor = asSeen({
  ...Type.Pick(Contractor, ['name', 'regon', 'krs', 'street', 'city', 'phones', 'note', 'tags']).properties,
  taxId: Contractor.properties.nip,
  ...seenAudience,
})

const ContractorParams = Type.Object({ contractorId: Id })

/** Opens a contractor file. Whoever opens it manages it and is in its audience. */
export const createContractor = route({
  method: 'POST',
  url: '/api/contractors',
  schema: { summary: 'Create a contractor', body: ContractorInput, response: { 201: Contractor } },
})

/** Contractors by name, those that fit a piece of a name, a NIP or an address, or those who have just this address or its domain. */
export const listContractors = route({
  method: 'GET',
  url: '/api/contractors',
  schema: {
    summary: 'Contractors',
    querystring: Type.Object({
      q: Type.Optional(Type.String({ maxLength: 200 })),
      address: Type.Optional(Type.String({ maxLength: 320 })),
      limit: Type.Optional(Limit),
      cursor: Type.Optional(Cursor),
    }),
    response: { 200: page(ContractorRow) },
  },
})

/** An address, and who of those whom the asker sees has it or the domain that it stands in. */
export type HeldAddress = Type.Static<typeof HeldAddress>
export const HeldAddress = Type.Object({ address: Type.String(), contractors: Type.Array(ContractorRow) })

/**
 * Whose these addresses are, those that have a holder, in the order asked, and who has this NIP; of each a few holders by
 * name, of those whom the asker sees.
 */
export const findHolders = route({
  method: 'POST',
  url: '/api/contractors/holders',
  scope: 'read',
  schema: {
    summary: 'Whose these addresses and this NIP are',
    description: 'One answer of as many as were asked for, without pages; a few holders of each.',
    body: Type.Object({ addresses: Addresses, taxId: header.taxId }, { additionalProperties: false }),
    response: { 200: Type.Object({ items: Type.Array(HeldAddress), ofTaxId: Type.Array(ContractorRow) }) },
  },
})

export const readContractor = route({
  method: 'GET',
  url: '/api/contractors/:contractorId',
  schema: { summary: 'One contractor', params: ContractorParams, response: { 200: Contractor } },
})

/** Changes what is named; addresses and audience are replaced as a whole. */
export const changeContractor = route({
  method: 'PATCH',
  url: '/api/contractors/:contractorId',
  schema: {
    summary: 'Change a contractor',
    params: ContractorParams,
    body: Type.Object(
      { name: Type.Optional(Name), managerId: Type.Optional(Id), ...header, was: seenOfContractor },
      { additionalProperties: false },
    ),
    response: { 200: Contractor },
  },
})

/**
 * Removes a contractor that was opened by mistake: for its manager, or an administrator in its circle, while nothing lies in
 * its file and nothing names it. The refusal is one for all that might, seen by the asker or not. It cannot be undone.
 */
export const removeContractor = route({
  method: 'DELETE',
  url: '/api/contractors/:contractorId',
  schema: { summary: 'Remove a contractor that was never used', params: ContractorParams, response: { 204: Nothing } },
})

/** Adds one address or domain, as the pane's strip of unknown people does. */
export const addAddress = route({
  method: 'POST',
  url: '/api/contractors/:contractorId/addresses',
  schema: {
    summary: 'Add an address or domain to a contractor',
    params: ContractorParams,
    body: Type.Object(
      {
        address: Type.String({ maxLength: 320 }),
        personName: Type.Optional(PersonName),
        earlierMail: Type.Optional(EarlierMail),
      },
      { additionalProperties: false },
    ),
    response: { 200: Contractor },
  },
})

/** Adds a contact person to a contractor. */
export const addPerson = route({
  method: 'POST',
  url: '/api/contractors/:contractorId/people',
  schema: {
    summary: 'Add a contact person to a contractor',
    params: ContractorParams,
    body: Type.Object(
      { name: PersonName, ...personFacts, earlierMail: Type.Optional(EarlierMail) },
      { additionalProperties: false },
    ),
    response: { 200: Contractor },
  },
})

/** Changes what is named of a contact person; addresses are replaced as a whole. */
export const changePerson = route({
  method: 'PATCH',
  url: '/api/contractors/:contractorId/people/:personId',
  schema: {
    summary: 'Change a contact person',
    params: PersonParams,
    body: Type.Object(
      {
        name: Type.Optional(PersonName),
        ...personFacts,
        earlierMail: Type.Optional(EarlierMail),
        /** Takes a removed person back, with the addresses that nobody else of the contractor was given since. */
        removed: Type.Optional(Type.Literal(false)),
      },
      { additionalProperties: false },
    ),
    response: { 200: Contractor },
  },
})

/**
 * Removes a contact person: from now on nobody finds or chooses this person, and the addresses lead mail nowhere. Mails and
 * activities stay as they are, with the name.
 */
export const removePerson = route({
  method: 'DELETE',
  url: '/api/contractors/:contractorId/people/:personId',
  schema: {
    summary: 'Remove a contact person',
    params: PersonParams,
    response: { 200: Contractor },
  },
})
