import { domainToASCII } from 'node:url'
import { type AddressValue, domainOf, isFreeMail, readAddress, showAddress } from '../../shared/address.ts'
import type { Tx } from '../database/work.ts'
import { Refusal } from '../refusal.ts'
import { Address, type Person } from './contractor.entity.ts'

/** Reads addresses and domains as typed; a free-mail domain belongs to nobody and is refused. */
export function readAddresses(texts: string[], field: string): AddressValue[] {
  const values = texts.map(text => {
    const address = readAddress(text)
    if (!address || (address.isDomain && isFreeMail(address.value))) throw new Refusal('invalid', [field])
    return { ...address, value: inAscii(address.value) }
  })
  return [...new Map(values.map(value => [value.value, value])).values()]
}

/** Of these domains, those that stand for no company by the administrators' word. */
const domainsForEveryone = "select 1 from company_setting where key = 'filing-free-mail' and value ?| $1::text[]"

/** Gives addresses to a contractor (and a person of it). One that he has already stays as it is. */
export async function addAddresses(
  tx: Tx,
  contractorId: string,
  addresses: AddressValue[],
  personId: string | null = null,
) {
  if (addresses.length === 0) return
  const [wrong] = await tx.sql(domainsForEveryone, [addresses.filter(one => one.isDomain).map(one => one.value)])
  if (wrong) throw new Refusal('invalid', ['addresses'])
  const rows = addresses.map(address => ({ ...address, contractorId, personId }))
  await tx.em.upsertMany(Address, rows, { onConflictFields: ['value', 'contractorId'], onConflictAction: 'ignore' })
}

/** Within this transaction, earlier mail of new addresses waits until the user has said whether he wants it. */
export async function offerSweep(tx: Tx, earlierMail: 'decide' | 'ask' | undefined) {
  if (earlierMail === 'ask') await tx.sql("select set_config('lupa.offers_sweep', 'yes', true)")
}

/** Makes these the contractor's own addresses; those of his people stay. */
export async function replaceAddresses(tx: Tx, contractorId: string, addresses: AddressValue[]) {
  const kept = addresses.map(address => address.value)
  await tx.em.nativeDelete(Address, { contractorId, personId: null, value: { $nin: kept } })
  await addAddresses(tx, contractorId, addresses)
}

/**
 * Gives addresses to a person; one that the contractor had without a person becomes hers or his. One of another person is
 * refused: mail is filed by whose it is.
 */
export async function giveAddresses(tx: Tx, { id, contractorId }: Person, addresses: AddressValue[], field: string) {
  const values = addresses.map(address => address.value)
  // In SQL nobody (null) is not another one.
  const others = { contractorId, personId: { $ne: id }, value: { $in: values } }
  if ((await tx.em.count(Address, others)) > 0) throw new Refusal('address-taken', [field])
  await tx.em.nativeUpdate(Address, { contractorId, personId: null, value: { $in: values } }, { personId: id })
  await addAddresses(tx, contractorId, addresses, id)
}

/** Makes these the person's own addresses. */
export async function replaceAddressesOf(tx: Tx, person: Person, addresses: AddressValue[]) {
  const kept = addresses.map(address => address.value)
  await tx.em.nativeDelete(Address, { contractorId: person.contractorId, personId: person.id, value: { $nin: kept } })
  await giveAddresses(tx, person, addresses, 'addresses')
}

/** Takes all addresses from a person, and answers which these were. */
export async function takeAddressesOf(tx: Tx, { id, contractorId }: Person): Promise<string[]> {
  const held = await tx.em.find(Address, { contractorId, personId: id }, { orderBy: { value: 'asc' } })
  await tx.em.nativeDelete(Address, { contractorId, personId: id })
  return held.map(showAddress)
}

/** A domain with Polish letters in the spelling in which it travels (RFC 5891), so that mail finds it. */
export function inAscii(value: string): string {
  const domain = domainOf(value)
  return value.slice(0, value.length - domain.length) + domainToASCII(domain)
}
