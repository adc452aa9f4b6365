import { WrongSetting } from '../config.ts'
import type { House } from '../http/app-type.ts'

/** The user as whom a command works: the one named by his address, else the first administrator. */
export async function actingUser(house: House, email: string | undefined): Promise<string> {
  const [row] = await house.database.work(null, tx =>
    tx.sql<{ id: string | null }>('select find_user($1) as id', [email ?? null]),
  )
  if (row?.id) return row.id
  throw new WrongSetting(
    email ? `There is no user ${email}.` : 'There is no user yet; start Lupa once, or run: lupa user add EMAIL --admin',
  )
}
