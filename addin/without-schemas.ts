import { join } from 'node:path'

/** What every build for the browser replaces: see `api/no-schemas.ts`. */
export const withoutSchemas = { alias: { typebox: join(import.meta.dirname, 'api/no-schemas.ts') } }
