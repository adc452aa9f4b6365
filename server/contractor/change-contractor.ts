import { readAddress } from '../../shared/address.ts'
import type { addAddress as addAddressContract, changeContractor as contract } from '../../shared/contractor.ts'
import type { Input } from '../../shared/route.ts'
import { audienceMembers, changeAudience } from '../access/audience.ts'
import { handOver } from '../access/may.ts'
import { record } from '../audit/record.ts'
import { inTurn, mustBeAsSeen } from '../database/as-seen.ts'
import type { Tx } from '../database/work.ts'
import { Refusal } from '../refusal.ts'
import { addAddresses, offerSweep, readAddresses, replaceAddresses } from './addresses.ts'
import { Contractor, Person } from './contractor.entity.ts'
import { mayChange } from './may-change.ts'
import { readTaxIds } from './tax-ids.ts'

/** Changes what is named of a contractor. */
export async function changeContractor(
  tx: Tx,
  contractorId: string,
  { was, ...change }: Input<typeof contract>['body'],
): Promise<Contractor> {
  await inTurn(tx, contractorId)
  const contractor = await changeable(tx, contractorId)
  const seers = was?.audience && (await audienceMembers(tx, contractor.audienceId)).map(({ id }) => id)
  mustBeAsSeen(was, { ...contractor, taxId: contractor.nip, audience: seers })
  const { name, street, city, phones, note, tags, addresses, audience } = change
  tx.em.assign(contractor, {
    ...(name !== undefined && { name: name.trim() }),
    ...(street !== undefined && { street }),
    ...(city !== undefined && { city }),
    ...(phones !== undefined && { phones }),
    ...(note !== undefined && { note }),
    ...(tags !== undefined && { tags: distinct(tags) }),
    ...readTaxIds(change),
    updatedAt: new Date(),
  })
  await tx.em.flush()
  if (addresses) await replaceAddresses(tx, contractorId, readAddresses(addresses, 'addresses'))
  if (audience) await changeAudience(tx, contractor.audienceId, audience, null)
  // Last, since whoever hands over may no longer say who sees it.
  if (change.managerId) {
    await handOver(tx, 'contractor', contractorId, change.managerId)
    await tx.em.refresh(contractor)
  }
  await record(tx, 'changed', 'contractor', contractorId, { fields: Object.keys(change) })
  return contractor
}

/** Adds one address or domain; with a name, as that of a new contact person. */
export async function addAddress(
  tx: Tx,
  contractorId: string,
  { address: text, personName, earlierMail }: Input<typeof addAddressContract>['body'],
) {
  await changeable(tx, contractorId)
  await offerSweep(tx, earlierMail)
  const addresses = readAddresses([text], 'address')
  let personId: string | null = null
  if (personName && !readAddress(text)?.isDomain) {
    const person = tx.em.create(Person, { contractorId, name: personName.trim(), phones: [] })
    await tx.em.flush()
    personId = person.id
  }
  await addAddresses(tx, contractorId, addresses, personId)
  await record(tx, 'address-added', 'contractor', contractorId)
}

/** A contractor that the current user may change; refused when he may only see it. */
export async function changeable(tx: Tx, contractorId: string): Promise<Contractor> {
  const contractor = await tx.em.findOneOrFail(Contractor, { id: contractorId })
  if (!(await mayChange(tx, contractor))) throw new Refusal('not-allowed')
  return contractor
}

/** A tag is one however it is spelled at its ends. */
function distinct(tags: string[]): string[] {
  return [...new Set(tags.map(tag => tag.trim()))]
}
