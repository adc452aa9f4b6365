import { wordFor } from '../story/fill.ts'
import type { PlannedFile } from '../story/planned-mail.ts'
import { dottedDate } from '../story/spell-date.ts'
import { type DocumentOrder, dealOf, inFileName, partyLines, pdfFile } from './document-order.ts'
import { emptySheet } from './sheet.ts'

/** An order to carry goods. */
export function freightOrderFile(order: DocumentOrder): PlannedFile {
  const { words } = order.facts
  return pdfFile(`Zlecenie transportowe ${inFileName(words.zlecenie)}`, () => ({
    ...emptySheet,
    title: `Zlecenie transportowe nr ${words.zlecenie}`,
    facts: [
      ['Załadunek', `Kępno, ul. Stolarska 18, ${words.termin}, godz. ${words.godzina}`],
      ['Rozładunek', wordFor('miasto2', words)],
      ['Ładunek', `${words.palety} palet, ${words.waga} kg`],
    ],
    parties: [
      ['Zleceniodawca', partyLines(order.ours)],
      ['Przewoźnik', partyLines(order.theirs)],
    ],
    paragraphs: [
      'Przewoźnik odpowiada za towar od załadunku do pokwitowania odbioru. Wymagane ubezpieczenie OCP.',
      'Płatność 30 dni od otrzymania faktury z dokumentem WZ lub CMR.',
    ],
    footer: order.ours.name,
  }))
}

/** A delivery note, or a CMR when goods go abroad. */
export function waybillFile(order: DocumentOrder): PlannedFile {
  const { words, subject } = order.facts
  const isAbroad = order.language !== 'pl'
  const number = inFileName(order.weSell ? words.zamowienie : words.zakup)
  const name = isAbroad
    ? `CMR_${number}`
    : order.random.pick([`WZ_${number}`, `WZ ${number}`, `List przewozowy ${number}`, `WZ_${number}_skan`])
  return pdfFile(name, () => ({
    ...emptySheet,
    title: isAbroad ? `CMR – consignment note ${number}` : `Dokument WZ do zamówienia ${number}`,
    facts: [
      ['Data', dottedDate(order.at)],
      ['Samochód', wordFor('auto', words)],
      ['Kierowca', wordFor('kierowca', words)],
      ['Palety', wordFor('palety', words)],
      ['Waga', `${words.waga} kg`],
    ],
    parties: [
      ['Wydał', partyLines(dealOf(order).seller)],
      ['Odebrał', partyLines(dealOf(order).buyer)],
    ],
    table: {
      columns: ['Towar', 'Ilość', 'J.m.'],
      rows: [[subject.line.name, String(subject.line.amount), subject.line.unit]],
    },
    footer: 'Towar wydano zgodnie z zamówieniem. Uwagi prosimy zgłaszać przy odbiorze.',
  }))
}
