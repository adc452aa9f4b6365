import { showAddress } from '../../shared/address.ts'
import type { Contractor as ContractorAnswer, ContractorRow } from '../../shared/contractor.ts'
import { audienceMembers } from '../access/audience.ts'
import { isFollowed } from '../access/follow.ts'
import { placeVerbs } from '../access/may.ts'
import type { Tx } from '../database/work.ts'
import { User } from '../identity/user.entity.ts'
import { nameCursor, readNameCursor } from '../list/name-cursor.ts'
import { Address, Contractor, Person } from './contractor.entity.ts'
import { listHolders } from './find-holders.ts'

/** A contractor's header with addresses, people and who may see it. */
export async function readContractor(tx: Tx, contractorId: string): Promise<ContractorAnswer> {
  const contractor = await tx.em.findOneOrFail(Contractor, { id: contractorId })
  const people = await tx.em.find(Person, { contractorId, removedAt: null }, { orderBy: { name: 'asc', id: 'asc' } })
  const addresses = await tx.em.find(Address, { contractorId }, { orderBy: { value: 'asc' } })
  const addressesOf = (personId: string | null) =>
    addresses.filter(address => (address.personId ?? null) === personId).map(showAddress)
  return {
    id: contractor.id,
    name: contractor.name,
    nip: contractor.nip ?? null,
    regon: contractor.regon ?? null,
    krs: contractor.krs ?? null,
    street: contractor.street ?? null,
    city: contractor.city ?? null,
    phones: contractor.phones,
    note: contractor.note ?? null,
    managerId: contractor.managerId ?? null,
    managerName: contractor.managerId
      ? ((await tx.em.findOne(User, { id: contractor.managerId }))?.name ?? null)
      : null,
    tags: contractor.tags,
    addresses: addressesOf(null),
    people: people.map(person => ({
      id: person.id,
      name: person.name,
      role: person.role ?? null,
      phones: person.phones,
      addresses: addressesOf(person.id),
    })),
    audience: await audienceMembers(tx, contractor.audienceId),
    may: await placeVerbs(tx, contractor.audienceId),
    follows: await isFollowed(tx, 'contractor', contractor.id),
  }
}

/** The same; of a file that went into another one, that one. */
export async function readSurvivor(tx: Tx, contractorId: string): Promise<ContractorAnswer> {
  const [row] = await tx.sql<{ id: string | null }>('select survivor_of($1) as id', [contractorId])
  return readContractor(tx, row?.id ?? contractorId)
}

const MOST_RECENT = 12

/** The files that the current user looked at lately and may still see. */
export async function listRecent(tx: Tx): Promise<{ items: ContractorRow[]; next: null }> {
  const items = await tx.sql<ContractorRow>(
    `select c.id, c.name, c.nip, c.city from recent_files($1) f join contractor c on c.id = f.contractor_id order by f.looked_at desc, c.id`,
    [MOST_RECENT],
  )
  return { items, next: null }
}

/** Contractors by name after a cursor, or the best fits of a search text (one page, no cursor). */
export async function listContractors(
  tx: Tx,
  query: { q?: string; address?: string; limit?: number; cursor?: string },
) {
  const limit = query.limit ?? 50
  if (query.address !== undefined) return { items: await listHolders(tx, query.address, limit), next: null }
  const piece = query.q?.trim()
  if (piece) {
    const rows = await tx.sql<ContractorRow>(
      `select c.id, c.name, c.nip, c.city from find_contractors($1, $2) f join contractor c on c.id = f.contractor_id order by lower(c.name), c.id`,
      [piece, limit],
    )
    return { items: rows, next: null }
  }
  const after = readNameCursor(query.cursor)
  const rows = await tx.sql<ContractorRow & { key: string }>(
    `select id, name, nip, city, lower(name) as key from contractor where (lower(name), id) > ($1, $2) order by lower(name), id limit $3`,
    [after.key, after.id, limit + 1],
  )
  const items = rows.slice(0, limit)
  const last = items.at(-1)
  return {
    items: items.map(({ id, name, nip, city }) => ({ id, name, nip, city })),
    next: rows.length > limit && last ? nameCursor(last) : null,
  }
}
