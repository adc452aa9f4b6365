import { randomFor } from '../random.ts'
import { accountant } from '../words/tangle-people.ts'
import { accountantAnswers, accountantLetters, askAccountant, vagueLetters } from '../words/tangle-texts.ts'
import { stranger } from './correspondents.ts'
import { answerSubject, inventMessageId } from './message-ids.ts'
import type { Correspondent, PlannedMail } from './planned-mail.ts'
import { after, contractorOf, letterTo, type Tangle } from './tangles.ts'
import { inCase, untold } from './truth.ts'

/** The accountant of five: she names the client's tax number, or answers in a matter, or takes for granted whom she means. */
export function planAccountant(tangle: Tangle, turn: number): PlannedMail[] {
  const { world, random } = tangle
  const contractor = contractorOf(world, random.pick(accountant.clients))
  const theme = 'accountant'
  const from = renata(tangle)
  if (turn % 3 === 0) return [letterTo(tangle, { from, contractor, letter: random.pick(accountantLetters) }, { theme })]
  if (turn % 3 === 1) return inMatter(tangle, from) ?? planAccountant(tangle, 0)
  const truth = untold(contractor.key)
  return [letterTo(tangle, { from, contractor, letter: random.pick(vagueLetters) }, { theme, truth })]
}

/** We write to her about a case of a client and put our mail there; she answers. */
function inMatter(tangle: Tangle, from: Correspondent): PlannedMail[] | null {
  const { world, random, cases, key } = tangle
  const clients: readonly string[] = accountant.clients
  const open = cases.filter(
    ({ contractor, caseFile, conversations }) =>
      clients.includes(contractor.key) && caseFile.audience === null && conversations.flat().length > 2,
  )
  if (open.length === 0) return null
  const { contractor, caseFile, conversations } = random.pick(open)
  const mails = conversations.flat()
  // In the middle of the matter, so that it is open for the answer too.
  const moment = mails[Math.floor(mails.length / 2)]?.sentAt ?? caseFile.opened
  const draft = letterTo(tangle, { from, contractor, letter: askAccountant, at: moment }, { theme: 'accountant' })
  const [us] = draft.to as [Correspondent]
  const asked: PlannedMail = {
    ...draft,
    key: `${key}-asked`,
    from: us,
    to: [from],
    mailbox: us.email,
    caseKey: caseFile.key,
    filedByHand: true,
    messageId: inventMessageId(us, randomFor(world.seed, `id ${key}-asked`)),
    truth: inCase(contractor.key, caseFile.key, null),
  }
  const at = after(asked, tangle)
  if (caseFile.closed && at > caseFile.closed) return null
  const answer = letterTo(
    tangle,
    { from, contractor, letter: random.pick(accountantAnswers), at },
    {
      theme: 'accountant',
      caseKey: caseFile.key,
      answers: asked,
      isQuoting: true,
      subject: answerSubject(asked.subject, from),
      truth: inCase(contractor.key, caseFile.key, asked),
    },
  )
  return [asked, answer]
}

function renata({ world }: Tangle): Correspondent {
  const { firstName, surname, gender, email, firm, phone } = accountant
  const name = `${firstName} ${surname}`
  return { ...stranger({ name, email }, randomFor(world.seed, name)), gender, signature: [name, firm, `tel. ${phone}`] }
}
