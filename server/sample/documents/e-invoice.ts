import { isoDate } from '../story/spell-date.ts'
import { type DocumentOrder, dealOf, type Party } from './document-order.ts'
import { invoiceAmounts, invoiceNumber } from './invoice-amounts.ts'
import { escapeXml } from './xml.ts'

/** Since this day the third variant of the structure is in force; before it the second was. */
const THIRD_VARIANT_FROM = Date.UTC(2026, 1, 1)

/** Namespaces under which the Ministry of Finance published the two variants. */
const namespaces = {
  2: 'http://crd.gov.pl/wzor/2023/06/29/12648/',
  3: 'http://crd.gov.pl/wzor/2025/06/25/13775/',
} as const

/** Writes an invoice in the logical structure FA of the national e-invoice system (KSeF). */
export function writeEInvoice(order: DocumentOrder): Uint8Array {
  const variant = order.at.getTime() < THIRD_VARIANT_FROM ? 2 : 3
  const { seller, buyer } = dealOf(order)
  const marks = variant === 3 ? '<JST>2</JST><GV>2</GV>' : ''
  return Buffer.from(
    `<?xml version="1.0" encoding="UTF-8"?>\n<Faktura xmlns="${namespaces[variant]}">\n` +
      `  <Naglowek><KodFormularza kodSystemowy="FA (${variant})" wersjaSchemy="1-0E">FA</KodFormularza><WariantFormularza>${variant}</WariantFormularza>` +
      `<DataWytworzeniaFa>${order.at.toISOString().slice(0, 19)}Z</DataWytworzeniaFa><SystemInfo>Kontor 7</SystemInfo></Naglowek>\n` +
      `  <Podmiot1>${partyXml(seller)}</Podmiot1>\n  <Podmiot2>${partyXml(buyer)}${marks}</Podmiot2>\n` +
      `  <Fa>\n${invoiceXml(order)}  </Fa>\n</Faktura>\n`,
  )
}

function partyXml(party: Party): string {
  const identity = party.nip ? `<NIP>${party.nip}</NIP>` : '<BrakID>1</BrakID>'
  return (
    `<DaneIdentyfikacyjne>${identity}<Nazwa>${escapeXml(party.name)}</Nazwa></DaneIdentyfikacyjne>` +
    `<Adres><KodKraju>${party.country}</KodKraju><AdresL1>${escapeXml(party.street)}</AdresL1><AdresL2>${escapeXml(`${party.postalCode} ${party.city}`)}</AdresL2></Adres>`
  )
}

function invoiceXml(order: DocumentOrder): string {
  const { net, tax, gross, rate } = invoiceAmounts(order)
  const { subject, due } = order.facts
  const { line, currency } = subject
  const amounts =
    rate === 23
      ? `<P_13_1>${net.toFixed(2)}</P_13_1><P_14_1>${tax.toFixed(2)}</P_14_1>`
      : `<P_13_6_2>${net.toFixed(2)}</P_13_6_2>`
  return [
    `<KodWaluty>${currency}</KodWaluty><P_1>${isoDate(order.at)}</P_1><P_1M>${escapeXml(dealOf(order).seller.city)}</P_1M><P_2>${escapeXml(invoiceNumber(order))}</P_2><P_6>${isoDate(order.at)}</P_6>`,
    `${amounts}<P_15>${gross.toFixed(2)}</P_15>`,
    '<Adnotacje><P_16>2</P_16><P_17>2</P_17><P_18>2</P_18><P_18A>2</P_18A><Zwolnienie><P_19N>1</P_19N></Zwolnienie>' +
      '<NoweSrodkiTransportu><P_22N>1</P_22N></NoweSrodkiTransportu><P_23>2</P_23><PMarzy><P_PMarzyN>1</P_PMarzyN></PMarzy></Adnotacje>',
    '<RodzajFaktury>VAT</RodzajFaktury>',
    `<FaWiersz><NrWierszaFa>1</NrWierszaFa><P_7>${escapeXml(line.name)}</P_7><P_8A>${escapeXml(line.unit)}</P_8A><P_8B>${line.amount}</P_8B>` +
      `<P_9A>${line.price.toFixed(2)}</P_9A><P_11>${net.toFixed(2)}</P_11><P_12>${rate === 23 ? '23' : '0 WDT'}</P_12></FaWiersz>`,
    `<Platnosc><TerminPlatnosci><Termin>${isoDate(due)}</Termin></TerminPlatnosci><FormaPlatnosci>6</FormaPlatnosci>` +
      `<RachunekBankowy><NrRB>${dealOf(order).seller.account.replaceAll(' ', '')}</NrRB></RachunekBankowy></Platnosc>`,
  ]
    .map(line => `    ${line}\n`)
    .join('')
}
