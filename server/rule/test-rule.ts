import type { Input } from '../../shared/route.ts'
import type { testRule as contract, RuleTrial } from '../../shared/rule.ts'
import type { Statement } from '../database/work.ts'
import type { House } from '../http/app-type.ts'
import { Refusal } from '../refusal.ts'
import { checkRule } from './check-rule.ts'
import { matcherOf } from './match-rule.ts'
import { latestRuleMails } from './rule.sql.ts'
import { outcomeOf } from './rule-outcome.ts'
import { asRuleMail, type StoredMail, trialOf } from './stored-mail.ts'

const placeSeen: Statement = {
  name: 'rule-place-seen',
  text: `select 1 from contractor c where c.id = $1
    and ($2::uuid is null or (select true from case_party q where q.case_file_id = $2 and q.contractor_id = c.id limit 1))`,
}

/** What an unsaved rule would do with each of the latest mails that the current user may try it on. */
export async function testRule(
  { database, blobs }: House,
  user: string,
  { scope, latest, ...body }: Input<typeof contract>['body'],
): Promise<RuleTrial[]> {
  const rule = { id: null, ...checkRule(body) }
  const mails = await database.read(user, async query => {
    if (rule.contractorId && (await query(placeSeen, [rule.contractorId, rule.caseId])).length === 0)
      throw new Refusal('not-found')
    const [row] = await query<{ mails: StoredMail[] }>(latestRuleMails, [scope, latest ?? 200])
    return row?.mails ?? []
  })
  const trials: RuleTrial[] = []
  for (const mail of mails) {
    const fits = matcherOf(await asRuleMail(mail, rule, blobs))
    trials.push(trialOf(mail, fits(rule) ? outcomeOf(rule, mail) : 'no-match'))
  }
  return trials
}
