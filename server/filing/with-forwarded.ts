import { withoutTag } from '../../shared/address.ts'
import type { Query, Statement } from '../database/work.ts'
import type { ParsedMessage } from '../mail/parsed-message.ts'
import type { Candidates } from './decide-filing.ts'

const putForwarded: Statement = { name: 'put-forwarded', text: 'select put_forwarded($1, $2, $3) as facts' }

/** Adds to the facts who has the addresses from which a mail was forwarded; most mail was not, and costs nothing. */
export async function withForwarded(
  query: Query,
  messageId: string,
  { forwarded }: Pick<ParsedMessage, 'forwarded'>,
  facts: Candidates,
): Promise<Candidates> {
  if (forwarded.length === 0) return facts
  const kept = forwarded.map(({ name, address }) => ({ name: name.slice(0, 400).toWellFormed(), address }))
  const addresses = [...new Set(kept.flatMap(({ address }) => [address, withoutTag(address)]))]
  const [row] = await query<{ facts: Candidates }>(putForwarded, [messageId, JSON.stringify(kept), addresses])
  if (!row) throw new Error('put_forwarded answers always')
  return { ...facts, own: [...new Set([...facts.own, ...row.facts.own])], forwarded: row.facts.addresses }
}
