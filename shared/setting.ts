import * as Type from 'typebox'
import { AudienceInput } from './audience.ts'
import { route } from './route.ts'

/**
 * What the company has settled for filing by itself. `borders`: the names (authserv-id of RFC 8601) under which our own
 * mail servers write what they found out about a sender; `tenant`: Exchange Online judges for us; `threshold`: from which
 * likelihood, 0 to 1, the only open case and habit file instead of suggesting, null for never; `freeMailDomains`: mail
 * services open to everyone, beside those that we know anyway.
 */
export type FilingSettings = Type.Static<typeof FilingSettings>
export const FilingSettings = Type.Object({
  borders: Type.Array(Type.String({ pattern: '^[A-Za-z0-9._:-]{1,253}$' }), { maxItems: 20 }),
  tenant: Type.Boolean(),
  threshold: Type.Unsafe<number | null>({ anyOf: [{ type: 'number', minimum: 0, maximum: 1 }, { type: 'null' }] }),
  freeMailDomains: Type.Array(Type.String({ minLength: 1, maxLength: 254 }), { maxItems: 500 }),
})

/** The settings of filing. Everybody may know them: they explain why a mail was not filed. */
export const readFilingSettings = route({
  method: 'GET',
  url: '/api/settings/filing',
  schema: { summary: 'Settings of filing', response: { 200: FilingSettings } },
})

/** Changes what is named and leaves the rest. Administrators only. */
export const changeFilingSettings = route({
  method: 'PATCH',
  url: '/api/settings/filing',
  schema: {
    summary: 'Change settings of filing',
    body: Type.Partial(FilingSettings, { additionalProperties: false, minProperties: 1 }),
    response: { 200: FilingSettings },
  },
})

/**
 * What the company has settled about access. `recipients`: a filed mail may be seen by those of our users to whom it was
 * addressed; `newContractors`: who sees a contractor for whom nobody chooses, null for everyone; `remotePictures`: the
 * pictures that a mail names in the net may be fetched through the server, when a reader asks.
 */
export type AccessSettings = Type.Static<typeof AccessSettings>
export const AccessSettings = Type.Object({
  recipients: Type.Boolean(),
  newContractors: Type.Union([AudienceInput, Type.Null()]),
  remotePictures: Type.Boolean(),
})

/** The settings of access. Everybody may know them: they explain who sees what. */
export const readAccessSettings = route({
  method: 'GET',
  url: '/api/settings/access',
  schema: { summary: 'Settings of access', response: { 200: AccessSettings } },
})

/** Changes what is named and leaves the rest; what is there already keeps its audience. Administrators only. */
export const changeAccessSettings = route({
  method: 'PATCH',
  url: '/api/settings/access',
  schema: {
    summary: 'Change settings of access',
    body: Type.Partial(AccessSettings, { additionalProperties: false, minProperties: 1 }),
    response: { 200: AccessSettings },
  },
})
