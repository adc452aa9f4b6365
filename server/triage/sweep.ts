import { type AddressValue, readAddress } from '../../shared/address.ts'
import type { Sweep } from '../../shared/sweep.ts'
import { inAscii } from '../contractor/addresses.ts'
import type { Query, Statement, Tx } from '../database/work.ts'
import type { Intake } from '../filing/receive-message.ts'
import { refileStored } from '../filing/refile-stored.ts'
import { pageOf, readCursor } from '../list/cursor.ts'
import { Refusal } from '../refusal.ts'
import { asRefusal } from '../refusal-of.ts'

/** How many mails are decided again in one request; the caller goes on from the cursor. */
const AT_ONCE = 50

const sweepCounts: Statement = { name: 'sweep-counts', text: 'select * from sweep_counts($1, $2, $3)' }
const sweepPage: Statement = {
  name: 'sweep-page',
  text: 'select id, iso(occurred_at) as "occurredAt" from sweep_page($1, $2, $3, $4, $5)',
}

/** What an address or domain would bring into a contractor's file, as far as the caller may know. */
export async function readSweep(query: Query, contractorId: string, address: string): Promise<Sweep> {
  const { value, isDomain } = read(address)
  const [row] = await query<Sweep>(sweepCounts, [contractorId, value, isDomain])
  if (!row) throw new Error('counts answer always')
  return row
}

/** Refuses a contractor that the caller does not see, and an address that is not the contractor's. */
export async function checkSweep(tx: Tx, contractorId: string, address: string) {
  const [contractor] = await tx.sql('select 1 from contractor where id = $1', [contractorId])
  if (!contractor) throw new Refusal('not-found')
  const { value } = read(address)
  const [known] = await tx.sql('select 1 from address where contractor_id = $1 and value = $2', [contractorId, value])
  if (!known) throw new Refusal('invalid', ['address'])
}

/** Decides again about the caller's own waiting mail from an address, by the same rule as when it arrived. */
export async function sweep(intake: Intake, userId: string, address: string, cursor: string | undefined) {
  const { value, isDomain } = read(address)
  const before = readCursor(cursor)
  const rows = await intake.database.read(userId, query =>
    query<{ id: string; occurredAt: string }>(sweepPage, [value, isDomain, before.at, before.id, AT_ONCE + 1]),
  )
  const { items, next } = pageOf(rows, AT_ONCE, row => row.occurredAt)
  let filed = 0
  for (const { id } of items) if (await decideAgain(intake, userId, id)) filed += 1
  return { looked: items.length, filed, next }
}

/** Says whether earlier mail of an address that was held back for this answer is decided again. */
export async function answerSweep(tx: Tx, address: string, answer: { isWanted: boolean }) {
  await tx.sql('select answer_sweep($1, $2)', [read(address).value, answer.isWanted])
}

async function decideAgain(intake: Intake, userId: string, id: string): Promise<boolean> {
  try {
    return (await refileStored(intake, userId, id, null)).items.length > 0
  } catch (error) {
    if (asRefusal(error as Error).code === 'internal') throw error
    return false
  }
}

function read(text: string): AddressValue {
  const address = readAddress(text)
  if (!address) throw new Refusal('invalid', ['address'])
  return { ...address, value: inAscii(address.value) }
}
