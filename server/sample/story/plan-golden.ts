import { makeFiles } from '../documents/make-files.ts'
import { randomFor } from '../random.ts'
import { DAY_MS, HOUR_MS, inWarsaw } from '../warsaw-time.ts'
import { goldenContractor, goldenSteps, goldenSubject } from '../words/golden.ts'
import { products } from '../words/products.ts'
import { inventFacts } from './facts.ts'
import { answerSubject, inventMessageId } from './message-ids.ts'
import type { PlannedCase } from './plan-cases.ts'
import type { PlannedMail } from './planned-mail.ts'
import { inventSubject } from './subject.ts'
import { inCase } from './truth.ts'
import { deskOf, ourParty, partyOf, type World } from './world.ts'
import { writeText } from './write-text.ts'

/** How long before the present each mail of the complaint was written. */
const hoursAgo = [150, 146, 123, 98, 75, 50, 27, 0.4]

/** Plans the newest conversation: Anna Kowal's complaint, whose last mail is the newest of all. */
export function planGoldenComplaint(world: World): PlannedCase {
  const contractor = world.contractors.find(({ key }) => key === goldenContractor)
  const anna = world.contacts.get(goldenContractor)?.[0]
  const orion = products.find(({ code }) => code === 'KR-OR')
  if (!contractor || !anna || !orion) throw new Error('The demonstration lacks its people')
  const random = randomFor(world.seed, 'golden complaint')
  const times = officeTimes(world.now)
  const opened = times[0] ?? world.now
  const tools = { random, numbering: world.numbering, product: orion }
  const facts = inventFacts(inventSubject(contractor, opened, tools), opened, tools)
  const theirs = world.voiceOf(anna)
  const mails: PlannedMail[] = []
  goldenSteps.forEach((step, index) => {
    const previous = mails.at(-1) ?? null
    const ours = deskOf(world, contractor, step.desk ?? 'sales')
    const isByUs = step.by === 'us'
    const from = isByUs ? ours : theirs
    const to = isByUs ? theirs : index === 0 ? ours : (mails.findLast(mail => mail.from.isColleague)?.from ?? ours)
    const at = times[index] ?? world.now
    const service = deskOf(world, contractor, 'service')
    const key = `case-kowal-12-${index + 1}`
    mails.push({
      key,
      kind: 'thread',
      theme: 'conversation',
      truth: inCase(contractor.key, 'case-kowal-12', previous),
      from,
      sentAt: at,
      to: [to],
      cc: index === 0 ? [service] : [],
      mailbox: isByUs ? from.email : to.email,
      contractorKey: contractor.key,
      alsoContractorKeys: [],
      caseKey: 'case-kowal-12',
      filedByHand: index === 0,
      threadKey: 'case-kowal-12-complaint',
      subject: previous ? answerSubject(previous.subject, from) : goldenSubject,
      text: writeText({
        paragraphs: step.body,
        words: facts.words,
        from,
        to,
        at,
        position: index,
        language: 'pl',
        random,
        isFixed: true,
      }),
      files: makeFiles(step.files, {
        facts,
        at,
        random,
        scenario: 'damage',
        ours: ourParty,
        theirs: partyOf(world, contractor),
        weSell: true,
        byUs: isByUs,
        language: 'pl',
      }),
      messageId: inventMessageId(from, randomFor(world.seed, `id ${key}`)),
      answers: previous,
      isQuoting: true,
      forwards: null,
      extraHeaders: [],
      verdict: 'pass',
    })
  })
  return {
    contractor,
    facts,
    conversations: [mails],
    caseFile: {
      key: 'case-kowal-12',
      title: goldenSubject,
      contractorKey: contractor.key,
      opened,
      closed: null,
      audience: null,
      manager: deskOf(world, contractor, 'service').email,
    },
  }
}

/** The times of these mails: the last one is fresh, the earlier ones move back into office hours. */
function officeTimes(now: Date): Date[] {
  const times: Date[] = []
  let next = Number.POSITIVE_INFINITY
  for (const hours of hoursAgo.toReversed()) {
    let at = Math.min(now.getTime() - hours * HOUR_MS, next - 0.75 * HOUR_MS)
    if (times.length > 0) at = backIntoOfficeHours(at)
    times.unshift(new Date(Math.floor(at / 1000) * 1000))
    next = at
  }
  return times
}

function backIntoOfficeHours(time: number): number {
  const { hour, weekday } = inWarsaw(new Date(time))
  if (weekday === 0 || weekday === 6) return backIntoOfficeHours(time - DAY_MS)
  if (hour < 8) return backIntoOfficeHours(time - (hour + 9) * HOUR_MS)
  return hour > 16 ? time - (hour - 15) * HOUR_MS : time
}
