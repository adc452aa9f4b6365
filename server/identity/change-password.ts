import type { Database, Tx } from '../database/work.ts'
import { Refusal } from '../refusal.ts'
import { refuseCommon } from './common-passwords.ts'
import { hashPassword, passwordFits } from './password.ts'
import { type FactorCheck, passFactor } from './second-factor.ts'
import { type Entered, enter, type Visit } from './session.ts'
import { tokenHash } from './token.ts'

/** A password set by a one-time link, with a code where there is a second factor. */
export interface ByLink {
  token: string
  password: string
  code?: string
}

/**
 * Sets a password by a one-time link, and signs in. A link does not replace the second factor: without its code nothing
 * happens. Null when the password was set but the company asks for a second factor, which is then begun at sign-in.
 */
export async function enterByLink(
  database: Database,
  { token, password, code }: ByLink,
  visit: Visit,
  check: FactorCheck,
): Promise<Entered | null> {
  refuseCommon(password)
  const hash = await hashPassword(password)
  return database.work(null, async tx => {
    const [link] = await tx.sql<{ user_id: string; must_begin: boolean }>(
      `select l.user_id, f.is_required and not f.is_confirmed as must_begin from user_of_link($1) l, factor_of(l.user_id) f`,
      [tokenHash(token)],
    )
    if (!link) throw new Refusal('not-found')
    if (!link.must_begin) await passFactor(tx, link.user_id, code, check)
    await tx.sql('select use_setup_link($1, $2)', [tokenHash(token), hash])
    return link.must_begin ? null : enter(tx, link.user_id, visit, check.now)
  })
}

/** Changes the current user's password, who shows that he knows the old one; all his other sessions end. */
export async function changePassword(
  work: <Result>(act: (tx: Tx) => Promise<Result>) => Promise<Result>,
  { password, next }: { password: string; next: string },
  thisSession: string,
) {
  const [own] = await work(tx => tx.sql<{ hash: string | null }>('select my_password_hash() as hash'))
  if (!(await passwordFits(own?.hash ?? null, password))) throw new Refusal('wrong-password')
  refuseCommon(next)
  const hash = await hashPassword(next)
  await work(tx => tx.sql('select change_password($1, $2)', [hash, thisSession]))
}
