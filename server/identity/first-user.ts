import type { House } from '../http/app-type.ts'
import { createUser } from './create-user.ts'
import { freshToken, tokenHash } from './token.ts'

/** How somebody first gets in: as the user of the settings, by his one-time link, or by the guided set-up with its token. */
export type FirstWay = { email: string; linkToken: string | null } | { setUpToken: string }

/** Creates the administrator of an empty company, from the settings or with a one-time link; null when there are users. */
export function createFirstUser(house: House): Promise<{ email: string; linkToken: string | null } | null> {
  return house.database.work(null, async tx => {
    // Of two that start at once on one database the second waits, and finds the first one's user.
    await tx.sql(`select pg_advisory_xact_lock(hashtext('lupa.first-user'))`)
    const [row] = await tx.sql<{ empty: boolean }>('select is_empty_company() as empty')
    if (!row?.empty) return null
    const { admin } = house.config
    const name = admin ? (admin.email.split('@')[0] ?? admin.email) : 'Administrator'
    const input = {
      name,
      email: admin?.email ?? 'admin@lupa.local',
      isAdmin: true,
      ...(admin && { password: admin.password }),
    }
    const { user, linkToken } = await createUser(tx, input, house.now())
    return { email: user.email, linkToken }
  })
}

/** Opens the first way into an empty company; null when there are users. Without a user in the settings, the guided set-up. */
export async function openFirstWay(house: House, { needsUser = false } = {}): Promise<FirstWay | null> {
  if (house.config.admin || needsUser) return createFirstUser(house)
  const token = freshToken()
  const [row] = await house.database.work(null, tx =>
    tx.sql<{ opened: boolean }>('select open_first_run($1) as opened', [tokenHash(token)]),
  )
  return row?.opened ? { setUpToken: token } : null
}
