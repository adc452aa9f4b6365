import type { Statement } from '../database/work.ts'

/**
 * Who takes part and where the mail lies, under the reader's rights; beside them the company-wide facts for the decision,
 * and the file that it will most likely name, so that most lookups are one round trip. Parameters: addresses, references,
 * sender, Message-ID, references of cases and tax numbers in the subject, the thread (empty for none), the contractor
 * that is asked for, the time before which the page begins, its limit.
 */
export const paneLookup: Statement = {
  name: 'pane-lookup',
  isLast: true,
  text: 'select pane_lookup($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) as answer',
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
