import type { ContractorInput } from '../../shared/contractor.ts'
import { readAddresses } from '../contractor/addresses.ts'
import { readTaxIds } from '../contractor/tax-ids.ts'
import { Refusal } from '../refusal.ts'

/** The longest texts that a contractor's fields take; the contract says the same of what comes one by one. */
const longest = { name: 300, street: 300, city: 200, note: 10_000 } as const

/** The NIP of a row that can be taken in; throws the refusal of one that cannot. */
export function checkRow(input: ContractorInput): string | null {
  if (input.name.trim() === '') throw new Refusal('invalid', ['name'])
  for (const [field, most] of Object.entries(longest))
    if ((input[field as keyof typeof longest] ?? '').length > most) throw new Refusal('invalid', [field])
  if (input.phones?.some(phone => phone.length > 60)) throw new Refusal('invalid', ['phones'])
  readAddresses(input.addresses ?? [], 'addresses')
  return readTaxIds(input).nip ?? null
}

/** The refusal of a row, or null when it can be taken in. */
export function refusalOf(input: ContractorInput): Refusal | null {
  try {
    checkRow(input)
    return null
  } catch (error) {
    if (error instanceof Refusal) return error
    throw error
  }
}
