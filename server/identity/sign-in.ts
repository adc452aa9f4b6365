import type { FactorDraft } from '../../shared/session.ts'
import type { Database } from '../database/work.ts'
import { Refusal } from '../refusal.ts'
import { passwordFits } from './password.ts'
import { draftFactorBySignIn, type FactorCheck, passFactor } from './second-factor.ts'
import { type Entered, enter, type Visit } from './session.ts'

/** What somebody types to sign in. */
export interface Typed {
  email: string
  password: string
  code?: string
}

/**
 * Signs in by password and, where there is one, the second factor. A wrong address and a wrong password are the same
 * refusal after the same work; every try is counted before it is made, whether or not there is such an account.
 */
export async function signIn(database: Database, typed: Typed, visit: Visit, check: FactorCheck): Promise<Entered> {
  const userId = await userByPassword(database, typed, visit)
  return database.work(null, async tx => {
    const recoveryCodes = await passFactor(tx, userId, typed.code, check)
    const entered = await enter(tx, userId, visit, check.now)
    await tx.sql('select forgive_attempts($1, $2)', [typed.email, visit.address])
    return { ...entered, ...(recoveryCodes && { recoveryCodes }) }
  })
}

/** Begins the second factor of somebody who must have one and has none, after his password. */
export async function beginFactor(
  database: Database,
  typed: Typed,
  visit: Visit,
  { key }: FactorCheck,
): Promise<FactorDraft> {
  const userId = await userByPassword(database, typed, visit)
  return database.work(null, tx => draftFactorBySignIn(tx, userId, typed.email.trim(), key))
}

async function userByPassword(database: Database, { email, password }: Typed, visit: Visit): Promise<string> {
  const [tried] = await database.work(null, tx =>
    tx.sql<{ may: boolean }>('select begin_attempt($1, $2) as may', [email, visit.address]),
  )
  if (!tried?.may) throw new Refusal('too-many')
  const [credential] = await database.work(null, tx =>
    tx.sql<{ user_id: string; password_hash: string }>('select * from credential_of($1)', [email.trim()]),
  )
  // Compared outside any transaction: it takes as long as a hundred questions.
  const fits = await passwordFits(credential?.password_hash ?? null, password)
  if (!credential || !fits) throw new Refusal('wrong-password')
  return credential.user_id
}
