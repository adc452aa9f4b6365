import type { CaseFile } from '../../shared/case-file.ts'
import type { Contractor } from '../../shared/contractor.ts'
import { type CaseKey, cases } from './cases.ts'
import { type ContractorKey, contractors, own, type UserKey, users } from './company.ts'
import type { Client, World } from './open-world.ts'
import { people } from './people.ts'
import { type PlaceName, placeOf } from './truth.ts'

/** The company as the server knows it: its users signed in, and the ids of its files and cases. */
export interface Settled {
  clients: Record<UserKey, Client>
  idOf(place: PlaceName): { contractorId: string; caseId: string | null }
  nameOf(contractorId: string, caseId: string | null): PlaceName
}

const PASSWORD = 'a password for the story'

/** Creates users, contractors and cases the way people do: through the interface. */
export async function settle(world: World): Promise<Settled> {
  await world.administrator.ask('PATCH', '/api/settings/filing', { borders: [own.border] })
  const clients: Partial<Record<UserKey, Client>> = {}
  for (const key of keysOf(users)) {
    await world.administrator.ask('POST', '/api/users', { ...users[key], password: PASSWORD })
    clients[key] = await world.signIn(users[key].email, PASSWORD)
  }
  const contractorIds = new Map<ContractorKey, string>()
  for (const key of keysOf(contractors)) contractorIds.set(key, await openFile(world.administrator, key))
  const caseIds = new Map<CaseKey, string>()
  for (const key of keysOf(cases)) {
    caseIds.set(key, await openCase(world.administrator, key, known(contractorIds, cases[key].contractor)))
  }
  return {
    clients: clients as Record<UserKey, Client>,
    idOf(place) {
      const { contractor, caseFile } = placeOf(place)
      return { contractorId: known(contractorIds, contractor), caseId: caseFile && known(caseIds, caseFile) }
    },
    nameOf(contractorId, caseId) {
      const contractor = keyOf(contractorIds, contractorId)
      return caseId ? `${contractor}/${keyOf(caseIds, caseId)}` : contractor
    },
  }
}

async function openFile(client: Client, key: ContractorKey): Promise<string> {
  const { people: contacts, ...header } = contractors[key]
  const persons = contacts.map(person => ({ name: people[person]?.name, addresses: [people[person]?.email] }))
  const { id } = await client.ask<Contractor>('POST', '/api/contractors', { ...header, people: persons })
  return id
}

async function openCase(client: Client, key: CaseKey, contractorId: string): Promise<string> {
  const { title, reference } = cases[key]
  const opened = await client.ask<CaseFile>('POST', `/api/contractors/${contractorId}/cases`, { title })
  // The mails name cases by these references, so another numbering would make them say something else.
  if (opened.reference !== reference) throw new Error(`${key} is ${opened.reference}, the mails call it ${reference}`)
  return opened.id
}

function keysOf<Key extends string>(record: Record<Key, unknown>): Key[] {
  return Object.keys(record) as Key[]
}

function known<Key>(ids: Map<Key, string>, key: Key): string {
  const id = ids.get(key)
  if (!id) throw new Error(`nobody has created ${String(key)}`)
  return id
}

function keyOf<Key>(ids: Map<Key, string>, id: string): Key {
  for (const [key, value] of ids) if (value === id) return key
  throw new Error(`the story knows nothing with the id ${id}`)
}
