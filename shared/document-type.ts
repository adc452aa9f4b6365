import * as Type from 'typebox'
import { documentTypes, type Kind, ownKindPattern } from './kind.ts'
import { route } from './route.ts'
import { OptionalText } from './scalars.ts'

/** The shapes that a type of documents may be shown by. */
export const typeIcons = [
  'file',
  'receipt',
  'cart',
  'percent',
  'pen',
  'clipboard',
  'scales',
  'truck',
  'wrench',
  'shield',
  'award',
  'landmark',
  'ruler',
  'alert',
  'card',
  'calculator',
] as const
export type TypeIcon = (typeof typeIcons)[number]

/** The colours that it may be shown in. */
export const typeColours = ['amber', 'teal', 'blue', 'violet', 'red', 'green', 'grey'] as const
export type TypeColour = (typeof typeColours)[number]

const Key = Type.Unsafe<Kind>({ anyOf: [{ enum: [...documentTypes] }, { type: 'string', pattern: ownKindPattern }] })
const Name = Type.String({ minLength: 1, maxLength: 60, pattern: '\\S' })
/** Words by which a document is known, in its beginning or its name; `reklamac*` stands for all that begin so. */
const Words = Type.Array(Type.String({ minLength: 3, maxLength: 60, pattern: '[\\p{L}\\p{N}]{2}' }), { maxItems: 100 })

/** A type of documents. Of one that comes with the product a name is null while it bears the product's. */
export type DocumentTypeEntry = Type.Static<typeof DocumentTypeEntry>
export const DocumentTypeEntry = Type.Object({
  key: Type.Unsafe<Kind>({ type: 'string' }),
  namePl: OptionalText,
  nameEn: OptionalText,
  icon: Type.Unsafe<TypeIcon>({ type: 'string' }),
  colour: Type.Unsafe<TypeColour>({ type: 'string' }),
  words: Type.Array(Type.String()),
  isBuiltIn: Type.Boolean(),
  isHidden: Type.Boolean(),
})

const List = Type.Object({ items: Type.Array(DocumentTypeEntry) })
const Look = { icon: Type.Enum([...typeIcons]), colour: Type.Enum([...typeColours]), words: Words }

/**
 * All types, those of the product first; hidden ones too, because documents bear them. One answer without pages: an
 * administrator names each by hand, and every screen needs them all.
 */
export const listDocumentTypes = route({
  method: 'GET',
  url: '/api/document-types',
  schema: { summary: 'Types of documents', description: 'All in one answer, without pages.', response: { 200: List } },
})

/** Adds a type. Administrators only. */
export const createDocumentType = route({
  method: 'POST',
  url: '/api/document-types',
  schema: {
    summary: 'Add a type of documents',
    body: Type.Object({ namePl: Name, nameEn: Name, ...Look }, { additionalProperties: false }),
    response: { 201: DocumentTypeEntry },
  },
})

/** Renames a type, changes its look and words, hides or shows it. Null gives back the product's name. Administrators only. */
export const changeDocumentType = route({
  method: 'PATCH',
  url: '/api/document-types/:key',
  schema: {
    summary: 'Change a type of documents',
    params: Type.Object({ key: Key }),
    body: Type.Partial(
      Type.Object({
        namePl: Type.Union([Name, Type.Null()]),
        nameEn: Type.Union([Name, Type.Null()]),
        ...Look,
        isHidden: Type.Boolean(),
      }),
      { additionalProperties: false, minProperties: 1 },
    ),
    response: { 200: DocumentTypeEntry },
  },
})
