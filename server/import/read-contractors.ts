import { parse } from 'csv-parse/sync'
import iconv from 'iconv-lite'
import type { ContractorInput } from '../../shared/contractor.ts'

/** One row of a contractor list, with its line for the report. */
export interface ContractorRow {
  line: number
  input: ContractorInput
}

/** Column names that are understood, in Polish and English. */
const columns: Record<string, keyof Fields> = {
  nazwa: 'name',
  name: 'name',
  kontrahent: 'name',
  nip: 'taxId',
  taxid: 'taxId',
  regon: 'regon',
  krs: 'krs',
  ulica: 'street',
  street: 'street',
  miasto: 'city',
  miejscowosc: 'city',
  city: 'city',
  telefon: 'phones',
  telefony: 'phones',
  phone: 'phones',
  phones: 'phones',
  email: 'addresses',
  emaile: 'addresses',
  adresy: 'addresses',
  adresemail: 'addresses',
  adresyemail: 'addresses',
  emails: 'addresses',
  addresses: 'addresses',
  domena: 'addresses',
  uwagi: 'note',
  note: 'note',
}

interface Fields {
  name: string
  taxId: string
  regon: string
  krs: string
  street: string
  city: string
  phones: string
  addresses: string
  note: string
}

/** Reads a contractor list: any of `;`, `,` or tab between columns, UTF-8 or windows-1250, names of columns in Polish or English. */
export function readContractors(bytes: Uint8Array): ContractorRow[] {
  const text = decode(bytes)
  const [header = ''] = text.split(/\r?\n/, 1)
  const delimiter = [';', '\t', ','].find(sign => header.includes(sign)) ?? ';'
  const rows = parse(text, {
    delimiter,
    bom: true,
    skip_empty_lines: true,
    relax_column_count: true,
    trim: true,
    info: true,
  }) as unknown as Parsed[]
  const [head, ...body] = rows
  const names = (head?.record ?? []).map(columnOf)
  return body.map(({ record, info }) => ({ line: info.lines, input: inputOf(fieldsOf(names, record)) }))
}

interface Parsed {
  record: string[]
  info: { lines: number }
}

/** Excel in Poland saves CSV as windows-1250. */
function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return iconv.decode(Buffer.from(bytes), 'windows-1250')
  }
}

function columnOf(name: string): keyof Fields | undefined {
  const plain = name
    .toLowerCase()
    .replaceAll('ł', 'l')
    .normalize('NFKD')
    .replace(/[^a-z]/g, '')
  return columns[plain]
}

function fieldsOf(names: (keyof Fields | undefined)[], record: string[]): Partial<Fields> {
  const fields: Partial<Fields> = {}
  names.forEach((name, index) => {
    const value = record[index]
    if (name && value) fields[name] = fields[name] ? `${fields[name]} ${value}` : value
  })
  return fields
}

function inputOf({ name, phones, addresses, ...rest }: Partial<Fields>): ContractorInput {
  return {
    name: name ?? '',
    ...rest,
    ...(phones && {
      phones: phones
        .split(/[;,|]/)
        .map(phone => phone.trim())
        .filter(Boolean),
    }),
    ...(addresses && { addresses: addresses.split(/[\s;,|]+/).filter(Boolean) }),
  }
}
