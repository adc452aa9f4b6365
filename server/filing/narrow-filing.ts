import type { Received } from '../../shared/message.ts'
import type { Query, Statement } from '../database/work.ts'
import { Refusal } from '../refusal.ts'

/** Whoever narrows a circle stays in it: nobody files a mail away from himself. */
const narrow: Statement = { name: 'narrow-new-filings', text: 'select narrow_new_filings($1, $2)' }
const unknown: Statement = {
  name: 'unknown-viewers',
  text: `select 1 from unnest($1::uuid[]) p where not exists (select from app_user u where u.id = p)
    and not exists (select from app_group g where g.id = p) limit 1`,
}

/** Whom a filing shall be visible to, as its address names them; null where the place decides. */
export function viewersIn(viewer: string | string[] | undefined): string[] | null {
  return viewer === undefined ? null : [viewer].flat()
}

/**
 * Gives what was just filed a circle of its own, with what only this mail brought. In the transaction of the filing, so
 * that nobody else ever saw it; where it lay before, it stays as visible as it was.
 */
export async function narrowFiling(
  query: Query,
  items: Received['items'],
  contractorId: string,
  viewers: string[] | null = null,
): Promise<void> {
  const item = items.find(one => one.contractorId === contractorId)
  if (!viewers || !item) return
  if ((await query(unknown, [viewers])).length > 0) throw new Refusal('invalid', ['viewer'])
  await query(narrow, [item.id, viewers])
}
