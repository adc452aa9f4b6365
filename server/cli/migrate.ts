import { readConfig } from '../config.ts'
import { openHouse } from '../start.ts'
import { say } from './say.ts'

/** `lupa migrate`: brings the database to the present schema and stops, for those who do it apart from the start. */
export async function migrateOnly() {
  const { close } = await openHouse(readConfig(process.env), { waitsForGuests: true })
  await close()
  say('The database is up to date.')
}
