import type { ItemRow } from '../../shared/item.ts'
import { assignItems } from '../../shared/many-items.ts'
import type { Input } from '../../shared/route.ts'
import { type FailureCode, failureOf } from '../api/api-error.ts'
import { call } from '../api/call.ts'
import type { MailHost } from '../host/mail-host.ts'

const MOST_AT_ONCE = 100

/** Where items are moved to: a case or none, of the file where they lie or of another one; and out of which cases. */
export type MoveTarget = Omit<Input<typeof assignItems>['body'], 'itemIds'>

/** An item that was moved: its id now, and where it lay. */
export interface MovedItem {
  id: string
  contractorId: string | null
  /** Null stands for the file at large. */
  was: (string | null)[]
  /** The case that it was moved to; undefined where another file has it now, which it leaves altogether on its way back. */
  to: string | null | undefined
  /** Out of which places of another file it goes on its way back, where it lay in that one before too. */
  out?: (string | null)[]
}

/** What became of a move of many items. */
export interface Moved {
  done: MovedItem[]
  failed: number
  /** Why the rest was not even tried. */
  failure?: FailureCode
}

/**
 * Moves items into a case, or (null) out of their cases, or to another contractor. Where the server does not answer half
 * way, it says so beside what was done, which can be taken back all the same.
 */
export async function moveMany(host: MailHost, rows: ItemRow[], target: MoveTarget): Promise<Moved> {
  const done: MovedItem[] = []
  const left = () => rows.length - done.length
  for (let start = 0; start < rows.length; start += MOST_AT_ONCE) {
    const some = rows.slice(start, start + MOST_AT_ONCE)
    try {
      const { items } = await call(host, assignItems, { body: { itemIds: some.map(row => row.id), ...target } })
      const answers = new Map(items.filter(item => item.done).map(item => [item.itemId, item]))
      for (const { id: before, contractorId } of some) {
        const answer = answers.get(before)
        if (!answer) continue
        const { movedTo: id = before, was = [] } = answer
        done.push({ id, contractorId, was, to: id === before ? target.caseId : undefined })
      }
    } catch (error) {
      return { done, failed: left(), failure: failureOf(error) }
    }
  }
  return { done, failed: left() }
}

/** Puts items back into all the cases where they lay, and answers by their ids what they are called there. Fails where one of them cannot go back. */
export async function moveBack(host: MailHost, moved: MovedItem[]): Promise<Map<string, string>> {
  const back = new Map<string, string>()
  const alike = Map.groupBy(moved, ({ contractorId, was, to, out }) => JSON.stringify([contractorId, was, to, out]))
  for (const some of alike.values()) {
    for (let start = 0; start < some.length; start += MOST_AT_ONCE) {
      const part = some.slice(start, start + MOST_AT_ONCE)
      const ids = await putBack(host, part)
      for (const [index, { id }] of part.entries()) back.set(id, ids[index] ?? id)
    }
  }
  return back
}

/** Of items that lay in the same places and were moved to the same one. */
async function putBack(host: MailHost, some: MovedItem[]): Promise<string[]> {
  const [first] = some
  if (!first) return []
  let itemIds = some.map(item => item.id)
  for (const step of stepsBack(first)) {
    const { items } = await call(host, assignItems, { body: { itemIds, ...step } })
    if (items.some(item => !item.done)) throw new Error('not everything could be put back')
    itemIds = items.map(item => item.movedTo ?? item.itemId)
  }
  return itemIds
}

/** The moves that undo one: first back into a place where it lay and out of the new one, then into the others as well. */
export function stepsBack({ contractorId, was, to, out }: Omit<MovedItem, 'id'>): MoveTarget[] {
  const file = contractorId && { contractorId }
  return was.map((caseId, index) => {
    if (index > 0) return { ...file, caseId, fromCases: [] }
    if (out) return { ...file, caseId, fromCases: out }
    if (to === undefined) return { ...file, caseId }
    return { ...file, caseId, fromCases: was.includes(to) ? [] : [to] }
  })
}
