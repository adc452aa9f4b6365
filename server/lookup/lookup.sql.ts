import type { Statement } from '../database/work.ts'

/**
 * Who takes part and where the mail lies, under the reader's rights; beside them the company-wide facts for the
 * decision. Parameters 1-4 are those of `filing_facts` (addresses, references, sender, stored message), 5 the Message-ID,
 * 6 and 7 the references of cases and the tax numbers in the subject, asked about only when there are any, 8 the thread.
 */
export const lookupFacts: Statement = {
  name: 'lookup-facts',
  text: `select filing_facts($1, $2, $3, $4) as facts, pane_filed($5, $3) as filed,
    (select t.contractor_id from thread_choice t join contractor c on c.id = t.contractor_id where t.user_id = me() and t.thread = $8) as chosen,
    (select value from company_setting where key = 'filing-free-mail') as "freeMail",
    case when cardinality($6::text[]) + cardinality($7::text[]) > 0 then named_facts($6, $7) end as named`,
}

/**
 * What the pane shows of one contractor, and the first page of its file. Parameters: contractor, contractors and cases
 * of the suggestions (to be named, when the reader may see them), the time before which the page begins, its limit.
 */
export const lookupFile: Statement = {
  name: 'lookup-file',
  isLast: true,
  text: `select pane_file($1, $2, $3) as file,
    file_rows($1, null, null, null, '-infinity', $4, '00000000-0000-0000-0000-000000000000', $5) as bundle`,
}
