import { readAddress } from '../../shared/address.ts'
import type { Tx } from '../database/work.ts'
import { Refusal } from '../refusal.ts'
import { createPasswordLink } from './account.ts'
import { hashPassword } from './password.ts'
import { GroupMember, User } from './user.entity.ts'

/** What is known of a new user. */
export interface NewUser {
  name: string
  email: string
  password?: string
  isAdmin?: boolean
  groups?: string[]
}

/** A created user; the token of the one-time link when he has no password yet. */
export interface CreatedUser {
  user: User
  linkToken: string | null
}

/** Creates a user: the first one of an empty company, or any for an administrator. The database checks which. */
export async function createUser(tx: Tx, input: NewUser, now: Date): Promise<CreatedUser> {
  const address = readAddress(input.email)
  if (!address || address.isDomain) throw new Refusal('invalid', ['email'])
  const [row] = await tx.sql<{ id: string }>('select create_user($1, $2, $3) as id', [
    address.value,
    input.name.trim(),
    input.isAdmin ?? false,
  ])
  const id = row?.id ?? ''
  if (tx.user === null) await tx.sql(`select set_config('lupa.user', $1, true)`, [id])
  for (const groupId of input.groups ?? []) tx.em.create(GroupMember, { groupId, memberId: id })
  await tx.em.flush()
  const linkToken = await firstWayIn(tx, id, input.password, now)
  return { user: await tx.em.findOneOrFail(User, { id }), linkToken }
}

async function firstWayIn(tx: Tx, userId: string, password: string | undefined, now: Date): Promise<string | null> {
  if (password) {
    await tx.sql('select set_password($1, $2)', [userId, await hashPassword(password)])
    return null
  }
  return createPasswordLink(tx, userId, now)
}
