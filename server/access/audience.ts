import type { AudienceInput, Viewer } from '../../shared/audience.ts'
import type { Tx } from '../database/work.ts'
import { mustBeKnown } from './known-principals.ts'

/** Makes an audience of these users and groups and of the current user; `follows` lets in another audience as well. */
export async function createAudience(tx: Tx, input: AudienceInput, follows: string | null): Promise<string> {
  const principals = principalsOf(input)
  await mustBeKnown(tx, principals, 'audience')
  const [row] = await tx.sql<{ id: string }>('select create_audience($1, $2) as id', [principals, follows])
  if (!row) throw new Error('create_audience answers always')
  return row.id
}

/** Replaces who stands in an audience. Costs its own rows only, however many items it covers. */
export async function changeAudience(tx: Tx, audienceId: string, input: AudienceInput, follows: string | null) {
  const principals = principalsOf(input)
  await mustBeKnown(tx, principals, 'audience')
  await tx.sql('select change_audience($1, $2, $3)', [audienceId, principals, follows])
}

/** Who an audience lets in, by name of user or group. */
export async function audienceMembers(tx: Tx, audienceId: string): Promise<Viewer[]> {
  const rows = await tx.sql<{ id: string; name: string; is_group: boolean }>(
    'select distinct id, name, is_group from audience_members($1) order by is_group desc, name',
    [audienceId],
  )
  return rows.map(row => ({ id: row.id, name: row.name, isGroup: row.is_group }))
}

/** Whether an audience also lets in whoever another one does. */
export async function isFollowing(tx: Tx, audienceId: string): Promise<boolean> {
  const rows = await tx.sql('select from audience_member where audience_id = $1 and is_audience limit 1', [audienceId])
  return rows.length > 0
}

/** The audience of a new contractor unless someone chooses: whom the company has settled on, else everyone. */
export async function newContractorsAudience(tx: Tx): Promise<AudienceInput> {
  const [setting] = await tx.sql<{ value: AudienceInput | null }>(
    `select value from company_setting where key = 'access-new-contractors'`,
  )
  if (setting?.value) return setting.value
  const [group] = await tx.sql<{ id: string }>('select id from app_group where everyone')
  return { groups: group ? [group.id] : [] }
}

/** Users and groups alike are principals. */
export function principalsOf(input: AudienceInput): string[] {
  return [...(input.users ?? []), ...(input.groups ?? [])]
}
