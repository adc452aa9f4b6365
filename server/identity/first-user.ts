import type { House } from '../http/app-type.ts'
import { createUser } from './create-user.ts'

/** Creates the administrator of an empty company, from the settings or with a one-time link; null when there are users. */
export function createFirstUser(house: House): Promise<{ email: string; linkToken: string | null } | null> {
  return house.database.work(null, async tx => {
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
