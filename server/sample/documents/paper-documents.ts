import { randomFor } from '../random.ts'
import { wordFor } from '../story/fill.ts'
import type { PlannedFile } from '../story/planned-mail.ts'
import { dottedDate } from '../story/spell-date.ts'
import { type DocumentOrder, docxFile, inFileName, partyLines, pdfFile } from './document-order.ts'
import { type Drawing, page, writePdf } from './pdf.ts'
import { drawPhoto } from './png.ts'
import { emptySheet } from './sheet.ts'

/** A certificate of conformity or of fire resistance. */
export function certificateFile(order: DocumentOrder): PlannedFile {
  const subject = order.weSell ? order.facts.subject.product.nominative : order.facts.subject.material.nominative
  const title = order.random.pick([
    'Atest trudnopalności',
    'Deklaracja zgodności',
    'Atest higieniczny',
    'Karta techniczna',
  ])
  return pdfFile(`${title} ${inFileName(order.weSell ? order.facts.subject.product.code : subject)}`, () => ({
    ...emptySheet,
    title,
    facts: [
      ['Dotyczy', subject],
      ['Wydano', dottedDate(order.at)],
      ['Numer', `AT/${order.facts.words.partia}`],
    ],
    paragraphs: [
      'Badany wyrób spełnia wymagania normy PN-EN 1021-1 oraz PN-EN 1021-2.',
      'Świadectwo jest ważne przez trzy lata, pod warunkiem niezmienionego składu materiału.',
    ],
    footer: 'Laboratorium Badań Mebli, Przykładowo',
  }))
}

/** An insurance policy or an insurer's decision. */
export function policyFile(order: DocumentOrder): PlannedFile {
  const { words } = order.facts
  return pdfFile(`Polisa ${words.polisa}`, () => ({
    ...emptySheet,
    title: `Polisa nr ${words.polisa}`,
    facts: [
      ['Składka', wordFor('netto', words)],
      ['Ważna od', dottedDate(order.facts.agreed)],
    ],
    parties: [
      ['Ubezpieczający', partyLines(order.ours)],
      ['Agent', partyLines(order.theirs)],
    ],
    paragraphs: [
      'Przedmiot ubezpieczenia: budynki, maszyny i zapasy. Zakres: ogień, powódź, kradzież z włamaniem, szkody w transporcie.',
    ],
  }))
}

/** Minutes of a meeting, or a note of advice. */
export function minutesFile(order: DocumentOrder): PlannedFile {
  const { words } = order.facts
  const title =
    order.scenario === 'legal-opinion'
      ? `Opinia do umowy ${words.umowa}`
      : `Notatka ze spotkania ${dottedDate(order.at)}`
  return docxFile(inFileName(title).replaceAll('_', ' '), () => ({
    ...emptySheet,
    title,
    parties: [['Uczestnicy', [order.ours.name, order.theirs.name]]],
    paragraphs: [
      '1. Omówiono realizację bieżących zamówień i terminy dostaw.',
      `2. Rabat na poziomie ${words.rabat} zostaje do końca roku.`,
      `3. Reklamacje będą rozpatrywane w ciągu pięciu dni roboczych.`,
      `4. Następne spotkanie: ${words.termin2}.`,
    ],
  }))
}

/** A floor plan as a PDF drawing. */
export function planFile(order: DocumentOrder): PlannedFile {
  const { random } = order
  const name =
    order.scenario === 'tender'
      ? 'Opis przedmiotu zamówienia'
      : order.scenario === 'lease'
        ? 'Plan hali B'
        : random.pick(['Rzut parteru', 'Rzut piętra', 'Aranżacja'])
  const rows = random.between(2, 5)
  const columns = random.between(3, 6)
  const drawings: Drawing[] = [
    { kind: 'text', x: 50, y: 780, size: 16, bold: true, text: `${name} – ${order.theirs.name}` },
    {
      kind: 'text',
      x: 50,
      y: 760,
      size: 9,
      text: `Pozycja: ${order.facts.words.towary}, ${order.facts.words.ilosc} szt. Wymiary w centymetrach. Skala 1:50.`,
    },
    { kind: 'box', x: 50, y: 140, width: page.width - 100, height: 590 },
  ]
  for (let index = 0; index < rows * columns; index += 1) {
    const x = 75 + (index % columns) * (460 / columns)
    const y = 180 + Math.floor(index / columns) * (520 / rows)
    drawings.push(
      { kind: 'box', x, y, width: 300 / columns, height: 220 / rows, grey: 0.85 },
      { kind: 'text', x: x + 4, y: y + 6, size: 8, text: `M${index + 1}` },
    )
  }
  return { name: `${name}.pdf`, type: 'application/pdf', bytes: () => writePdf([drawings], name) }
}

/** A photograph of something broken. */
export function photoFile(order: DocumentOrder): PlannedFile {
  const stamp = `${dottedDate(order.at).split('.').reverse().join('')}_${two(order.random.between(7, 15))}${two(order.random.between(0, 59))}${two(order.random.between(0, 59))}`
  const scene = order.random.hex(16)
  return {
    name: order.random.pick([
      `IMG_${stamp}.png`,
      `zdjęcie ${order.random.between(1, 9)}.png`,
      `WhatsApp Image ${stamp}.png`,
    ]),
    type: 'image/png',
    bytes: () => drawPhoto(randomFor(0, scene)),
  }
}

function two(value: number): string {
  return String(value).padStart(2, '0')
}
