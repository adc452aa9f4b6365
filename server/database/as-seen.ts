import { Refusal } from '../refusal.ts'
import type { Tx } from './work.ts'

/** Lets one change at a time at a thing, until its transaction ends: what is read of it afterwards stays so meanwhile. */
export async function inTurn(tx: Tx, id: string) {
  await tx.sql(`select pg_advisory_xact_lock(hashtext('lupa.change'), hashtext($1))`, [id])
}

/** Refuses a change whose writer saw something else than what stands there now. Asked after `inTurn`, or two pass at once. */
export function mustBeAsSeen<Seen extends object>(was: Seen | undefined, now: { [Field in keyof Seen]-?: unknown }) {
  const seen = Object.entries(was ?? {}) as [keyof Seen & string, unknown][]
  const fields = seen.filter(([field, value]) => !isSame(value, now[field])).map(([field]) => field)
  if (fields.length > 0) throw new Refusal('changed-meanwhile', fields)
}

/** Nothing and an empty text are one to a reader, and the order of a set is nobody's word. */
function isSame(seen: unknown, now: unknown): boolean {
  if (Array.isArray(seen) && Array.isArray(now)) return inOrder(seen) === inOrder(now)
  if (now instanceof Date) return typeof seen === 'string' && Date.parse(seen) === now.getTime()
  return (seen ?? '') === (now ?? '')
}

function inOrder(values: unknown[]): string {
  return JSON.stringify([...new Set(values)].sort())
}
