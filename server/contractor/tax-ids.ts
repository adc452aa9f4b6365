import { readKrs, readNip, readRegon } from '../../shared/tax-id.ts'
import { Refusal } from '../refusal.ts'

/** Tax ids as they were typed; an empty text takes one away. */
export interface TaxIdInput {
  taxId?: string
  regon?: string
  krs?: string
}

/** Tax ids as they are stored. */
export interface TaxIds {
  nip?: string | null
  regon?: string | null
  krs?: string | null
}

/** Reads the tax ids that were given; refuses those whose check digit is wrong. */
export function readTaxIds(input: TaxIdInput): TaxIds {
  const read: TaxIds = {}
  if (input.taxId !== undefined) read.nip = must('taxId', input.taxId, readNip)
  if (input.regon !== undefined) read.regon = must('regon', input.regon, readRegon)
  if (input.krs !== undefined) read.krs = must('krs', input.krs, readKrs)
  return read
}

function must(field: string, text: string, reader: (text: string) => string | null): string | null {
  if (text.trim() === '') return null
  const digits = reader(text)
  if (digits === null) throw new Refusal('tax-id-wrong', [field])
  return digits
}
