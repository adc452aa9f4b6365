import { readAddress } from '../../shared/address.ts'
import type { ImportField } from '../../shared/contractor-import.ts'
import { readNip, readRegon } from '../../shared/tax-id.ts'
import type { TableRow } from './table-row.ts'

/** Names of columns that are understood, in Polish and English, without accents and signs. */
const names: Record<string, ImportField> = {
  nazwa: 'name',
  nazwafirmy: 'name',
  nazwakontrahenta: 'name',
  firma: 'name',
  name: 'name',
  company: 'name',
  companyname: 'name',
  kontrahent: 'name',
  contractor: 'name',
  nip: 'taxId',
  numernip: 'taxId',
  taxid: 'taxId',
  vat: 'taxId',
  vatid: 'taxId',
  regon: 'regon',
  krs: 'krs',
  ulica: 'street',
  adres: 'street',
  street: 'street',
  miasto: 'city',
  miejscowosc: 'city',
  city: 'city',
  town: 'city',
  telefon: 'phones',
  telefony: 'phones',
  tel: 'phones',
  phone: 'phones',
  phones: 'phones',
  email: 'addresses',
  mail: 'addresses',
  emaile: 'addresses',
  adresy: 'addresses',
  adresemail: 'addresses',
  adresyemail: 'addresses',
  emails: 'addresses',
  addresses: 'addresses',
  domena: 'addresses',
  domain: 'addresses',
  uwagi: 'note',
  notatka: 'note',
  note: 'note',
  notes: 'note',
}

/** What the content of a column gives away, the surest first; a domain is told from other words by its `@`. */
const signs: [ImportField, (cell: string) => boolean][] = [
  ['addresses', cell => cell.includes('@') && cell.split(/[\s;,|]+/).every(word => readAddress(word) !== null)],
  ['taxId', cell => readNip(cell) !== null],
  ['regon', cell => cell.length >= SHORTEST_REGON && readRegon(cell) !== null],
  ['phones', cell => /^\+?[\d\s()-]{7,20}$/.test(cell)],
]
/** A shorter one, without its zeros, may as well be a telephone. */
const SHORTEST_REGON = 8
const LOOKED_AT = 50
/** So much of a column must speak for what it is taken for; the rest are errors, to be shown as such. */
const SHARE = 0.5

/** What each column of a table holds: by its name, else by its content. The first column of words is the name, if none says so. */
export function guessColumns([head, ...body]: TableRow[]): ImportField[] {
  const byName = (head?.cells ?? []).map(cell => names[plain(cell)])
  const taken = new Set(byName)
  const fields = byName.map((field, index): ImportField => {
    if (field) return field
    const guessed = byContent(body.slice(0, LOOKED_AT).map(row => row.cells[index] ?? ''))
    if (!guessed || taken.has(guessed)) return 'none'
    taken.add(guessed)
    return guessed
  })
  if (fields.includes('name')) return fields
  const words = fields.findIndex(
    (field, index) => field === 'none' && body.some(row => /\p{L}{2}/u.test(row.cells[index] ?? '')),
  )
  return fields.map((field, index) => (index === words ? 'name' : field))
}

function byContent(cells: string[]): ImportField | null {
  const full = cells.filter(cell => cell !== '')
  if (full.length === 0) return null
  const fits = (isOne: (cell: string) => boolean) => full.filter(isOne).length >= full.length * SHARE
  return signs.find(([, isOne]) => fits(isOne))?.[0] ?? null
}

function plain(title: string): string {
  return title
    .toLowerCase()
    .replaceAll('ł', 'l')
    .normalize('NFKD')
    .replace(/[^a-z]/g, '')
}
