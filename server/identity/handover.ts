import { createHash, timingSafeEqual } from 'node:crypto'
import type { RefusalCode } from '../../shared/refusal.ts'
import type { Tx } from '../database/work.ts'
import type { Person } from './ask-provider.ts'
import { type Entered, enter, type Visit } from './session.ts'
import { freshToken, tokenHash } from './token.ts'

const HANDOVER_MS = 2 * 60_000

/** Somebody on his way in: a user whose session is handed over, or who he is at a provider. */
export interface OnTheWay {
  challenge: string
  userId: string | null
  person?: Person & { providerId: string; linkHash: string | null }
}

interface Row {
  challenge: string
  user_id: string | null
  provider_id: string | null
  issuer: string | null
  subject: string | null
  label: string | null
  link_hash: string | null
}

/** Makes the code that is traded for a session by whoever holds the challenge's verifier. */
export async function beginHandover(tx: Tx, { challenge, userId, person }: OnTheWay, now: Date): Promise<string> {
  const code = freshToken()
  const until = new Date(now.getTime() + HANDOVER_MS)
  await tx.sql('select begin_handover($1, $2, $3, $4, $5, $6, $7, $8, $9)', [
    tokenHash(code),
    challenge,
    userId,
    person?.providerId ?? null,
    person?.issuer ?? null,
    person?.subject ?? null,
    person?.label ?? null,
    person?.linkHash ?? null,
    until,
  ])
  return code
}

/** Trades a code for a session, or says why not; either way the code is used up, so the caller refuses after the commit. */
export async function redeem(
  tx: Tx,
  { code, verifier }: { code: string; verifier: string },
  visit: Omit<Visit, 'door'>,
  now: Date,
): Promise<Entered | RefusalCode> {
  const [row] = await tx.sql<Row>('select * from end_handover($1)', [tokenHash(code)])
  if (!row || !isVerifierOf(row.challenge, verifier)) return 'not-found'
  if (row.issuer === null)
    return row.user_id ? enter(tx, row.user_id, { ...visit, door: 'mail-program' }, now) : 'not-found'
  const [known] = await tx.sql<{ id: string | null }>('select user_of_identity($1, $2, $3, $4, $5, $6) as id', [
    row.issuer,
    row.subject,
    row.provider_id,
    row.label,
    row.user_id,
    row.link_hash,
  ])
  return known?.id ? enter(tx, known.id, { ...visit, door: 'provider' }, now) : 'identity-unknown'
}

function isVerifierOf(challenge: string, verifier: string): boolean {
  const made = createHash('sha256').update(verifier).digest('base64url')
  return made.length === challenge.length && timingSafeEqual(Buffer.from(made), Buffer.from(challenge))
}
