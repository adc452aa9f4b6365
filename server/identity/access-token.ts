import type { AccessToken, listEveryToken as everyToken, OwnedToken, Scope } from '../../shared/access-token.ts'
import type { Input } from '../../shared/route.ts'
import type { Database, Tx } from '../database/work.ts'
import { type After, nameCursor, readNameCursor } from '../list/name-cursor.ts'
import { Refusal } from '../refusal.ts'
import { freshToken, tokenHash } from './token.ts'

const DAY_MS = 86_400_000
/** Tells our tokens from others, to people and to programs that look for secrets left lying about. */
const PREFIX = 'lupa_'

/** A token of the current user, with the word that is shown this once. */
export async function createAccessToken(
  tx: Tx,
  { name, scopes, days }: { name: string; scopes: Scope[]; days: number },
  now: Date,
): Promise<AccessToken & { token: string }> {
  const token = PREFIX + freshToken()
  const given = [...new Set<Scope>(['read', ...scopes])]
  const expires = new Date(now.getTime() + days * DAY_MS)
  const [row] = await tx.sql<{ id: string }>('select create_access_token($1, $2, $3, $4) as id', [
    name.trim(),
    tokenHash(token),
    given,
    expires,
  ])
  const made = (await listAccessTokens(tx)).find(known => known.id === row?.id)
  if (!made) throw new Error('a token that was made is in the list')
  return { ...made, token }
}

/** The tokens of the current user that were not ended. */
export async function listAccessTokens(tx: Tx): Promise<AccessToken[]> {
  const [row] = await tx.sql<{ rows: AccessToken[] }>('select my_access_tokens() as rows')
  return row?.rows ?? []
}

/** Ends a token of the current user. */
export async function endAccessToken(tx: Tx, tokenId: string) {
  await tx.sql('select end_access_token($1)', [tokenId])
}

/** The tokens of all users that still work, what ends first above all; for administrators. */
export async function listEveryToken(tx: Tx, question: Input<typeof everyToken>['querystring']) {
  const { q = null, limit = 50 } = question
  const after = question.cursor === undefined ? null : endOf(question.cursor)
  const [row] = await tx.sql<{ rows: OwnedToken[] }>('select every_access_token($1, $2, $3, $4) as rows', [
    q,
    after?.key ?? null,
    after?.id ?? null,
    limit + 1,
  ])
  const rows = row?.rows ?? []
  const items = rows.slice(0, limit)
  const last = items.at(-1)
  return { items, next: rows.length > limit && last ? nameCursor({ key: last.expiresAt, id: last.id }) : null }
}

function endOf(cursor: string): After {
  const after = readNameCursor(cursor)
  const end = new Date(after.key)
  if (Number.isNaN(end.getTime()) || end.toISOString() !== after.key) throw new Refusal('invalid', ['cursor'])
  return after
}

/** Ends a token, whosever it is; for administrators. */
export async function endAnyToken(tx: Tx, tokenId: string) {
  await tx.sql('select end_any_access_token($1)', [tokenId])
}

/** Whether a bearer's word looks like a token of this kind. */
export function isAccessToken(word: string): boolean {
  return word.startsWith(PREFIX)
}

/** Whose token it is and what it may do; refused when it is unknown, over or ended. */
export async function readAccessToken(
  database: Database,
  token: string,
): Promise<{ id: string; userId: string; scopes: Scope[] }> {
  const [row] = await database.work(null, tx =>
    tx.sql<{ id: string; user_id: string; scopes: Scope[] }>('select * from use_access_token($1)', [tokenHash(token)]),
  )
  if (!row) throw new Refusal('not-signed-in')
  return { id: row.id, userId: row.user_id, scopes: row.scopes }
}
