import type { ContractorInput } from '../../shared/contractor.ts'
import { createAudience, newContractorsAudience } from '../access/audience.ts'
import { record } from '../audit/record.ts'
import { takeNumber } from '../database/own-number.ts'
import type { Tx } from '../database/work.ts'
import { addAddresses, giveAddresses, offerSweep, readAddresses } from './addresses.ts'
import { Contractor, Person } from './contractor.entity.ts'
import { readTaxIds } from './tax-ids.ts'

/**
 * Opens a contractor file with its addresses and people. The current user manages it and is in its audience. Asked again
 * under the same number, it answers the one that the user made before.
 */
export async function createContractor(tx: Tx, input: ContractorInput): Promise<Contractor> {
  const known = input.id && (await madeAs(tx, input.id))
  if (known) return known
  const taxIds = readTaxIds(input)
  const addresses = readAddresses(input.addresses ?? [], 'addresses')
  const people = (input.people ?? []).map(person => ({
    ...person,
    addresses: readAddresses(person.addresses ?? [], 'people'),
  }))

  const audienceId = await createAudience(tx, input.audience ?? (await newContractorsAudience(tx)), null)
  const contractor = tx.em.create(Contractor, {
    ...(input.id && { id: input.id }),
    name: input.name.trim(),
    nip: taxIds.nip ?? null,
    regon: taxIds.regon ?? null,
    krs: taxIds.krs ?? null,
    street: input.street ?? null,
    city: input.city ?? null,
    phones: input.phones ?? [],
    note: input.note ?? null,
    tags: input.tags ?? [],
    managerId: tx.user,
    audienceId,
  })
  await tx.em.flush()
  await offerSweep(tx, input.earlierMail)
  await addAddresses(tx, contractor.id, addresses)
  for (const { name, role, phones, addresses: his } of people) {
    const person = tx.em.create(Person, {
      contractorId: contractor.id,
      name: name.trim(),
      role: role ?? null,
      phones: phones ?? [],
    })
    await tx.em.flush()
    await giveAddresses(tx, person, his, 'people')
  }
  await record(tx, 'created', 'contractor', contractor.id)
  return contractor
}

/** The contractor of this number, if the user who asks made it before and manages it still. */
async function madeAs(tx: Tx, id: string): Promise<Contractor | null> {
  await takeNumber(tx, 'contractor', id)
  return tx.em.findOne(Contractor, { id, managerId: tx.user })
}
