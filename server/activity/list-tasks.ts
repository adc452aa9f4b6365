import type { listTasks as contract, TaskRow } from '../../shared/activity.ts'
import type { Input } from '../../shared/route.ts'
import type { Query, Statement } from '../database/work.ts'
import { nameCursor, readNameCursor } from '../list/name-cursor.ts'
import { Refusal } from '../refusal.ts'
import { readQuery } from '../search/read-query.ts'

type Question = Input<typeof contract>['querystring']

const LIMIT = 50
/** What stands in for the day of a task without one, so that it comes last. */
const NO_DAY = '9999-12-31'

const FIRST = { key: '0001-01-01', id: '00000000-0000-0000-0000-000000000000' }

/** Rows of tasks from activities `a` by items `i`, wherever those come from. */
const rowsFrom = (source: string) => `
    select a.id, i.id as "itemId", a.title, a.state, a.priority, a.due_on::text as "dueOn", a.assignee_id as "assigneeId", u.name as "assigneeName",
           case when a.given_by <> a.assignee_id then g.name end as "givenBy", iso(a.accepted_at) as "acceptedAt", c.id as "contractorId", c.name as "contractorName"
      from ${source}
      left join contractor c on c.id = i.contractor_id left join app_user u on u.id = a.assignee_id left join app_user g on g.id = a.given_by`

const openTasks = (contractor: string, caseFile: string) =>
  `open_tasks(${contractor}, ${caseFile}) t join activity a on a.id = t.activity_id join item i on i.id = t.item_id`

/** Where each question finds its tasks, with the item by which each is shown; written apart, so that each has its own index. */
const itemOfTask = `select o.id, o.contractor_id from item o
         where o.object_id = a.id and ($4::uuid is null or o.contractor_id = $4) order by o.created_at, o.id limit 1`
const sources = {
  mine: `activity a join lateral (${itemOfTask}) i on a.assignee_id = me()`,
  given: `activity a join lateral (${itemOfTask}) i on a.given_by = me() and a.assignee_id <> me()`,
  all: openTasks('$4', '$5'),
}

const tasksOf = (which: keyof typeof sources): Statement => ({
  name: `tasks-${which}`,
  text: `${rowsFrom(sources[which])}
     where a.kind = 'task' and a.state in ('new', 'in-progress')
       and ($6::text is null or item_has_words(i.id, $6))
       and ($5::uuid is null or $5 in (select x.case_file_id from item_access x where x.item_id = i.id))
       and (coalesce(a.due_on, '${NO_DAY}'), a.id) > ($1::date, $2)
     order by coalesce(a.due_on, '${NO_DAY}'), a.id limit $3`,
})
const statements = { mine: tasksOf('mine'), given: tasksOf('given'), all: tasksOf('all') }

/** Open tasks that the reader may see, those due first; with words only those that hold them all. */
export async function listTasks(query: Query, question: Question): Promise<{ items: TaskRow[]; next: string | null }> {
  const of = question.of ?? 'mine'
  const { contractorId = null, caseId = null, limit = LIMIT } = question
  // All tasks of the company at once would be a list that nobody works off.
  if (of === 'all' && !contractorId && !caseId) throw new Refusal('invalid', ['contractorId'])
  const after = question.cursor === undefined ? FIRST : dayOf(question.cursor)
  const wanted = question.q === undefined ? null : await readQuery(question.q)
  if (question.q !== undefined && !wanted) return { items: [], next: null }
  const asked = [after.key, after.id, limit + 1, contractorId, caseId, wanted?.condition ?? null]
  const rows = await query<TaskRow>(statements[of], asked)
  const items = rows.slice(0, limit)
  const last = items.at(-1)
  const next = rows.length > limit && last ? nameCursor({ key: last.dueOn ?? NO_DAY, id: last.id }) : null
  return { items, next }
}

/** Open tasks of a file or case that are due on this day or later, the nearest first. */
export async function listDueTasks(
  query: Query,
  place: { contractorId: string | null; caseId: string | null },
  since: Date,
  most: number,
): Promise<TaskRow[]> {
  const after = [since.toISOString().slice(0, 10), FIRST.id]
  const rows = await query<TaskRow>(statements.all, [...after, most, place.contractorId, place.caseId, null])
  return rows.filter(({ dueOn }) => dueOn !== null)
}

function dayOf(cursor: string): { key: string; id: string } {
  const after = readNameCursor(cursor)
  const day = new Date(`${after.key}T00:00:00Z`)
  const isDay = /^\d{4}-\d\d-\d\d$/.test(after.key) && !Number.isNaN(day.getTime()) && day.getUTCFullYear() > 0
  if (!isDay || !day.toISOString().startsWith(after.key)) throw new Refusal('invalid', ['cursor'])
  return after
}
