import { join } from 'node:path'
import type { Plugin } from 'vite'

/** What every build for the browser replaces: see `api/no-schemas.ts`. */
export const withoutSchemas = { alias: { typebox: join(import.meta.dirname, 'api/no-schemas.ts') } }

/** Leaves out what of the contract only its printed form says: the sentence that names each route. */
export function withoutSummaries(): Plugin {
  return {
    name: 'without-summaries',
    enforce: 'pre',
    transform(code, id) {
      if (!/\/shared\/[\w-]+\.ts$/.test(id)) return null
      return { code: code.replace(/\bsummary: '[^'\n]*',/g, ''), map: null }
    },
  }
}
