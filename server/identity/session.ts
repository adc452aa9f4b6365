import type { KnownSession } from '../../shared/session.ts'
import type { Me } from '../../shared/user.ts'
import type { Tx } from '../database/work.ts'
import { Refusal } from '../refusal.ts'
import { freshToken, tokenHash } from './token.ts'
import { User } from './user.entity.ts'

const DAY_MS = 86_400_000
const SESSION_DAYS = 30

/** Who went on or came in: the user, his session, and the refresh token that only he gets to see. */
export interface Entered {
  userId: string
  sessionId: string
  refresh: string
  recoveryCodes?: string[]
}

/** How somebody comes in: by which door, with what program, from where. */
export interface Visit {
  door: KnownSession['door']
  device: string
  address: string
}

/** Begins a session of a user who has shown who he is. */
export async function enter(tx: Tx, userId: string, { door, device, address }: Visit, now: Date): Promise<Entered> {
  const refresh = freshToken()
  const [row] = await tx.sql<{ id: string }>('select start_session($1, $2, $3, $4, $5, $6) as id', [
    userId,
    tokenHash(refresh),
    sessionEnd(now),
    door,
    device,
    address,
  ])
  if (!row) throw new Error('start_session answers always')
  return { userId, sessionId: row.id, refresh }
}

/** Trades a refresh token; null when it is unknown, ended or was traded before (which ends its family for good). */
export async function goOn(tx: Tx, refresh: string, now: Date): Promise<Entered | null> {
  const next = freshToken()
  const [traded] = await tx.sql<{ user_id: string; family_id: string }>('select * from trade_session($1, $2, $3)', [
    tokenHash(refresh),
    tokenHash(next),
    sessionEnd(now),
  ])
  return traded ? { userId: traded.user_id, sessionId: traded.family_id, refresh: next } : null
}

/** Ends a session of the current user, with the access token that it still holds. */
export async function endSession(tx: Tx, sessionId: string) {
  await tx.sql('select end_session($1)', [sessionId])
}

/** Ends every session of the current user but the one he asks by. */
export async function endOtherSessions(tx: Tx, thisSession: string) {
  await tx.sql('select end_other_sessions($1)', [thisSession])
}

/** The sessions of the current user, the latest used first. */
export async function listSessions(tx: Tx, thisSession: string): Promise<KnownSession[]> {
  const [row] = await tx.sql<{ rows: Omit<KnownSession, 'isThis'>[] }>('select my_sessions() as rows')
  return (row?.rows ?? []).map(session => ({ ...session, isThis: session.id === thisSession }))
}

/** The current user as he is shown to himself. Asked by a token without that scope he is no administrator. */
export async function readMe(tx: Tx): Promise<Me> {
  const user = await tx.em.findOne(User, { id: tx.user })
  if (!user || user.disabledAt) throw new Refusal('not-signed-in')
  const [row] = await tx.sql<{ is_admin: boolean }>('select am_admin() as is_admin')
  return { id: user.id, name: user.name, email: user.email, isAdmin: row?.is_admin ?? false, language: user.language }
}

function sessionEnd(now: Date): Date {
  return new Date(now.getTime() + SESSION_DAYS * DAY_MS)
}
