import type { Statement } from '../database/work.ts'
import { idsOf } from '../item/rows.sql.ts'

/** So many rows of what is to come are shown beside a mail; of more it is told how many, as far as that. */
const SHOWN = 3
const MOST = 50

/**
 * What is to come of a contractor, that is all that the page before this moment leaves out: its first rows, and how many
 * there are. Null where there is nothing, as mostly.
 */
const upcomingOf = (contractor: string, before: string) =>
  `(select json_build_object('bundle', item_rows(h.ids[:${SHOWN}]), 'amount', cardinality(h.ids))
      from (select ${idsOf(`file_heads(${contractor}, null, false, ${before}::timestamptz - interval '1 microsecond', ${MOST})`)} as ids offset 0) h
     where cardinality(h.ids) > 0) as upcoming`

/** So many open tasks are shown beside a mail; of more it is told how many, as far as that. */
const SHOWN_TASKS = 6

/** The first of what is still to be done for a contractor, and how many there are. Null where there is nothing. */
const tasksOf = (contractor: string) => `tasks_beside(${contractor}, ${SHOWN_TASKS}, ${MOST}) as tasks`

/**
 * Who takes part and where the mail lies, under the reader's rights; beside them the company-wide facts for the decision,
 * and the file that it will most likely name, so that most lookups are one round trip. Parameters: addresses, references,
 * sender, Message-ID, references of cases and tax numbers in the subject, the thread (empty for none), the contractor
 * that is asked for, the time before which the page begins, its limit.
 */
export const paneLookup: Statement = {
  name: 'pane-lookup',
  isLast: true,
  // Without the offset the planner would ask for the answer once more.
  text: `select a.answer, ${upcomingOf("(a.answer ->> 'guess')::uuid", '$9')},
    ${tasksOf("(a.answer ->> 'guess')::uuid")}
    from (select pane_lookup($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) as answer offset 0) a`,
}

/**
 * What the pane shows of one contractor, and the first page of its file. Parameters: contractor, contractors and cases
 * of the suggestions (to be named, when the reader may see them), the time before which the page begins, its limit.
 */
export const lookupFile: Statement = {
  name: 'lookup-file',
  isLast: true,
  text: `select pane_file($1, $2, $3) as file,
    file_rows($1, null, null, null, '-infinity', $4, '00000000-0000-0000-0000-000000000000', $5) as bundle,
    ${upcomingOf('$1', '$4')},
    ${tasksOf('$1')}`,
}
