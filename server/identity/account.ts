import type { Account, FactorPolicy } from '../../shared/account.ts'
import { readAddress } from '../../shared/address.ts'
import type { Tx } from '../database/work.ts'
import { Refusal } from '../refusal.ts'
import { freshToken, tokenHash } from './token.ts'

/** An invitation or a reset is good for three days. */
export const LINK_MS = 72 * 3_600_000

/** Every account, for administrators: how people come in, nothing of what they read. */
export async function listAccounts(tx: Tx): Promise<Account[]> {
  const [row] = await tx.sql<{ rows: Account[] }>('select accounts() as rows')
  return row?.rows ?? []
}

/** Shuts an account out or lets it in, makes it an administrator's or no longer. The database keeps one administrator. */
export async function changeAccount(
  tx: Tx,
  userId: string,
  change: { isDisabled?: boolean; isAdmin?: boolean },
  now: Date,
) {
  if (userId === tx.user && change.isDisabled) throw new Refusal('not-allowed')
  await tx.sql('select change_account($1, $2, $3, $4)', [
    userId,
    change.isDisabled ?? null,
    change.isAdmin ?? null,
    now,
  ])
}

/** Changes what somebody is called and the address by which he signs in. */
export async function changeProfile(
  tx: Tx,
  userId: string,
  { name, email }: { name: string | undefined; email: string | undefined },
) {
  const address = email === undefined ? null : readAddress(email)
  if (email !== undefined && (!address || address.isDomain)) throw new Refusal('invalid', ['email'])
  await tx.sql('select change_profile($1, $2, $3)', [userId, name?.trim() ?? null, address?.value ?? null])
}

/** Makes a one-time link for a user; the token is known to whom it is given and to nobody else. */
export async function createPasswordLink(tx: Tx, userId: string, now: Date): Promise<string> {
  const token = freshToken()
  await tx.sql('select create_setup_link($1, $2, $3)', [userId, tokenHash(token), new Date(now.getTime() + LINK_MS)])
  return token
}

/** Withdraws a link that was not used yet. */
export async function endPasswordLink(tx: Tx, userId: string) {
  await tx.sql('select end_setup_links($1)', [userId])
}

/** Ends every session and access token of a user. */
export async function endAccountSessions(tx: Tx, userId: string) {
  await tx.sql('select end_account_sessions($1)', [userId])
}

/** Who must have a second factor. */
export async function readFactorPolicy(tx: Tx): Promise<FactorPolicy> {
  const [row] = await tx.sql<{ value: FactorPolicy }>(`select value from company_setting where key = 'second-factor'`)
  return row?.value ?? 'nobody'
}

/** Says who must have a second factor; it is asked for when they sign in next. */
export async function changeFactorPolicy(tx: Tx, required: FactorPolicy) {
  // The row policy says no to everybody but administrators.
  await tx.sql(
    `insert into company_setting (key, value) values ('second-factor', to_jsonb($1::text))
       on conflict (key) do update set value = excluded.value`,
    [required],
  )
}
