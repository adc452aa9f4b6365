import { withoutTag } from '../../shared/address.ts'
import type { Query, Statement } from '../database/work.ts'
import type { Candidates } from './decide-filing.ts'
import { freeMailOf } from './filing-settings.ts'

const againstSender: Statement = {
  name: 'against-sender',
  text: `select blocked_for($1) as blocked, never_for($1) as never,
    (select value from company_setting where key = 'filing-free-mail') as "freeMail"`,
}

/**
 * Adds to the facts what people have said against the sender: that his mail is left out, and to which contractors it
 * never goes by itself. What a person filed there by hand stays where it is. And which domains stand for no company.
 */
export async function withWordsAgainst(query: Query, sender: string, facts: Candidates): Promise<Candidates> {
  const addresses = sender === '' ? [] : [...new Set([sender, withoutTag(sender)])]
  const [row] = await query<{ blocked: Candidates['blocked']; never: string[]; freeMail: unknown }>(againstSender, [
    addresses,
  ])
  if (!row) throw new Error('a select without a table answers always')
  const byHand = facts.filed.filter(filing => filing.method === 'hand').map(filing => filing.contractorId)
  const never = row.never.filter(contractorId => !byHand.includes(contractorId))
  const freeMail = freeMailOf({ 'filing-free-mail': row.freeMail })
  return { ...facts, blocked: row.blocked ?? null, never: [...facts.never, ...never], freeMail }
}
