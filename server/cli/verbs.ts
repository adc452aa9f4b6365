import { migrateOnly } from './migrate.ts'
import { serveForever } from './serve.ts'

/** One verb of the command line. */
interface Verb {
  says: string
  run(words: string[]): Promise<void>
}

/** Every verb that `lupa` knows. */
export const verbs: Record<string, Verb> = {
  serve: { says: 'run the service (npm start)', run: serveForever },
  migrate: { says: 'bring the database to the present schema', run: migrateOnly },
}
