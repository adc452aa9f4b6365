import { readConfig } from '../config.ts'
import type { House } from '../http/app-type.ts'
import { loadSample } from '../sample/load-sample.ts'
import { joinHouse } from '../start.ts'
import { actingUser } from './acting-user.ts'
import { say } from './say.ts'

/** `lupa sample`: loads the sample company, once. */
export async function sampleVerb() {
  const { house, close } = await joinHouse(readConfig(process.env))
  try {
    await sampleInto(house)
  } finally {
    await close()
  }
}

/** Loads the sample company into a house that does not have it yet, and says how to enter. */
export async function sampleInto(house: House) {
  const administrator = await actingUser(house, undefined)
  const known = await house.database.work(administrator, tx =>
    tx.sql(`select 1 from company_setting where key = 'sample'`),
  )
  if (known.length > 0) return say('The sample company is there already.')
  await house.database.work(administrator, tx =>
    tx.sql(`insert into company_setting (key, value) values ('sample', 'true')`),
  )
  const { users, password } = await loadSample(house, administrator, line => say(`  sample: ${line}`))
  say(`The sample company is loaded. Sign in as one of ${users.join(', ')} with the password ${password}`)
}
