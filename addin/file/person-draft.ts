import type { changePerson, Person } from '../../shared/contractor.ts'
import type { Input } from '../../shared/route.ts'
import { readTypedAddresses } from './read-new-contractor.ts'

/** A contact person while somebody types, each fact as the text in its field. */
export type PersonDraft = Record<'name' | 'role' | 'phones' | 'addresses', string>

/** A contact person as she stands in a form; an empty one for somebody new. */
export function draftOfPerson(person: Person | null): PersonDraft {
  return {
    name: person?.name ?? '',
    role: person?.role ?? '',
    phones: person?.phones.join('\n') ?? '',
    addresses: person?.addresses.join('\n') ?? '',
  }
}

/** What was typed otherwise than it was: what a colleague changes meanwhile in other fields stays. */
export function changesOfPerson(before: PersonDraft, after: PersonDraft): Input<typeof changePerson>['body'] {
  const isOther = (field: keyof PersonDraft) => after[field] !== before[field]
  const { addresses } = readTypedAddresses(after.addresses)
  return {
    ...(isOther('name') && { name: after.name.trim() }),
    ...(isOther('role') && { role: after.role.trim() }),
    ...(isOther('phones') && { phones: linesOf(after.phones) }),
    ...(isOther('addresses') && { addresses, earlierMail: 'ask' as const }),
  }
}

/** The lines of a field that is no empty one. */
export function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map(line => line.trim())
    .filter(line => line !== '')
}
