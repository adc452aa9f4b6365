import type { MarkTroubleCode } from '../../shared/mailbox.ts'
import type { Door } from './door.ts'

const SLICE = 500
const AT_A_TIME = 200
const FIRST_WAIT_MS = 60_000
const START = '00000000-0000-0000-0000-000000000000'

/** A copy that is marked otherwise than it should be. */
export interface DueMark {
  copy_id: string
  remote_id: string
  wanted: boolean
  round: number
}

/** The next copies of the door's mailbox whose mark is to be set or taken away. */
export function dueMarks(door: Door): Promise<DueMark[]> {
  return door.work(tx => tx.sql<DueMark>('select * from due_marks($1, $2)', [door.mailboxId, AT_A_TIME]))
}

/** The mail server was told of these. One that is gone there needs no mark any more. */
export async function settleMarks(door: Door, marks: DueMark[]) {
  for (const wanted of [true, false]) {
    const told = marks.filter(mark => mark.wanted === wanted)
    if (told.length === 0) continue
    const parameters = [door.mailboxId, told.map(mark => mark.copy_id), told.map(mark => mark.round), wanted]
    await door.work(tx => tx.sql('select settle_marks($1, $2, $3, $4)', parameters))
  }
}

/** The mail server did not take these; they come again later. */
export async function putOffMarks(door: Door, marks: DueMark[]) {
  const parameters = [door.mailboxId, marks.map(mark => mark.copy_id), FIRST_WAIT_MS]
  await door.work(tx => tx.sql('select put_off_marks($1, $2, $3)', parameters))
}

/** Shows why mails are not marked, or that they are. */
export async function showMarkTrouble(door: Door, trouble: MarkTroubleCode | null) {
  await door.work(tx =>
    tx.sql('update mailbox set mark_trouble = $2 where id = $1 and mark_trouble is distinct from $2', [
      door.mailboxId,
      trouble,
    ]),
  )
}

/** Looks once an hour at all copies, for what became visible or hidden without any item being touched. */
export async function checkMarks(door: Door) {
  const [row] = await door.work(tx =>
    tx.sql<{ due: boolean }>('select are_marks_to_be_checked($1) as due', [door.mailboxId]),
  )
  let after: string | null = row?.due ? START : null
  while (after && !door.signal.aborted) {
    const parameters = [door.mailboxId, after, SLICE]
    const [checked] = await door.work(tx =>
      tx.sql<{ last: string | null }>('select check_marks($1, $2, $3) as last', parameters),
    )
    after = checked?.last ?? null
  }
}
