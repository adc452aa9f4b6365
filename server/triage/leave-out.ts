import type { Treated } from '../../shared/triage.ts'
import type { Database, Query, Statement } from '../database/work.ts'
import { type Choice, chosenMail } from './chosen-mail.ts'

const leaveOutMail: Statement = { name: 'leave-out', text: 'select leave_out($1) as id' }
const recoverMail: Statement = { name: 'recover-left-out', text: 'select recover_left_out($1) as id' }

/** Leaves mail that waits for the caller's decision out of every file, by his own word; no later copy brings it back. */
export function leaveOut(database: Database, userId: string, choice: Choice) {
  return database.intake(userId, query => treat(query, choice, 'open', leaveOutMail))
}

/** Lets mail of the caller wait again, whatever it was left out for, and what he decided where he helps. */
export function recoverLeftOut(database: Database, userId: string, choice: Choice) {
  return database.intake(userId, query => treat(query, choice, 'left-out', recoverMail))
}

async function treat(
  query: Query,
  choice: Choice,
  state: 'open' | 'left-out',
  statement: Statement,
): Promise<{ items: Treated[]; left: number }> {
  const { ids, left } = await chosenMail(query, choice, { state, readable: false })
  const changed = new Set((await query<{ id: string }>(statement, [ids])).map(row => row.id))
  const items = ids.map(id => (changed.has(id) ? { id, done: true } : { id, done: false, code: 'not-found' }))
  return { items, left }
}
