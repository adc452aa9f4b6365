import type { Contact } from '../build-persons.ts'
import type { Party } from '../documents/document-order.ts'
import { type Random, randomFor } from '../random.ts'
import type { SampleContractor, SampleUser } from '../sample-types.ts'
import { inventAccount } from '../tax-numbers.ts'
import { MINUTE_MS } from '../warsaw-time.ts'
import { ownCompany } from '../words/colleagues.ts'
import { contractorSeeds } from '../words/contractors.ts'
import type { Desk } from '../words/scenario.ts'
import { colleagueAsCorrespondent, contactAsCorrespondent } from './correspondents.ts'
import { type Numbering, startNumbering } from './numbering.ts'
import type { Correspondent } from './planned-mail.ts'

/** Everyone who writes, and what planning shares. */
export type World = {
  seed: number
  now: Date
  /** No mail but the newest one is later than this. */
  latest: Date
  contractors: SampleContractor[]
  contacts: Map<string, Contact[]>
  colleagues: Correspondent[]
  /** The same object each time for the same person. */
  voiceOf: (contact: Contact) => Correspondent
  numbering: Numbering
}

/** Gathers what planning needs to know. */
export function openWorld(given: {
  seed: number
  now: Date
  users: SampleUser[]
  contractors: SampleContractor[]
  contacts: Contact[]
}): World {
  const { seed, now, users, contractors, contacts } = given
  const voices = new Map<string, Correspondent>()
  const byContractor = new Map(
    contractors.map(({ key }) => [key, contacts.filter(contact => contact.contractorKey === key)]),
  )
  function voiceOf(contact: Contact): Correspondent {
    const contractor = contractors.find(({ key }) => key === contact.contractorKey)
    if (!contractor) throw new Error(`No contractor „${contact.contractorKey}”`)
    const voice = voices.get(contact.key) ?? contactAsCorrespondent(contact, contractor, seed)
    voices.set(contact.key, voice)
    return voice
  }
  return {
    seed,
    now,
    contractors,
    voiceOf,
    latest: new Date(now.getTime() - 90 * MINUTE_MS),
    contacts: byContractor,
    colleagues: users.map(colleagueAsCorrespondent),
    numbering: startNumbering(),
  }
}

const deskNames: Record<Desk, string[]> = {
  sales: ['Katarzyna', 'Tomasz', 'Michał'],
  purchasing: ['Michał'],
  accounting: ['Ewa', 'Agnieszka'],
  service: ['Paweł'],
  board: ['Barbara', 'Tomasz'],
  systems: ['Rafał'],
}

/** Who of us writes to this contractor for a desk; a contractor that few may see is served by those few. */
export function deskOf(world: World, contractor: SampleContractor, desk: Desk): Correspondent {
  const manager = world.colleagues.find(({ email }) => email === contractor.manager)
  const names =
    contractor.audience === 'Zarząd'
      ? ['Barbara']
      : contractor.audience === 'Księgowość'
        ? deskNames.accounting
        : deskNames[desk]
  if (manager && desk === 'sales' && names.includes(manager.firstName)) return manager
  const name = names[randomFor(world.seed, `desk ${desk} ${contractor.key}`).between(0, names.length - 1)]
  const found = world.colleagues.find(({ firstName }) => firstName === name)
  if (!found) throw new Error(`Nobody at the desk „${desk}”`)
  return found
}

/** Picks a contractor by how much is going on with it. */
export function busyContractor(
  world: World,
  random: Random,
  suits: (contractor: SampleContractor) => boolean = () => true,
): SampleContractor {
  const candidates = world.contractors.filter(suits)
  const weightOf = (contractor: SampleContractor) =>
    contractorSeeds.find(({ key }) => key === contractor.key)?.weight ?? 1
  let rest = random.next() * candidates.reduce((sum, contractor) => sum + weightOf(contractor), 0)
  const found = candidates.find(contractor => {
    rest -= weightOf(contractor)
    return rest < 0
  })
  return found ?? (candidates[0] as SampleContractor)
}

/** Our company as documents name it. */
export const ourParty: Party = ownCompany

/** A contractor as documents name it. */
export function partyOf(world: World, contractor: SampleContractor): Party {
  const account = inventAccount(randomFor(world.seed, `account ${contractor.key}`))
  return { name: contractor.name, nip: contractor.nip, account, ...contractor.address }
}
