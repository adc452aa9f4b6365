import type { TaskRow } from '../../shared/activity.ts'
import { type ExportWords, exportMoment } from './export-words.ts'
import type { Column } from './list-csv.ts'
import type { ListWords } from './list-words.ts'

/** What a spreadsheet says of a task. */
export function taskColumns(words: ExportWords, lists: ListWords): Column<TaskRow>[] {
  const { columns, states } = words
  return [
    [columns.title, task => task.title],
    [columns.contractor, task => task.contractorName],
    [columns.due, task => task.dueOn],
    [columns.state, task => states[task.state]],
    [lists.columns.priority, task => lists.priorities[task.priority]],
    [columns.assignee, task => task.assigneeName],
    [lists.columns.givenBy, task => task.givenBy],
    [lists.columns.accepted, task => task.acceptedAt && exportMoment(task.acceptedAt)],
  ]
}
