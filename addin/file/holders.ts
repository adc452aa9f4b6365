import {
  addAddress,
  addPerson,
  type ContractorInput,
  type ContractorRow,
  findHolders,
} from '../../shared/contractor.ts'
import type { Output } from '../../shared/route.ts'
import { failureOf } from '../api/api-error.ts'
import { call } from '../api/call.ts'
import type { MailHost } from '../host/mail-host.ts'

/** Who has something of what a new contractor is to have, as far as the user sees. */
export type Holders = Output<typeof findHolders>

/** All the addresses that a new contractor is to have, those of the people included. */
export function addressesOf({ addresses = [], people = [] }: ContractorInput): string[] {
  return [...addresses, ...people.flatMap(person => person.addresses ?? [])]
}

/** Asks once who has the NIP or an address already; null for nobody. Nothing is asked where neither is given. */
export async function askHolders(host: MailHost, input: ContractorInput): Promise<Holders | null> {
  const { taxId } = input
  const addresses = addressesOf(input)
  if (!taxId && addresses.length === 0) return null
  const holders = await call(host, findHolders, { body: { addresses, ...(taxId && { taxId }) } })
  return contractorsOf(holders).length > 0 ? holders : null
}

/** Each of the holders once. */
export function contractorsOf({ items, ofTaxId }: Holders): ContractorRow[] {
  const all = [...ofTaxId, ...items.flatMap(item => item.contractors)]
  return [...new Map(all.map(one => [one.id, one])).values()]
}

/** Gives a contractor that exists the people and addresses that a new one was to have. */
export async function addToHolder(
  host: MailHost,
  contractorId: string,
  { addresses = [], people = [] }: ContractorInput,
) {
  const params = { contractorId }
  const earlierMail = 'ask'
  for (const person of people) await unlessHis(call(host, addPerson, { params, body: { ...person, earlierMail } }))
  for (const address of addresses) await unlessHis(call(host, addAddress, { params, body: { address, earlierMail } }))
}

/** An address that a person of his has already is where it shall be, as after an answer that was lost. */
function unlessHis(adding: Promise<unknown>) {
  return adding.catch(error => {
    if (failureOf(error) !== 'address-taken') throw error
  })
}
