import type { setUp as contract } from '../../shared/first-run.ts'
import type { Input } from '../../shared/route.ts'
import type { Database } from '../database/work.ts'
import { refuseCommon } from '../identity/common-passwords.ts'
import { createUser } from '../identity/create-user.ts'
import { type Entered, enter, type Visit } from '../identity/session.ts'
import { tokenHash } from '../identity/token.ts'
import { Refusal } from '../refusal.ts'
import { nameCompany } from './first-run.ts'

/** Makes the first user of an empty company and lets him in; whoever has no token, or comes second, finds nothing here. */
export async function setUp(
  database: Database,
  { token, company, language, ...person }: Input<typeof contract>['body'],
  visit: Visit,
  now: Date,
): Promise<Entered> {
  refuseCommon(person.password, [company, person.name, person.email])
  return database.work(null, async tx => {
    const [used] = await tx.sql<{ yes: boolean }>('select use_first_run($1) as yes', [tokenHash(token)])
    if (!used?.yes) throw new Refusal('not-found')
    const { user } = await createUser(tx, { ...person, isAdmin: true }, now)
    const own = { ...tx, user: user.id }
    await tx.sql('select set_my_language($1)', [language])
    await nameCompany(own, company)
    return enter(tx, user.id, visit, now)
  })
}

/** Whether a token opens the set-up. */
export async function lookAtSetUp(database: Database, token: string): Promise<void> {
  const [row] = await database.work(null, tx =>
    tx.sql<{ yes: boolean }>('select is_first_run($1) as yes', [tokenHash(token)]),
  )
  if (!row?.yes) throw new Refusal('not-found')
}
