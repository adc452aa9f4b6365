import { emptySheet } from '../documents/sheet.ts'
import { sheetAsPdf } from '../documents/sheet-as-pdf.ts'
import { borderServer } from '../mail/transport.ts'
import { type Random, randomFor } from '../random.ts'
import { DAY_MS } from '../warsaw-time.ts'
import { ownDomain } from '../words/colleagues.ts'
import { absenceTexts, spoofTexts } from '../words/spoof-texts.ts'
import { stranger } from './correspondents.ts'
import { fill } from './fill.ts'
import { bareSubject } from './message-ids.ts'
import type { Correspondent, PlannedMail } from './planned-mail.ts'
import { looseWords, singleMail, someMoment } from './single-mail.ts'
import { dottedDate } from './spell-date.ts'
import type { World } from './world.ts'

/** The automatic answer of someone who is away, seconds after a mail reached her. */
export function planAutoReply(world: World, key: string, answered: PlannedMail): PlannedMail {
  const random = randomFor(world.seed, key)
  const from = answered.to[0] as Correspondent
  const at = new Date(answered.sentAt.getTime() + random.between(8, 70) * 1000)
  const words = {
    od: dottedDate(new Date(at.getTime() - 3 * DAY_MS)),
    do: dottedDate(new Date(at.getTime() + random.between(2, 9) * DAY_MS)),
    telefon: `+48 62 555 ${random.digits(2)} ${random.digits(2)}`,
  }
  const absence = fill(random.pick(absenceTexts), words, { speaker: from.gender, addressee: 'f' }, random)
  const text =
    from.signature.length > 0
      ? absence
      : `${absence}

${from.name}`
  return singleMail(world, {
    key,
    kind: 'auto-reply',
    at,
    from,
    text,
    to: answered.from,
    subject: `${random.pick(['Automatyczna odpowiedź', 'Odpowiedź automatyczna', 'Autoodpowiedź'])}: ${bareSubject(answered.subject)}`,
    answers: answered,
    threadKey: answered.threadKey,
    extraHeaders: [
      ['Auto-Submitted', 'auto-replied'],
      ['X-Auto-Response-Suppress', 'All'],
      ...(random.chance(0.5) ? [['Precedence', 'bulk'] satisfies [string, string]] : []),
    ],
  })
}

/** The report that a mail of ours could not be delivered, because its address was mistyped. */
export function planBounce(world: World, key: string, original: PlannedMail): PlannedMail {
  const random = randomFor(world.seed, key)
  const from: Correspondent = {
    ...stranger({ name: 'Mail Delivery System', email: `MAILER-DAEMON@${borderServer}` }, random),
    program: 'roundcube',
    transfer: 'utf-8 quoted',
  }
  const recipient = original.to[0]?.email.replace(/.@/, '@') ?? ''
  return singleMail(world, {
    key,
    kind: 'bounce',
    from,
    at: new Date(original.sentAt.getTime() + random.between(2, 50) * 1000),
    to: original.from,
    subject: 'Undelivered Mail Returned to Sender',
    text: `This is the mail system at host ${borderServer}.\n\nI'm sorry to have to inform you that your message could not\nbe delivered to one or more recipients.\n\n<${recipient}>: host said: 550 5.1.1 User unknown`,
    extraHeaders: [['Auto-Submitted', 'auto-replied']],
    verdict: 'none',
    report: { recipient, original },
  })
}

/** A mail of someone who pretends to be a contractor or our own board. */
export function planSpoof(world: World, key: string, index: number): PlannedMail {
  const random = randomFor(world.seed, key)
  const at = someMoment(world, random)
  const { from, verdict } = disguise(world, { index, random })
  const to = random.pick(world.colleagues.filter(({ email }) => email !== from.email))
  const words = looseWords(world, at, random)
  const voices = { speaker: from.gender, addressee: to.gender }
  const chosen = from.email.endsWith(ownDomain)
    ? spoofTexts[2]
    : random.pick([spoofTexts[0], spoofTexts[1], spoofTexts[3]])
  const [subject, ...paragraphs] = chosen.map(text => fill(text, words, voices, random)) as [string, ...string[]]
  const claims = `mail.${from.email.split('@')[1]}; dmarc=pass header.from=${from.email.split('@')[1]}`
  return singleMail(world, {
    key,
    kind: 'spoof',
    at,
    from,
    to,
    subject,
    verdict,
    text: ['Dzień dobry,', ...paragraphs, from.name].join('\n\n'),
    files: subject.startsWith('Zmiana')
      ? [
          {
            name: 'nowe dane do przelewu.pdf',
            type: 'application/pdf',
            bytes: () =>
              sheetAsPdf({
                ...emptySheet,
                title: 'Nowy numer rachunku',
                paragraphs: ['Prosimy o aktualizację danych w systemie.'],
              }),
          },
        ]
      : [],
    extraHeaders: [
      ['Reply-To', `biuro.ksiegowosc.fikcja@${random.pick(['o2.pl', 'gmail.com'])}`],
      ...(random.chance(0.4) ? [['Authentication-Results', claims] satisfies [string, string]] : []),
    ],
  })
}

/** In turn: a known person's own address, a domain that looks like hers, and the head of our board. */
function disguise(
  world: World,
  { index, random }: { index: number; random: Random },
): { from: Correspondent; verdict: PlannedMail['verdict'] } {
  const known = random.pick([...world.contacts.values()].flat().filter(({ emails }) => emails[0]?.endsWith('.example')))
  const email = known.emails[0] ?? ''
  const as = (name: string, address: string): Correspondent => stranger({ name, email: address }, random)
  if (index % 3 === 0) return { from: as(known.name, email), verdict: 'fail' }
  if (index % 3 === 1) return { from: as(known.name, lookAlike(email)), verdict: 'pass' }
  const board = world.colleagues[0] as Correspondent
  return { from: as(board.name, board.email), verdict: 'fail' }
}

/** The same address at a domain that reads alike: one letter doubled, or l for i. */
function lookAlike(email: string): string {
  const [local, domain] = email.split('@') as [string, string]
  const name = domain.replace('.example', '')
  const changed = name.includes('i') ? name.replace('i', 'l') : `${name}${name.at(-1)}`
  return `${local}@${changed}.example`
}
