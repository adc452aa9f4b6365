import { emptySheet } from '../documents/sheet.ts'
import { sheetAsXlsx } from '../documents/sheet-as-xlsx.ts'
import { type Random, randomFor } from '../random.ts'
import { intoOfficeHours } from '../warsaw-time.ts'
import { ownDomain } from '../words/colleagues.ts'
import { internalTexts } from '../words/noise-texts.ts'
import { fill } from './fill.ts'
import { forwardSubject } from './message-ids.ts'
import type { Correspondent, PlannedFile, PlannedMail } from './planned-mail.ts'
import { looseWords, singleMail, someMoment } from './single-mail.ts'
import type { World } from './world.ts'
import { writeText } from './write-text.ts'

/** A mail between colleagues; some pass on what a contractor wrote. */
export function planInternal(world: World, key: string, incoming: PlannedMail[]): PlannedMail {
  const random = randomFor(world.seed, key)
  if (random.chance(0.3) && incoming.length > 0)
    return planForward(world, key, { forwarded: random.pick(incoming), random })
  const at = someMoment(world, random)
  const [subject, ...paragraphs] = random.pick(internalTexts)
  const [from, to, copy] = random.shuffle(world.colleagues) as [Correspondent, Correspondent, Correspondent]
  const words = looseWords(world, at, random)
  const hasSheet = /plan|zestawienie|cennik|premii/i.test(subject)
  return singleMail(world, {
    key,
    kind: 'internal',
    at,
    from,
    to,
    mailbox: to.email,
    cc: random.chance(0.3) ? [copy] : [],
    subject: fill(subject, words, { speaker: from.gender, addressee: to.gender }, random),
    text: writeText({ paragraphs, words, from, to, at, position: 0, language: 'pl', random, isInformal: true }),
    files: hasSheet ? [figures(subject, random)] : [],
  })
}

function planForward(
  world: World,
  key: string,
  { forwarded, random }: { forwarded: PlannedMail; random: Random },
): PlannedMail {
  const from =
    world.colleagues.find(({ email }) => email === forwarded.mailbox) ?? (world.colleagues[0] as Correspondent)
  const to = random.pick(world.colleagues.filter(colleague => colleague !== from))
  const at = intoOfficeHours(new Date(forwarded.sentAt.getTime() + random.between(10, 400) * 60_000), random)
  const paragraphs = [
    random.pick([
      'Przekazuję do wiadomości.',
      'Czy możesz się tym zająć?',
      'Proszę o opinię, zanim odpiszę.',
      'To chyba do Ciebie.',
      'Do sprawdzenia w wolnej chwili.',
    ]),
  ]
  return singleMail(world, {
    key,
    kind: 'internal',
    from,
    to,
    mailbox: to.email,
    at: at.getTime() > world.latest.getTime() ? world.latest : at,
    subject: forwardSubject(forwarded.subject, from),
    text: writeText({ paragraphs, words: {}, from, to, at, position: 0, language: 'pl', random, isInformal: true }),
    forwards: forwarded,
    files: forwarded.files,
  })
}

function figures(subject: string, random: Random): PlannedFile {
  const rows = Array.from({ length: random.between(6, 20) }, (_, index) => [
    `Pozycja ${index + 1}`,
    random.between(1, 90),
    random.between(100, 90_000) / 100,
  ])
  return {
    name: `${subject}.xlsx`.replace(/\{\w+\}/g, ''),
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    bytes: () =>
      sheetAsXlsx({
        ...emptySheet,
        title: subject,
        facts: [['Domena', ownDomain]],
        table: { columns: ['Nazwa', 'Ilość', 'Wartość'], rows },
      }),
  }
}
