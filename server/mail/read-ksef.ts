import type { Invoice } from '../../shared/invoice.ts'
import { addAmounts, readAmount } from './amount.ts'
import { cleanLine } from './clean-text.ts'
import { decodeText } from './decode-text.ts'
import { readXmlValues, type XmlValues } from './xml-values.ts'

/**
 * Structured invoices of the Polish KSeF. Namespaces and names of elements are those of the Ministry of Finance's
 * schemas schemat_FA(2)_v1-0E.xsd and schemat_FA(3)_v1-0E.xsd (github.com/CIRFMF/ksef-docs, faktury/schemy/FA).
 */
const SCHEMAS = new Map([
  ['http://crd.gov.pl/wzor/2023/06/29/12648/', 'FA(2)'],
  ['http://crd.gov.pl/wzor/2025/06/25/13775/', 'FA(3)'],
] as const)
const NAMESPACES = new Set<string>(SCHEMAS.keys())
const SELLER = 'Faktura/Podmiot1/DaneIdentyfikacyjne'
const BUYER = 'Faktura/Podmiot2/DaneIdentyfikacyjne'
const FA = 'Faktura/Fa'
/** Sales by rate and kind without tax, and the tax of those that bear any; P_14_1W and its like repeat it in PLN. */
const NETS = ['1', '2', '3', '4', '5', '6_1', '6_2', '6_3', '7', '8', '9', '10', '11'].map(part => `${FA}/P_13_${part}`)
const TAXES = ['1', '2', '3', '4', '5'].map(part => `${FA}/P_14_${part}`)
const NUMBER = `${FA}/P_2`
const ISSUED = `${FA}/P_1`
const CURRENCY = `${FA}/KodWaluty`
const GROSS = `${FA}/P_15`
const DUE = `${FA}/Platnosc/TerminPlatnosci/Termin`
const CORRECTED = `${FA}/DaneFaKorygowanej/NrFaKorygowanej`
const PEOPLE = [SELLER, BUYER].flatMap(party => [`${party}/NIP`, `${party}/Nazwa`])
const WANTED = new Set([...NETS, ...TAXES, ...PEOPLE, NUMBER, ISSUED, CURRENCY, GROSS, DUE, CORRECTED])
/** KSeF takes no larger invoice than 3 MB. */
const INVOICE_BYTES = 4 * 1024 * 1024
const NUMBER_LENGTH = 256
const NAME_LENGTH = 512
const NIP_LENGTH = 20

/** The facts of a KSeF invoice; null when the file is none, or too broken to be one. */
export function readKsef(content: Uint8Array): Invoice | null {
  if (content.length > INVOICE_BYTES) return null
  const read = readXmlValues(decodeText(content, 'utf-8').text.replace(/^\ufeff/, ''), NAMESPACES, WANTED)
  const schema = read && SCHEMAS.get(read.namespace as 'http://crd.gov.pl/wzor/2023/06/29/12648/')
  const number = read && line(read, NUMBER, NUMBER_LENGTH)
  return schema && number ? { schema, number, ...partiesIn(read), ...amountsIn(read), ...daysIn(read) } : null
}

function partiesIn(read: XmlValues) {
  return {
    sellerNip: line(read, `${SELLER}/NIP`, NIP_LENGTH),
    sellerName: line(read, `${SELLER}/Nazwa`, NAME_LENGTH),
    buyerNip: line(read, `${BUYER}/NIP`, NIP_LENGTH),
    buyerName: line(read, `${BUYER}/Nazwa`, NAME_LENGTH),
    corrects: line(read, CORRECTED, NUMBER_LENGTH),
  }
}

function amountsIn(read: XmlValues) {
  const amounts = (paths: string[]) => paths.flatMap(path => readAmount(read.values.get(path)?.[0] ?? '') ?? [])
  const nets = amounts(NETS)
  const currency = line(read, CURRENCY, 3)
  return {
    currency: currency !== null && /^[A-Z]{3}$/.test(currency) ? currency : null,
    net: nets.length > 0 ? addAmounts(nets) : null,
    // Sales of which none bears tax have a tax of nothing.
    vat: nets.length > 0 ? addAmounts(amounts(TAXES)) : null,
    gross: readAmount(read.values.get(GROSS)?.[0] ?? ''),
  }
}

/** Of several instalments the first one counts. */
function daysIn(read: XmlValues) {
  const due = (read.values.get(DUE) ?? []).flatMap(day => readDay(day) ?? [])
  return { issuedOn: readDay(read.values.get(ISSUED)?.[0] ?? ''), dueOn: due.toSorted()[0] ?? null }
}

/** A day within the bounds of the schema, 2006 to 2050. */
function readDay(text: string): string | null {
  const day = /^(?:20[0-4]\d|2050)-\d\d-\d\d/.exec(text)?.[0]
  const moment = new Date(`${day}T00:00:00Z`)
  return day && !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(day) ? day : null
}

function line(read: XmlValues, path: string, length: number): string | null {
  return (
    cleanLine(read.values.get(path)?.[0] ?? '')
      .slice(0, length)
      .toWellFormed() || null
  )
}
