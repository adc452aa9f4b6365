import { wordFor } from '../story/fill.ts'
import type { PlannedFile } from '../story/planned-mail.ts'
import { dottedDate } from '../story/spell-date.ts'
import { products } from '../words/products.ts'
import { type DocumentOrder, dealOf, docxFile, inFileName, partyLines, pdfFile, xlsxFile } from './document-order.ts'
import { emptySheet, type Sheet, spellAmount } from './sheet.ts'

/** Our offer, as a Word document or a PDF. */
export function offerFile(order: DocumentOrder): PlannedFile {
  const { words, subject } = order.facts
  const sheet = (): Sheet => ({
    ...dealSheet(order, `Oferta nr ${words.oferta}`),
    paragraphs: [
      'Szanowni Państwo,',
      `w odpowiedzi na zapytanie przedstawiamy ofertę na ${subject.product.nominative} w kolorze ${words.kolor}.`,
      'Termin realizacji: cztery tygodnie od potwierdzenia zamówienia. Gwarancja: 36 miesięcy. Oferta ważna 30 dni.',
      'Ceny zawierają transport na terenie kraju. Montaż wyceniamy osobno.',
    ],
  })
  const english = (): Sheet => ({
    ...dealSheet(order, `Offer no. ${words.oferta}`),
    paragraphs: [`We are pleased to offer ${subject.product.english}, delivery EXW Kępno, lead time five weeks.`],
  })
  if (order.language !== 'pl')
    return pdfFile(
      order.language === 'de' ? `Angebot ${words.oferta} Meblosfera` : `Offer ${words.oferta} Meblosfera`,
      english,
    )
  const name = `Oferta nr ${words.oferta} Meblosfera`
  return order.random.chance(0.7) ? docxFile(name, sheet) : pdfFile(name, sheet)
}

/** A price list of ours or of a supplier. */
export function priceListFile(order: DocumentOrder): PlannedFile {
  const { words, subject } = order.facts
  const name = order.random.pick([
    `Cennik ${words.rok}`,
    `Cennik_${words.rok}_netto`,
    `cennik ${inFileName(dottedDate(order.at))}`,
  ])
  const rows = order.weSell
    ? products.map(product => [
        product.nominative,
        product.code,
        product.price,
        Math.round(product.price * (100 + subject.discount)) / 100,
      ])
    : [
        [
          subject.material.nominative,
          subject.material.unit,
          subject.material.price,
          Math.round(subject.material.price * (100 + subject.discount)) / 100,
        ],
      ]
  return xlsxFile(name, () => ({
    ...emptySheet,
    title: `Cennik ${dealOf(order).seller.name}`,
    facts: [
      ['Ważny od', dottedDate(order.facts.agreed)],
      ['Waluta', 'PLN'],
    ],
    table: { columns: ['Nazwa', order.weSell ? 'Kod' : 'J.m.', 'Cena netto dotychczas', 'Cena netto nowa'], rows },
  }))
}

/** An order, written by whoever buys. */
export function orderFile(order: DocumentOrder): PlannedFile {
  const { words } = order.facts
  const number = order.weSell ? words.zamowienie : words.zakup
  const title = order.language === 'pl' ? `Zamówienie nr ${number}` : `Purchase order ${number}`
  const sheet = (): Sheet => ({
    ...dealSheet(order, title),
    paragraphs:
      order.language === 'pl'
        ? [
            `Prosimy o dostawę do ${words.termin} na adres zamawiającego.`,
            'Na fakturze prosimy podać numer zamówienia.',
          ]
        : ['Please confirm price and delivery date.'],
  })
  const name =
    order.language === 'pl'
      ? order.random.pick([
          `Zamówienie ${inFileName(number)}`,
          `Zamowienie_${inFileName(number)}`,
          `zam. ${inFileName(number)}`,
        ])
      : `PO_${inFileName(number)}`
  return order.random.chance(0.65)
    ? pdfFile(name, sheet)
    : order.random.chance(0.5)
      ? xlsxFile(name, sheet)
      : docxFile(name, sheet)
}

/** The seller's confirmation of an order as a workbook. */
export function orderSheetFile(order: DocumentOrder): PlannedFile {
  const { words } = order.facts
  const number = order.weSell ? words.zamowienie : words.zakup
  return xlsxFile(`Potwierdzenie ${inFileName(number)}`, () => ({
    ...dealSheet(order, `Potwierdzenie zamówienia ${number}`),
    facts: [
      ['Termin wysyłki', wordFor('termin', words)],
      ['Kolor', wordFor('kolor', words)],
    ],
  }))
}

/** A supplier's or an agent's offer as a PDF. */
export function theirOfferFile(order: DocumentOrder): PlannedFile {
  const title = `Oferta ${order.theirs.name}`
  return pdfFile(`Oferta ${dottedDate(order.at)}`, () => ({
    ...dealSheet(order, title),
    paragraphs: ['Dziękujemy za zapytanie. Poniżej przedstawiamy warunki, ważne 14 dni.'],
  }))
}

function dealSheet(order: DocumentOrder, title: string): Sheet {
  const { line, currency, discount } = order.facts.subject
  const { seller, buyer } = dealOf(order)
  const isPolish = order.language === 'pl'
  const net = Math.round(line.amount * line.price * 100) / 100
  return {
    ...emptySheet,
    title,
    facts: [[isPolish ? 'Data' : 'Date', dottedDate(order.at)]],
    parties: [
      [isPolish ? 'Sprzedający' : 'Seller', partyLines(seller)],
      [isPolish ? 'Zamawiający' : 'Buyer', partyLines(buyer)],
    ],
    table: {
      columns: isPolish
        ? ['Pozycja', 'Ilość', 'J.m.', 'Cena netto', 'Wartość netto']
        : ['Item', 'Quantity', 'Unit', 'Net price', 'Net value'],
      rows: [[isPolish ? line.name : order.facts.subject.product.english, line.amount, line.unit, line.price, net]],
    },
    totals: [
      [isPolish ? 'Razem netto' : 'Total net', `${spellAmount(net)} ${currency}`],
      ...(isPolish ? [['Możliwy rabat', `${discount}%`] as [string, string]] : []),
    ],
    footer: `${seller.name}, ${seller.street}, ${seller.postalCode} ${seller.city}`,
  }
}
