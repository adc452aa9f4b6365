import { foldLetters } from '../fold-letters.ts'
import { firstNames } from '../words/first-names.ts'
import { surnames } from '../words/surnames.ts'
import { freshLetters, type Letter, passedOn, passingOn, strangersNote } from '../words/tangle-texts.ts'
import { stranger } from './correspondents.ts'
import { answerSubject, forwardSubject } from './message-ids.ts'
import type { Correspondent, PlannedMail } from './planned-mail.ts'
import { after, contractorOf, letterTo, someContact, someContractor, type Tangle } from './tangles.ts'
import { aboutContractor, inCase, untold } from './truth.ts'

/** Somebody of another contractor in Cc whom the mail program put there; also in the middle of a conversation. */
export function planWrongCopy(tangle: Tangle, turn: number): PlannedMail[] {
  const { incoming, random } = tangle
  const theme = 'wrong-copy'
  const answered = turn % 2 === 1 ? lately(tangle) : null
  const contractor = answered ? contractorOf(tangle.world, answered.contractorKey ?? '') : someContractor(tangle)
  const cc = [someContact(tangle, someContractor(tangle, contractor.key))]
  if (!answered || incoming.length === 0) {
    const from = someContact(tangle, contractor)
    return [letterTo(tangle, { from, contractor, letter: random.pick(freshLetters) }, { theme, cc })]
  }
  const letter: Letter = [
    answerSubject(answered.subject, answered.from),
    'jeszcze jedno: proszę o potwierdzenie odbioru tej wiadomości.',
  ]
  return [
    letterTo(
      tangle,
      { from: answered.from, contractor, letter, at: after(answered, tangle) },
      {
        theme,
        cc,
        to: answered.to,
        mailbox: answered.mailbox,
        answers: answered,
        truth: inCase(contractor.key, answered.caseKey, answered),
      },
    ),
  ]
}

/** A contractor passes on what somebody unknown asked him; and somebody unknown passes on what a contractor wrote. */
export function planForwarded(tangle: Tangle, turn: number): PlannedMail[] {
  const { world, random, key } = tangle
  const theme = 'forward'
  const unknown = someStranger(tangle)
  const contractor = someContractor(tangle)
  const contact = someContact(tangle, contractor)
  const isTheirs = turn % 2 === 0
  const letter = random.pick(isTheirs ? passedOn : freshLetters)
  const original = letterTo(
    { ...tangle, key: `${key}-first` },
    { from: isTheirs ? unknown : contact, contractor, letter },
    {},
  )
  const inside = { ...original, to: [isTheirs ? contact : unknown] }
  const from = isTheirs ? contact : unknown
  const [, ...note] = isTheirs ? random.pick(passingOn) : strangersNote
  return [
    letterTo(
      tangle,
      {
        from,
        contractor,
        letter: [forwardSubject(inside.subject, from), ...note],
        at: after(inside, { ...tangle, world }),
      },
      {
        theme,
        forwards: inside,
        truth: isTheirs ? aboutContractor(contractor.key) : untold(),
        ...(!isTheirs && { kind: 'unknown-sender', contractorKey: null }),
      },
    ),
  ]
}

/** Somebody looks for our address, opens an old mail and answers it with something new. */
export function planOldThread(tangle: Tangle, turn: number): PlannedMail[] {
  const { random, incoming } = tangle
  const old = random.pick(incoming.filter(({ caseKey, from }) => caseKey && from.language === 'pl'))
  const contractor = contractorOf(tangle.world, old.contractorKey ?? '')
  const months = { ...old, sentAt: new Date(old.sentAt.getTime() + random.between(20, 60) * 86_400_000) }
  return [
    letterTo(
      tangle,
      { from: old.from, contractor, letter: random.pick(freshLetters), at: after(months, tangle) },
      { theme: 'old-thread', answers: old, isQuoting: turn % 2 === 0, to: old.to, mailbox: old.mailbox },
    ),
  ]
}

/** A recent enough letter of a case that is open to everybody, to which something may be added the same day. */
function lately({ incoming, random, cases }: Tangle): PlannedMail | null {
  const closing = new Map(
    cases.map(({ caseFile }) => [caseFile.key, caseFile.closed?.getTime() ?? Number.POSITIVE_INFINITY]),
  )
  const found = incoming.filter(
    ({ caseKey, sentAt, from }) =>
      caseKey && from.language === 'pl' && sentAt.getTime() + 3 * 86_400_000 < (closing.get(caseKey) ?? 0),
  )
  return found.length > 0 ? random.pick(found) : null
}

function someStranger({ random }: Tangle): Correspondent {
  const { name: firstName, gender } = random.pick(firstNames)
  const surname = random.pick(surnames)[gender]
  const email = `${foldLetters(firstName)}.${foldLetters(surname)}@${random.pick(['instal-jar.example', 'projekt-os.example', 'bud-ekipa.example'])}`
  return { ...stranger({ name: `${firstName} ${surname}`, email }, random), gender }
}
