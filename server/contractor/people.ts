import type {
  addPerson as addContract,
  changePerson as changeContract,
  removePerson as removeContract,
} from '../../shared/contractor.ts'
import type { Input } from '../../shared/route.ts'
import { record } from '../audit/record.ts'
import type { Tx } from '../database/work.ts'
import {
  addAddresses,
  giveAddresses,
  offerSweep,
  readAddresses,
  replaceAddressesOf,
  takeAddressesOf,
} from './addresses.ts'
import { changeable } from './change-contractor.ts'
import { Person } from './contractor.entity.ts'

/** Adds a contact person to a contractor, with addresses by which mail finds the file. */
export async function addPerson(tx: Tx, contractorId: string, input: Input<typeof addContract>['body']) {
  await changeable(tx, contractorId)
  const addresses = readAddresses(input.addresses ?? [], 'addresses')
  const { name, role = null, phones = [] } = input
  const person = tx.em.create(Person, { contractorId, name: name.trim(), role, phones })
  await tx.em.flush()
  await offerSweep(tx, input.earlierMail)
  await giveAddresses(tx, person, addresses, 'addresses')
  await record(tx, 'changed', 'contractor', contractorId, { fields: ['people'] })
}

/** Changes what is named of a contact person; a removed one is not there, unless he is taken back. */
export async function changePerson(
  tx: Tx,
  { contractorId, personId }: Input<typeof changeContract>['params'],
  { name, role, phones, addresses, earlierMail, removed }: Input<typeof changeContract>['body'],
) {
  await changeable(tx, contractorId)
  const taken = removed === false ? {} : { removedAt: null }
  const person = await tx.em.findOneOrFail(Person, { id: personId, contractorId, ...taken })
  if (person.removedAt) await takeBack(tx, person)
  tx.em.assign(person, {
    ...(name !== undefined && { name: name.trim() }),
    ...(role !== undefined && { role: role.trim() || null }),
    ...(phones !== undefined && { phones }),
  })
  await tx.em.flush()
  await offerSweep(tx, earlierMail)
  if (addresses) await replaceAddressesOf(tx, person, readAddresses(addresses, 'addresses'))
  if ([name, role, phones, addresses].every(fact => fact === undefined)) return
  await record(tx, 'changed', 'contractor', contractorId, { fields: ['people'] })
}

/** The person is one of the contractor no longer, and mail finds nothing by the addresses. What names the person still does. */
export async function removePerson(
  tx: Tx,
  { contractorId, personId }: Input<typeof removeContract>['params'],
  now: Date,
) {
  await changeable(tx, contractorId)
  const person = await tx.em.findOneOrFail(Person, { id: personId, contractorId, removedAt: null })
  tx.em.assign(person, { formerAddresses: await takeAddressesOf(tx, person), removedAt: now })
  await tx.em.flush()
  await record(tx, 'person-removed', 'contractor', contractorId, { personId })
}

/** With those of the addresses that the contractor has not given to somebody else since. */
async function takeBack(tx: Tx, person: Person) {
  const addresses = readAddresses(person.formerAddresses, 'addresses')
  tx.em.assign(person, { formerAddresses: [], removedAt: null })
  await tx.em.flush()
  await addAddresses(tx, person.contractorId, addresses, person.id)
  await record(tx, 'person-restored', 'contractor', person.contractorId, { personId: person.id })
}
