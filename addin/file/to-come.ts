import type { TaskRow } from '../../shared/activity.ts'
import type { ItemRow } from '../../shared/item.ts'
import { dueState } from './due-state.ts'

/** A row of what is to come: a task by its day, all else to the minute. */
export interface ToCome {
  item: ItemRow
  look: 'exact' | 'day'
}

/** What a task's row says besides its title. */
type Words = (task: TaskRow) => string[]

/** What is to come, the nearest first, and the tasks that do not stand there: due before tomorrow, on no day, or after what is shown. */
export function toCome(
  items: ItemRow[],
  tasks: TaskRow[],
  /** `until`: what is later is not known wholly. */
  { wordsOf, until }: { wordsOf: Words; until?: string | undefined },
): { rows: ToCome[]; rest: TaskRow[] } {
  const isAhead = ({ dueOn }: TaskRow) =>
    dueOn !== null &&
    dueState(dueOn, new Date()) === 'later' &&
    (until === undefined || startOf(dueOn) <= Date.parse(until))
  const rows = [
    ...items.map((item): ToCome => ({ item, look: 'exact' })),
    ...tasks.filter(isAhead).map((task): ToCome => ({ item: rowOf(task, wordsOf), look: 'day' })),
  ]
  return {
    rows: rows.toSorted((one, other) => momentOf(one) - momentOf(other)),
    rest: tasks.filter(task => !isAhead(task)),
  }
}

/** A task stands before what happens on its day. */
function momentOf({ item, look }: ToCome): number {
  return look === 'day' ? startOf(item.occurredAt) : Date.parse(item.occurredAt)
}

/** When a day begins where the reader is. */
function startOf(day: string): number {
  return Date.parse(`${day}T00:00:00`)
}

function rowOf(task: TaskRow, wordsOf: Words): ItemRow {
  const { itemId, id, title, dueOn, assigneeName, contractorId, contractorName } = task
  return {
    id: itemId,
    kind: 'task',
    objectId: id,
    contractorId,
    contractorName,
    occurredAt: dueOn ?? '',
    title,
    snippet: wordsOf(task).join(' · '),
    who: assigneeName ?? '',
    hasAttachment: false,
    cases: [],
  }
}
