import type { addPerson as addContract, changePerson as changeContract } from '../../shared/contractor.ts'
import type { Input } from '../../shared/route.ts'
import { record } from '../audit/record.ts'
import type { Tx } from '../database/work.ts'
import { addAddresses, offerSweep, readAddresses, replaceAddressesOf } from './addresses.ts'
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
  await addAddresses(tx, contractorId, addresses, person.id)
  await record(tx, 'changed', 'contractor', contractorId, { fields: ['people'] })
}

/** Changes what is named of a contact person. */
export async function changePerson(
  tx: Tx,
  { contractorId, personId }: Input<typeof changeContract>['params'],
  { name, role, phones, addresses, earlierMail }: Input<typeof changeContract>['body'],
) {
  await changeable(tx, contractorId)
  const person = await tx.em.findOneOrFail(Person, { id: personId, contractorId })
  tx.em.assign(person, {
    ...(name !== undefined && { name: name.trim() }),
    ...(role !== undefined && { role: role.trim() || null }),
    ...(phones !== undefined && { phones }),
  })
  await tx.em.flush()
  await offerSweep(tx, earlierMail)
  if (addresses) await replaceAddressesOf(tx, person, readAddresses(addresses, 'addresses'))
  await record(tx, 'changed', 'contractor', contractorId, { fields: ['people'] })
}
