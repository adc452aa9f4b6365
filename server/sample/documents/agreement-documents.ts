import { wordFor } from '../story/fill.ts'
import type { PlannedFile } from '../story/planned-mail.ts'
import { dottedDate } from '../story/spell-date.ts'
import { type DocumentOrder, docxFile, inFileName, partyLines, pdfFile } from './document-order.ts'
import { emptySheet, type Sheet } from './sheet.ts'

const protocolTitles: Record<string, string> = {
  damage: 'Protokół reklamacyjny',
  'material-complaint': 'Protokół reklamacyjny',
  'consumer-complaint': 'Zgłoszenie reklamacji',
  assembly: 'Protokół odbioru montażu',
  repair: 'Protokół serwisowy',
  surplus: 'Protokół zwrotu',
  systems: 'Protokół prac serwisowych',
  'transport-damage': 'Protokół szkody',
  balance: 'Potwierdzenie salda',
  'claim-en': 'Claim form',
}

/** A contract or an annex that can still be edited. */
export function contractFile(order: DocumentOrder): PlannedFile {
  const name = order.random.pick([
    `Umowa ${inFileName(order.facts.words.umowa)} projekt`,
    `Umowa_${inFileName(order.facts.words.umowa)}_v2`,
    `Projekt umowy ${inFileName(order.facts.words.umowa)}`,
  ])
  return docxFile(name, () => contractSheet(order))
}

/** A contract as it came back signed and scanned. */
export function signedContractFile(order: DocumentOrder): PlannedFile {
  const number = inFileName(order.facts.words.umowa)
  return pdfFile(
    order.random.pick([`Umowa ${number} podpisana`, `Umowa_${number}_skan`, `SKM_${order.random.digits(14)}`]),
    () => contractSheet(order),
  )
}

/** A protocol that can be filled in. */
export function protocolFile(order: DocumentOrder): PlannedFile {
  const title = protocolTitles[order.scenario] ?? 'Protokół'
  return docxFile(`${title} ${inFileName(order.facts.words.reklamacja)}`, () => protocolSheet(order, title))
}

/** A protocol with signatures, as a PDF. */
export function signedProtocolFile(order: DocumentOrder): PlannedFile {
  const title = protocolTitles[order.scenario] ?? 'Protokół'
  const number = order.scenario === 'balance' ? '' : ` ${inFileName(order.facts.words.reklamacja)}`
  return pdfFile(`${title}${number} skan`, () => ({
    ...protocolSheet(order, title),
    footer: `Podpisano elektronicznie ${dottedDate(order.at)}.`,
  }))
}

function contractSheet(order: DocumentOrder): Sheet {
  const { words } = order.facts
  return {
    ...emptySheet,
    title: `Umowa nr ${words.umowa}`,
    facts: [['Zawarta w dniu', dottedDate(order.at)]],
    parties: [
      ['Strona pierwsza', partyLines(order.ours)],
      ['Strona druga', partyLines(order.theirs)],
    ],
    paragraphs: [
      '§ 1. Przedmiotem umowy są zasady współpracy handlowej Stron.',
      `§ 2. Zamówienia składane są pocztą elektroniczną. Rabat stały wynosi ${words.rabat}.`,
      '§ 4. Termin płatności wynosi 30 dni od daty wystawienia faktury.',
      '§ 5. Reklamacje rozpatrywane są w ciągu 14 dni.',
      '§ 8. Kara umowna za opóźnienie wynosi 0,2% wartości zamówienia za każdy dzień.',
      '§ 11. Umowę zawarto na czas nieokreślony z miesięcznym okresem wypowiedzenia.',
      'Podpisy Stron: ..............................      ..............................',
    ],
    footer: `Umowa nr ${words.umowa}`,
  }
}

function protocolSheet(order: DocumentOrder, title: string): Sheet {
  const { words, subject } = order.facts
  return {
    ...emptySheet,
    title,
    facts: [
      ['Numer', wordFor('reklamacja', words)],
      ['Data', dottedDate(order.at)],
      ['Zamówienie', wordFor('zamowienie', words)],
      ['Partia', wordFor('partia', words)],
    ],
    parties: [
      ['Zgłaszający', partyLines(order.theirs)],
      ['Przyjmujący', partyLines(order.ours)],
    ],
    paragraphs: [
      'Opis: stwierdzono wady lub czynności opisane poniżej. Zdjęcia stanowią załącznik do protokołu.',
      `Uzgodnienia: odpowiedź do ${words.termin}.`,
    ],
    table: {
      columns: ['Przedmiot', 'Ilość', 'J.m.'],
      rows: [[subject.product.nominative, String(subject.fewer), 'szt.']],
    },
    footer: 'Podpisy: ..............................',
  }
}
