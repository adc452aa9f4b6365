import pg from 'pg'
import { openOrm, poolOf } from '../database/orm.ts'
import { buildDatabase, type Database } from '../database/work.ts'
import { Refusal } from '../refusal.ts'
import { readErasureMemo } from './erasure-memo.ts'
import { askErasure } from './erasures.ts'
import { findReturned } from './find-returned.ts'

/** The reason that stands in the erasure: who asked for the first one, this backup does not know. */
const REASON = 'Ponownie po przywróceniu starszej kopii / Again after an older backup was restored'
/** What the page ticks, because the memo does not say what was ticked then. */
const USUAL = { duties: ['invoice'], others: 'keep' as const }

/** How many people are erased again, and how many are left for an administrator to do. */
export interface ErasedAgain {
  asked: number
  left: number
}

/**
 * Asks anew for the erasure of everybody whom the memo outside the database knows as erased and who stands in it again, as
 * after an older backup was restored. What there is goes with a job when Lupa starts; from now on nothing of it comes in.
 */
export async function eraseAgain(urls: { app: string; backup: string }, dataFolder: string): Promise<ErasedAgain> {
  const erased = readErasureMemo(dataFolder)
  if (erased.length === 0) return { asked: 0, left: 0 }
  const reader = new pg.Client({ connectionString: urls.backup, application_name: 'lupa restore' })
  await reader.connect()
  const orm = await openOrm(urls.app)
  try {
    const { rows } = await reader.query<{ id: string }>(
      'select id from app_user where is_admin and disabled_at is null order by created_at, id limit 1',
    )
    const look = () => findReturned(reader, erased)
    const database = buildDatabase(orm, await poolOf(orm))
    return await askForAll(look, async address => rows[0] !== undefined && ask(database, rows[0].id, address))
  } finally {
    await orm.close()
    await reader.end()
  }
}

async function askForAll(look: () => Promise<string[]>, ask: (address: string) => Promise<boolean>) {
  const tried = new Set<string>()
  let asked = 0
  // With one of her addresses go the others that are known to be hers.
  for (let next = await untried(look, tried); next; next = await untried(look, tried)) {
    tried.add(next)
    if (await ask(next)) asked += 1
  }
  return { asked, left: (await look()).length }
}

async function untried(look: () => Promise<string[]>, tried: Set<string>): Promise<string | undefined> {
  return (await look()).find(address => !tried.has(address))
}

/** False where the backup knows a reason against it that the memo does not, such as a hold. */
async function ask(database: Database, admin: string, address: string): Promise<boolean> {
  try {
    await database.work(admin, tx => askErasure(tx, { address, confirmation: address, reason: REASON, ...USUAL }))
    return true
  } catch (error) {
    if (error instanceof Refusal) return false
    throw error
  }
}
