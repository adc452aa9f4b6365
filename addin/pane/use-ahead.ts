import type { TaskRow } from '../../shared/activity.ts'
import type { Lookup } from '../../shared/lookup.ts'
import { type ToCome, toCome } from '../file/to-come.ts'
import { useBesideText } from './beside-text.ts'

/** What is ahead of a contractor. */
interface Ahead {
  rows: ToCome[]
  /** How many more of that are on his page. */
  more: number
  /** The open tasks that do not stand there. */
  rest: TaskRow[]
  /** How many more open tasks are on his page. */
  moreTasks: number
}

/** Parts what a lookup brings into the strip of what is to come and the list of what is to be done, each task into one of them. */
export function useAhead({ upcoming, tasks }: Lookup): Ahead {
  const text = useBesideText().tasks
  const wordsOf = ({ acceptedAt, priority }: TaskRow) => [
    ...(priority === 'high' ? [text.urgent] : []),
    ...(acceptedAt ? [] : [text.waits]),
  ]
  const until = upcoming?.more ? upcoming.items.at(-1)?.occurredAt : undefined
  const { rows, rest } = toCome(upcoming?.items ?? [], tasks?.items ?? [], { wordsOf, until })
  const moreTasks = tasks?.more ?? 0
  // They are told of once, below those of their kind.
  const more = (upcoming?.more ?? 0) + (rest.length === 0 ? moreTasks : 0)
  return { rows, more, rest, moreTasks }
}
