import type { Asked } from '../http/app-type.ts'
import { Refusal } from '../refusal.ts'
import { passwordFits } from './password.ts'
import { readMe } from './session.ts'

/** What is asked of whoever would open an administrator's account: it may be a stolen session that asks. */
type Prover = Pick<Asked<never>, 'work' | 'session' | 'request'>

/**
 * Refuses unless the one who asks shows that it is he: he signed in within the last minutes, or knows his password. Tries
 * are counted as at the door.
 */
export async function proveMyself({ work, session, request }: Prover, password: string | undefined) {
  const own = await work(async tx => {
    const [row] = await tx.sql<{ fresh: boolean; hash: string | null }>(
      'select is_just_signed_in($1) as fresh, my_password_hash() as hash',
      [session],
    )
    if (row?.fresh) return null
    if (password === undefined) throw new Refusal('password-needed')
    const { email } = await readMe(tx)
    const [tried] = await tx.sql<{ may: boolean }>('select begin_attempt($1, $2) as may', [email, request.ip])
    return { email, hash: row?.hash ?? null, may: tried?.may }
  })
  if (own === null) return
  if (!own.may) throw new Refusal('too-many')
  if (!(await passwordFits(own.hash, password ?? ''))) throw new Refusal('wrong-password')
  await work(tx => tx.sql('select forgive_attempts($1, $2)', [own.email, request.ip]))
}
