import type pg from 'pg'
import { openAnchors } from '../audit/anchors.ts'
import { verifyAudit } from '../audit/verify-audit.ts'
import { type Finding, fault, ok, warning } from './finding.ts'

const TAIL_MINUTES = 5

/** Whether the audit log is whole, asked as the application's role, which may ask for ids and hashes. */
export async function checkAudit(app: pg.ClientBase, dataFolder: string, now: Date): Promise<Finding> {
  const about = 'audit log'
  const found = await verifyAudit(
    async <Row>({ text }: { text: string }, parameters: unknown[]) => (await app.query(text, parameters)).rows as Row[],
    openAnchors(dataFolder).read(),
  )
  const [first] = found.faults
  if (first)
    return fault(
      about,
      `${found.faults.length} faults, the first: ${first.kind} at ${first.position ?? 'the end'}.`,
      'lupa audit verify lists them; find out who changed the database by hand.',
    )
  const waits = found.oldestUnsealed ? now.getTime() - Date.parse(found.oldestUnsealed) : 0
  return waits > TAIL_MINUTES * 60_000
    ? warning(
        about,
        `${found.unsealed} entries wait to be sealed since ${found.oldestUnsealed}.`,
        'Start Lupa, which seals them each second.',
      )
    : ok(about, `${found.sealed} entries, whole`)
}
