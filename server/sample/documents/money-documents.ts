import { wordFor } from '../story/fill.ts'
import type { PlannedFile } from '../story/planned-mail.ts'
import { dottedDate } from '../story/spell-date.ts'
import { type DocumentOrder, dealOf, docxFile, inFileName, partyLines, pdfFile, xlsxFile } from './document-order.ts'
import { writeEInvoice } from './e-invoice.ts'
import { invoiceAmounts, invoiceNumber } from './invoice-amounts.ts'
import { emptySheet, type Sheet, spellAmount } from './sheet.ts'

/** An invoice as a PDF. */
export function invoiceFile(order: DocumentOrder): PlannedFile {
  const number = inFileName(invoiceNumber(order))
  const name = order.weSell ? number : order.random.pick([`Faktura_${number}`, `FV ${number}`, `FA_${number}`])
  return pdfFile(name, () =>
    invoiceSheet(order, `${order.language === 'pl' ? 'Faktura VAT nr' : 'Invoice no.'} ${invoiceNumber(order)}`),
  )
}

/** A structured e-invoice as XML. */
export function eInvoiceFile(order: DocumentOrder): PlannedFile {
  const { seller } = dealOf(order)
  const name = order.weSell
    ? `${inFileName(invoiceNumber(order))}_KSeF.xml`
    : `FA_${seller.nip}_${inFileName(invoiceNumber(order))}.xml`
  return { name, type: order.random.pick(['application/xml', 'text/xml']), bytes: () => writeEInvoice(order) }
}

/** A correcting invoice as a PDF. */
export function correctionFile(order: DocumentOrder): PlannedFile {
  const number = order.weSell ? wordFor('korekta', order.facts.words) : `KOR/${invoiceNumber(order)}`
  return pdfFile(inFileName(number), () => ({
    ...invoiceSheet(order, `Faktura korygująca nr ${number}`),
    paragraphs: [
      `Korekta do faktury nr ${invoiceNumber(order)}.`,
      'Przyczyna korekty: błąd w danych lub ilości. Wartości poniżej przedstawiają stan po korekcie.',
    ],
  }))
}

/** A bank's confirmation of a transfer. */
export function transferFile(order: DocumentOrder): PlannedFile {
  const { seller, buyer } = dealOf(order)
  return pdfFile(`Potwierdzenie_przelewu_${dottedDate(order.at).replaceAll('.', '')}`, () => ({
    ...emptySheet,
    title: 'Potwierdzenie wykonania przelewu',
    facts: [
      ['Data operacji', dottedDate(order.at)],
      ['Tytuł', `Faktura ${invoiceNumber(order)}`],
      ['Kwota', `${spellAmount(invoiceAmounts(order).gross)} PLN`],
    ],
    parties: [
      ['Zleceniodawca', [...partyLines(buyer), buyer.account]],
      ['Odbiorca', [...partyLines(seller), seller.account]],
    ],
    footer: 'Dokument elektroniczny, nie wymaga podpisu ani stempla.',
  }))
}

/** A form by which two companies confirm what one owes the other. */
export function balanceFile(order: DocumentOrder): PlannedFile {
  const { words } = order.facts
  return docxFile(`Potwierdzenie salda ${words.miesiac}`, () => ({
    ...emptySheet,
    title: 'Potwierdzenie salda',
    facts: [
      ['Za miesiąc', wordFor('miesiac', words)],
      ['Kępno, dnia', dottedDate(order.at)],
    ],
    parties: [
      ['Wierzyciel', partyLines(order.ours)],
      ['Dłużnik', partyLines(order.theirs)],
    ],
    paragraphs: [
      `Działając na podstawie art. 26 ust. 1 pkt 2 ustawy o rachunkowości, uprzejmie prosimy o potwierdzenie salda w kwocie ${words.kwota}.`,
      'Saldo zgodne / niezgodne (niepotrzebne skreślić).',
      'Podpis i pieczęć: ........................................',
    ],
    footer: order.ours.name,
  }))
}

/** A list of open invoices or other figures as a workbook. */
export function statementFile(order: DocumentOrder): PlannedFile {
  const name = order.random.pick(['Zestawienie należności', 'Rozrachunki', 'Zestawienie'])
  const rows = Array.from({ length: order.random.between(5, 18) }, (_, index) => [
    `${inFileName(invoiceNumber(order)).slice(0, -3)}${String(index * 3 + 101)}`,
    dottedDate(new Date(order.at.getTime() - (index + 3) * 4 * 86_400_000)),
    order.random.between(40, 2400) * 12.3,
  ])
  const table = {
    columns: ['Dokument', 'Termin', 'Kwota'],
    rows: rows.map(row => row.map(cell => (typeof cell === 'number' ? Math.round(cell * 100) / 100 : cell))),
  }
  return xlsxFile(`${name} ${dottedDate(order.at)}`, () => ({
    ...emptySheet,
    title: `${name} – ${order.theirs.name}`,
    facts: [['Stan na dzień', dottedDate(order.at)]],
    table,
  }))
}

function invoiceSheet(order: DocumentOrder, title: string): Sheet {
  const { seller, buyer } = dealOf(order)
  const { subject, due, words } = order.facts
  const { net, tax, gross, rate } = invoiceAmounts(order)
  const { line, currency } = subject
  const isPolish = order.language === 'pl'
  return {
    ...emptySheet,
    title,
    facts: isPolish
      ? [
          ['Data wystawienia', dottedDate(order.at)],
          ['Data sprzedaży', dottedDate(order.at)],
          ['Termin płatności', dottedDate(due)],
          ['Sposób płatności', 'przelew'],
          ['Numer KSeF', wordFor('ksef', words)],
        ]
      : [
          ['Date of issue', dottedDate(order.at)],
          ['Due date', dottedDate(due)],
          ['Payment', 'bank transfer'],
        ],
    parties: [
      [isPolish ? 'Sprzedawca' : 'Seller', [...partyLines(seller), `Rachunek: ${seller.account}`]],
      [isPolish ? 'Nabywca' : 'Buyer', partyLines(buyer)],
    ],
    table: {
      columns: isPolish
        ? ['Nazwa towaru lub usługi', 'Ilość', 'J.m.', 'Cena netto', 'VAT', 'Wartość netto']
        : ['Item', 'Quantity', 'Unit', 'Net price', 'VAT', 'Net value'],
      rows: [
        [
          isPolish ? line.name : subject.product.english,
          String(line.amount),
          line.unit,
          spellAmount(line.price),
          `${rate}%`,
          spellAmount(net),
        ],
      ],
    },
    totals: [
      [isPolish ? 'Razem netto' : 'Net', `${spellAmount(net)} ${currency}`],
      ['VAT', `${spellAmount(tax)} ${currency}`],
      [isPolish ? 'Do zapłaty' : 'Total due', `${spellAmount(gross)} ${currency}`],
    ],
    footer: `${seller.name}${seller.nip ? `, NIP ${seller.nip}` : ''}`,
  }
}
