import * as Type from 'typebox'
import { route } from './route.ts'
import { OptionalTime, Time } from './scalars.ts'

const Bytes = Type.Number()

/** Why the scheduled backup fails; each stands for something else that an administrator can do about it. */
export type BackupTroubleCode = Type.Static<typeof BackupTroubleCode>
export const BackupTroubleCode = Type.Enum([
  'full',
  'shut',
  'folder',
  'busy',
  'database',
  'version',
  'damaged',
  'internal',
])

const BackupFailure = Type.Object({ since: Time, at: Time, reason: BackupTroubleCode })

/** How much there is of everything, what runs, and when it was last put into safety. Nothing of it leaves the house. */
export type System = Type.Static<typeof System>
export const System = Type.Object({
  version: Type.String(),
  node: Type.String(),
  postgres: Type.String(),
  /** The newest change of the schema, and how many there are. */
  schema: Type.Object({ newest: Type.String(), count: Type.Integer() }),
  startedAt: Time,
  queueWorks: Type.Boolean(),
  database: Type.Object({
    bytes: Bytes,
    tables: Type.Array(Type.Object({ name: Type.String(), bytes: Bytes })),
  }),
  files: Type.Object({
    kinds: Type.Array(
      Type.Object({
        kind: Type.Unsafe<'mail' | 'document' | 'attachment' | 'other'>({ type: 'string' }),
        count: Type.Integer(),
        bytes: Bytes,
      }),
    ),
    /** What came in each month of the last year. */
    months: Type.Array(Type.Object({ month: Type.String(), bytes: Bytes })),
  }),
  disk: Type.Object({ free: Bytes, total: Bytes }),
  backup: Type.Object({
    /** Null when none was ever made here. */
    lastAt: OptionalTime,
    folder: Type.Unsafe<string | null>({ type: ['string', 'null'] }),
    bytes: Type.Unsafe<number | null>({ type: ['number', 'null'] }),
    /** Blobs that it lacks. */
    faults: Type.Integer(),
    /** How the scheduled one fails, or null when it does not. */
    failure: Type.Unsafe<Type.Static<typeof BackupFailure> | null>({ anyOf: [BackupFailure, { type: 'null' }] }),
    /** By the settings of the server: at what hour of its day, and how many are kept; null when nobody set it up. */
    schedule: Type.Unsafe<{ hour: number; keep: number; folder: string } | null>({
      anyOf: [
        {
          type: 'object',
          properties: { hour: { type: 'integer' }, keep: { type: 'integer' }, folder: { type: 'string' } },
          required: ['hour', 'keep', 'folder'],
        },
        { type: 'null' },
      ],
    }),
  }),
})

/** The state of the installation. Administrators only. */
export const readSystem = route({
  method: 'GET',
  url: '/api/system',
  schema: { summary: 'State of the installation', response: { 200: System } },
})

/** A package that this program is made of. */
const Licence = Type.Object({ name: Type.String(), version: Type.String(), licence: Type.String() })

/** One answer without pages: a release is made of so many packages and no more. */
export const listLicences = route({
  method: 'GET',
  url: '/api/system/licences',
  schema: {
    summary: 'Licences of what Lupa is made of',
    description: 'All in one answer, without pages.',
    response: { 200: Type.Object({ items: Type.Array(Licence) }) },
  },
})
