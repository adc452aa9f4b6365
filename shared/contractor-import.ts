import * as Type from 'typebox'
import { route } from './route.ts'
import { OptionalId } from './scalars.ts'

/** A list is a page of an office, not an archive. */
export const LONGEST_LIST = 10 * 1024 * 1024

/** What a column of a contractor list may hold; `none` is left out. Columns of one field are taken together. */
export const importFields = [
  'none',
  'name',
  'taxId',
  'regon',
  'krs',
  'street',
  'city',
  'phones',
  'addresses',
  'note',
] as const
export type ImportField = (typeof importFields)[number]

const Field = Type.Enum([...importFields])
const Columns = Type.Union([Field, Type.Array(Field, { maxItems: 100 })])
const Counts = Type.Object({
  created: Type.Integer(),
  known: Type.Integer(),
  skipped: Type.Integer(),
  refused: Type.Integer(),
})

/** One row of a list: what it says, and what would become of it. */
const PreviewRow = Type.Object({
  line: Type.Integer(),
  name: Type.String(),
  taxId: Type.String(),
  result: Type.Unsafe<'created' | 'known' | 'refused'>({ type: 'string' }),
  /** Of one that is known already: by what, and whom it is like; without an id it is a row further up. */
  known: Type.Optional(
    Type.Object({
      by: Type.Unsafe<'taxId' | 'name'>({ type: 'string' }),
      contractorId: OptionalId,
      name: Type.String(),
    }),
  ),
  /** Of a refused one: the fields at fault. */
  fields: Type.Array(Type.String()),
})

/** A list as it is understood: its columns with what they are taken for, and its rows. */
export type ImportPreview = Type.Static<typeof ImportPreview>
export const ImportPreview = Type.Object({
  columns: Type.Array(
    Type.Object({
      title: Type.String(),
      field: Type.Unsafe<ImportField>({ type: 'string' }),
      samples: Type.Array(Type.String()),
    }),
  ),
  counts: Counts,
  /** The refused and the known ones first, as far as one can look at them. */
  items: Type.Array(PreviewRow),
})

/** Reads a contractor list (CSV or XLSX) and says what would become of it. Writes nothing. Without `columns` they are guessed. */
export const previewContractorImport = route({
  method: 'POST',
  url: '/api/contractors/import/preview',
  consumes: 'application/octet-stream',
  schema: {
    summary: 'Look at a contractor list before it is taken in',
    querystring: Type.Object({ columns: Type.Optional(Columns) }),
    response: { 200: ImportPreview },
  },
})

/** What became of a list. */
export type ImportResult = Type.Static<typeof ImportResult>
export const ImportResult = Type.Object({
  counts: Counts,
  refused: Type.Array(Type.Object({ line: Type.Integer(), reason: Type.String() })),
})

/** Takes a contractor list in, row by row. Known contractors gain what they lack, or are left as they are. Done twice it changes nothing more. */
export const importContractorList = route({
  method: 'POST',
  url: '/api/contractors/import',
  consumes: 'application/octet-stream',
  schema: {
    summary: 'Take in a contractor list',
    querystring: Type.Object({ columns: Columns, known: Type.Enum(['complete', 'skip']) }),
    response: { 200: ImportResult },
  },
})
