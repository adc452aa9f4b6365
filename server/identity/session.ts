import type { Me } from '../../shared/user.ts'
import type { Tx } from '../database/work.ts'
import { Refusal } from '../refusal.ts'
import { hashPassword, passwordFits } from './password.ts'
import { freshToken, tokenHash } from './token.ts'
import { User } from './user.entity.ts'

const DAY_MS = 86_400_000
const SESSION_DAYS = 30

/** Who went on or came in: the user, his session, and the refresh token that only he gets to see. */
export interface Entered {
  userId: string
  sessionId: string
  refresh: string
}

/** Signs in by password. A wrong address and a wrong password are the same refusal, after the same work. */
export async function signIn(tx: Tx, email: string, password: string, now: Date): Promise<Entered> {
  const [credential] = await tx.sql<{ user_id: string; password_hash: string }>('select * from credential_of($1)', [
    email.trim(),
  ])
  const fits = await passwordFits(credential?.password_hash ?? null, password)
  if (!credential || !fits) throw new Refusal('wrong-password')
  return enter(tx, credential.user_id, now)
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

/** Sets the first password by a one-time link, and signs in. */
export async function enterByLink(tx: Tx, token: string, password: string, now: Date): Promise<Entered> {
  const hash = await hashPassword(password)
  const [row] = await tx.sql<{ user_id: string }>('select use_setup_link($1, $2) as user_id', [tokenHash(token), hash])
  if (!row) throw new Refusal('not-found')
  return enter(tx, row.user_id, now)
}

/** Ends a session of the current user. */
export async function signOut(tx: Tx, sessionId: string) {
  await tx.sql('select end_session($1)', [sessionId])
}

/** The current user as he is shown to himself. */
export async function readMe(tx: Tx): Promise<Me> {
  const user = await tx.em.findOne(User, { id: tx.user })
  if (!user || user.disabledAt) throw new Refusal('not-signed-in')
  return { id: user.id, name: user.name, email: user.email, isAdmin: user.isAdmin, language: user.language }
}

async function enter(tx: Tx, userId: string, now: Date): Promise<Entered> {
  const refresh = freshToken()
  const [row] = await tx.sql<{ id: string }>('select start_session($1, $2, $3) as id', [
    userId,
    tokenHash(refresh),
    sessionEnd(now),
  ])
  if (!row) throw new Error('start_session answers always')
  return { userId, sessionId: row.id, refresh }
}

function sessionEnd(now: Date): Date {
  return new Date(now.getTime() + SESSION_DAYS * DAY_MS)
}
