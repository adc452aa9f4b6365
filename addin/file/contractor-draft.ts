import type { Contractor, changeContractor } from '../../shared/contractor.ts'
import type { Input } from '../../shared/route.ts'
import { readKrs, readRegon, showNip } from '../../shared/tax-id.ts'
import { linesOf } from './person-draft.ts'
import { readTypedNip } from './read-new-contractor.ts'

/** A contractor's details while somebody types them, each as the text in its field. */
export type ContractorDraft = Record<'name' | 'taxId' | 'regon' | 'krs' | 'street' | 'city' | 'phones' | 'note', string>

/** What the writer saw of the fields that he changes. */
export function seenOf(body: Input<typeof changeContractor>['body'], contractor: Contractor) {
  const now = { ...contractor, taxId: contractor.nip }
  return Object.fromEntries(seenFields.filter(field => field in body).map(field => [field, now[field]]))
}

const seenFields = ['name', 'taxId', 'regon', 'krs', 'street', 'city', 'phones', 'note'] as const

/** The details of a contractor as they stand in a form. */
export function draftOf(contractor: Contractor): ContractorDraft {
  const { name, nip, regon, krs, street, city, phones, note } = contractor
  return {
    name,
    taxId: nip ? showNip(nip) : '',
    regon: regon ?? '',
    krs: krs ?? '',
    street: street ?? '',
    city: city ?? '',
    phones: phones.join('\n'),
    note: note ?? '',
  }
}

/** The first field that cannot be saved as it is. */
export function faultIn(draft: ContractorDraft): keyof ContractorDraft | undefined {
  const nip = readTypedNip(draft.taxId).state
  if (draft.name.trim() === '') return 'name'
  if (nip !== 'empty' && nip !== 'right') return 'taxId'
  if (draft.regon.trim() !== '' && readRegon(draft.regon) === null) return 'regon'
  return draft.krs.trim() !== '' && readKrs(draft.krs) === null ? 'krs' : undefined
}

/** What was typed otherwise than it was: what a colleague changes meanwhile in other fields stays his. */
export function changesOf(before: ContractorDraft, after: ContractorDraft): Input<typeof changeContractor>['body'] {
  const { phones, ...texts } = after
  const changed = Object.entries(texts).filter(([field, text]) => text !== before[field as keyof ContractorDraft])
  return {
    ...Object.fromEntries(changed.map(([field, text]) => [field, text.trim()])),
    ...(phones !== before.phones && { phones: linesOf(phones) }),
  }
}
