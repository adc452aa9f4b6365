import { emptySheet } from '../documents/sheet.ts'
import { sheetAsPdf } from '../documents/sheet-as-pdf.ts'
import { foldLetters } from '../fold-letters.ts'
import { randomFor } from '../random.ts'
import { firstNames } from '../words/first-names.ts'
import { newsletters, privateTexts, unknownTexts } from '../words/noise-texts.ts'
import { surnames } from '../words/surnames.ts'
import { stranger } from './correspondents.ts'
import { fill } from './fill.ts'
import type { Correspondent, PlannedFile, PlannedMail } from './planned-mail.ts'
import { looseWords, singleMail, someMoment } from './single-mail.ts'
import type { World } from './world.ts'
import { writeText } from './write-text.ts'

/** A newsletter to one of us. */
export function planNewsletter(world: World, key: string): PlannedMail {
  const random = randomFor(world.seed, key)
  const at = someMoment(world, random)
  const sender = random.pick(newsletters)
  const from: Correspondent = {
    ...stranger({ name: sender.name, email: sender.email }, random),
    program: 'gmail',
    transfer: 'utf-8 quoted',
  }
  const subject = random.pick(sender.subjects).replace('{numer}', String(random.between(12, 90)))
  const lines = random.shuffle(sender.lines).slice(0, random.between(2, 4))
  const text = [
    'Dzień dobry!',
    ...lines,
    `Otrzymują Państwo tę wiadomość, ponieważ adres znajduje się na liście odbiorców. Rezygnacja: https://www.${sender.email.split('@')[1]}/rezygnacja/${random.hex(12)}`,
  ].join('\n\n')
  return singleMail(world, {
    key,
    kind: 'newsletter',
    at,
    from,
    to: random.pick(world.colleagues),
    subject,
    text,
    extraHeaders: [
      ['List-Id', sender.list],
      ['List-Unsubscribe', `<https://www.${sender.email.split('@')[1]}/rezygnacja/${random.hex(12)}>`],
      ['List-Unsubscribe-Post', 'List-Unsubscribe=One-Click'],
      ['Precedence', 'bulk'],
    ],
  })
}

/** A first mail of someone nobody knows. */
export function planUnknown(world: World, key: string): PlannedMail {
  const random = randomFor(world.seed, key)
  const at = someMoment(world, random)
  const { name: firstName, gender } = random.pick(firstNames)
  const surname = random.pick(surnames)[gender]
  const domain = random.pick([
    'wp.pl',
    'gmail.com',
    'onet.pl',
    'biuro-rozwoju.example',
    'energia-plus.example',
    'spedycja-orlik.example',
    'bistro-mak.example',
  ])
  const local = `${foldLetters(firstName)}.${foldLetters(surname)}`
  const isFree = !domain.endsWith('.example')
  const from = stranger(
    { name: `${firstName} ${surname}`, email: `${local}${isFree ? '.fikcja' : ''}@${domain}` },
    random,
  )
  const [subject, ...paragraphs] = random.pick(unknownTexts)
  const to = random.pick(world.colleagues)
  const words = looseWords(world, at, random)
  const hasPaper = subject.startsWith('Aplikacja') || subject.startsWith('Audyt')
  return singleMail(world, {
    key,
    kind: 'unknown-sender',
    at,
    from,
    to,
    subject,
    text: writeText({ paragraphs, words, from, to, at, position: 0, language: 'pl', random }),
    files: hasPaper
      ? [paper(subject.startsWith('Aplikacja') ? `CV ${from.name}` : 'Oferta audytu BHP', paragraphs[0] ?? '')]
      : [],
    verdict: random.pick(['pass', 'none', 'none']),
  })
}

/** A private mail that came to the office. */
export function planPrivate(world: World, key: string): PlannedMail {
  const random = randomFor(world.seed, key)
  const at = someMoment(world, random)
  const { name: firstName, gender } = random.pick(firstNames)
  const from = stranger(
    {
      name: `${firstName} ${random.pick(surnames)[gender]}`,
      email: `${foldLetters(firstName)}.${random.pick(['dom', 'rodzina', 'sasiad'])}.fikcja@${random.pick(['wp.pl', 'gmail.com', 'o2.pl'])}`,
    },
    random,
  )
  const [subject, ...paragraphs] = random.pick(privateTexts)
  const to = random.pick(world.colleagues)
  const words = looseWords(world, at, random)
  const voices = { speaker: gender, addressee: to.gender }
  const text = ['Dzień dobry!', ...paragraphs.map(paragraph => fill(paragraph, words, voices, random)), firstName].join(
    '\n\n',
  )
  return singleMail(world, { key, kind: 'private', at, from, to, subject: fill(subject, words, voices, random), text })
}

function paper(name: string, line: string): PlannedFile {
  return {
    name: `${name}.pdf`,
    type: 'application/pdf',
    bytes: () =>
      sheetAsPdf({ ...emptySheet, title: name, paragraphs: [line.replace(/[[\]<>]/g, '').replaceAll('|', ' ')] }),
  }
}
