import type { ItemRow } from '../../shared/item.ts'
import type { Query, Statement } from '../database/work.ts'
import { type ExportWords, exportMoment } from './export-words.ts'

/** What a call, meeting, task or note says, and what is said about it. */
export interface ActivityFacts {
  id: string
  note: string
  person: string | null
  assignee: string | null
  dueOn: string | null
  state: keyof ExportWords['states'] | null
  minutes: number | null
  comments: { at: string; by: string; text: string }[]
}

const facts: Statement = {
  name: 'export-activities',
  text: `select i.id, a.note, n.name as person, u.name as assignee, a.due_on::text as "dueOn", a.state,
       (extract(epoch from a.ends_at - a.starts_at) / 60)::int as minutes,
       coalesce((select json_agg(json_build_object('at', iso(e.at), 'by', w.name, 'text', e.comment) order by e.n)
                   from activity_entry e join app_user w on w.id = e.by_id where e.activity_id = a.id and e.comment is not null), '[]') as comments
  from item i join activity a on a.id = i.object_id left join person n on n.id = a.person_id left join app_user u on u.id = a.assignee_id
 where i.id = any($1)`,
}

/** The activities behind these items, by the ids of the items. */
export async function readActivityFacts(query: Query, itemIds: string[]): Promise<Map<string, ActivityFacts>> {
  return new Map((await query<ActivityFacts>(facts, [itemIds])).map(one => [one.id, one]))
}

type Told = [word: string, value: string][]

/** The same with a word for each, in the order in which a spreadsheet has them; what does not apply is empty. */
export function toldOf(
  { columns, states }: ExportWords,
  activity: ActivityFacts | null,
  madeFrom?: ItemRow['madeFrom'],
): Told {
  const minutes = activity?.minutes ?? null
  return [
    [columns.person, activity?.person ?? ''],
    [columns.assignee, activity?.assignee ?? ''],
    [columns.due, activity?.dueOn ?? ''],
    [columns.state, activity?.state ? states[activity.state] : ''],
    [columns.minutes, minutes === null ? '' : String(minutes)],
    [columns.comments, (activity?.comments ?? []).map(commentLine).join('\n')],
    [columns.madeFrom, madeFrom?.title ?? ''],
  ]
}

function commentLine({ at, by, text }: ActivityFacts['comments'][number]): string {
  return `${exportMoment(at)} ${by}: ${text}`
}
