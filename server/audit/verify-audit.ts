import type { AuditFault, AuditVerification } from '../../shared/audit.ts'
import type { Query, Statement } from '../database/work.ts'
import type { Anchor } from './anchors.ts'

const STRETCH = 50_000
const MOST_FAULTS = 100

const headSql: Statement = {
  name: 'audit-head',
  text: 'select position, hash, sealed, unsealed, oldest_unsealed as oldest from audit_head()',
}
const faultsSql: Statement = { name: 'audit-faults', text: 'select kind, position, entry_id from audit_faults($1, $2)' }
const stuckSql: Statement = { name: 'audit-stuck', text: 'select entry_id from audit_stuck()' }
const hashesSql: Statement = { name: 'audit-hashes', text: 'select position, hash from audit_hashes($1)' }

interface Head {
  position: string | null
  hash: string | null
  sealed: string
  unsealed: string
  oldest: string | null
}

/**
 * Examines the whole chain, stretch by stretch, each asked in a short transaction of its own, and compares it with what was written down outside the database. Entries
 * removed or altered are found by the chain; its end cut off, or a chain made anew, by the anchors.
 */
export async function verifyAudit(ask: Query, anchors: Anchor[]): Promise<AuditVerification> {
  const [head] = await ask<Head>(headSql, [])
  if (!head) throw new Error('audit_head answers always')
  const end = Number(head.position ?? 0)
  const faults: AuditFault[] = []
  for (let after = 0; after < end && faults.length < MOST_FAULTS; after += STRETCH) {
    const until = Math.min(after + STRETCH, end)
    const found = await ask<{ kind: AuditFault['kind']; position: string; entry_id: string }>(faultsSql, [after, until])
    faults.push(...found.map(one => ({ kind: one.kind, position: Number(one.position), entryId: one.entry_id })))
  }
  const stuck = await ask<{ entry_id: string }>(stuckSql, [])
  faults.push(...stuck.map(one => ({ kind: 'stuck' as const, position: null, entryId: one.entry_id })))
  faults.push(...(await anchorFaults(ask, anchors, end)))
  return {
    sealed: Number(head.sealed),
    unsealed: Number(head.unsealed),
    oldestUnsealed: head.oldest,
    anchors: anchors.length,
    faults: faults.slice(0, MOST_FAULTS),
  }
}

async function anchorFaults(ask: Query, anchors: Anchor[], end: number): Promise<AuditFault[]> {
  const positions = anchors.map(anchor => anchor.position)
  const rows = await ask<{ position: string; hash: string }>(hashesSql, [positions])
  const hashes = new Map(rows.map(row => [Number(row.position), row.hash]))
  return anchors
    .filter(({ position, hash }) => hashes.get(position) !== hash)
    .map(({ position }) => ({ kind: position > end ? 'truncated' : 'rewritten', position, entryId: null }))
}
