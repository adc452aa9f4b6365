import type { Config } from '../config.ts'
import type { Database } from '../database/work.ts'
import type { WorkingHouse } from '../job/jobs-database.ts'
import { Refusal } from '../refusal.ts'

/** Whether a link can reach anybody: there is a server for our mail, and an address for the link to lead to. */
export async function isLinkMailed(database: Database, { publicUrl }: Pick<Config, 'publicUrl'>): Promise<boolean> {
  const [row] = await database.work(null, tx => tx.sql<{ has: boolean }>('select has_mail_server() as has'))
  return publicUrl !== null && (row?.has ?? false)
}

/**
 * Takes the wish of somebody who forgot his password. Whoever has an account and whoever has none are answered alike and
 * after the same work; what was typed is kept nowhere, since it might be a password.
 */
export async function askForLink(database: Database, email: string, address: string): Promise<void> {
  const [counted] = await database.work(null, tx =>
    tx.sql<{ may: boolean }>('select count_forgotten($1, $2) as may', [email, address]),
  )
  if (!counted?.may) throw new Refusal('too-many')
  await database.work(null, tx => tx.sql('select ask_forgotten($1)', [email]))
}

/** Has the link mailed; nothing happens where nobody has this id, or no password. */
export async function mailForgotten({ jobs }: WorkingHouse, userId: string): Promise<void> {
  await jobs.call('select mail_forgotten($1)', [userId])
}
