import { randomFor } from '../random.ts'
import type { SampleContractor, SampleMailKind } from '../sample-types.ts'
import { type PlannedCase, planGoldenCases, planOtherCases } from './plan-cases.ts'
import { planCircular, planLooseConversation } from './plan-circulars.ts'
import { planGoldenComplaint } from './plan-golden.ts'
import { planInternal } from './plan-internal.ts'
import { planAutoReply, planBounce, planSpoof } from './plan-machine-mail.ts'
import { planNewsletter, planPrivate, planUnknown } from './plan-noise.ts'
import { planTangles } from './plan-tangles.ts'
import type { PlannedMail } from './planned-mail.ts'
import type { World } from './world.ts'

const OTHER_CASES = 108
const CIRCULARS_SHARE = 0.005
/** Mails that addresses alone would put into the wrong file. */
const TANGLES_SHARE = 0.05

/** Which part of all mails is not a conversation with a contractor. */
const shares: Record<Exclude<SampleMailKind, 'thread'>, number> = {
  newsletter: 0.055,
  'auto-reply': 0.024,
  internal: 0.066,
  spoof: 0.008,
  'unknown-sender': 0.038,
  bounce: 0.01,
  private: 0.015,
}

/** Plans all cases, and exactly so many mails, oldest first. */
export function planMails(world: World, count: number): { cases: PlannedCase[]; mails: PlannedMail[] } {
  const golden = planGoldenComplaint(world)
  const cases = [golden, ...planGoldenCases(world), ...planOtherCases(world, OTHER_CASES)]
  const wanted = (kind: keyof typeof shares) => Math.round(shares[kind] * count)
  const others = Object.keys(shares).reduce((sum, kind) => sum + wanted(kind as keyof typeof shares), 0)
  const tangled = Math.round(TANGLES_SHARE * count)
  const letters = planLetters(world, cases, count - others - tangled)
  const tangles = planTangles(world, cases, letters, tangled)
  const repeat = (kind: keyof typeof shares, plan: (key: string, index: number) => PlannedMail) =>
    Array.from({ length: wanted(kind) }, (_, index) => plan(`${kind}-${index + 1}`, index))

  const earlier = letters.filter(mail => mail.sentAt.getTime() < world.latest.getTime() - 3_600_000)
  const sent = randomFor(world.seed, 'answered').shuffle(
    earlier.filter(mail => mail.from.isColleague && mail.to.length === 1),
  )
  const incoming = earlier.filter(mail => !mail.from.isColleague)
  const noise = [
    ...repeat('newsletter', key => planNewsletter(world, key)),
    ...repeat('internal', key => planInternal(world, key, incoming)),
    ...repeat('unknown-sender', key => planUnknown(world, key)),
    ...repeat('private', key => planPrivate(world, key)),
    ...repeat('spoof', (key, index) => planSpoof(world, key, index)),
    ...repeat('auto-reply', (key, index) => planAutoReply(world, key, sent[index % sent.length] as PlannedMail)),
    ...repeat('bounce', (key, index) => planBounce(world, key, sent[(index + 400) % sent.length] as PlannedMail)),
  ]
  return { cases, mails: inOrder([...letters, ...tangles, ...noise]) }
}

/** Whole conversations until enough mails are planned: the complaint, then cases, circulars, and conversations outside cases. */
function planLetters(world: World, cases: PlannedCase[], wanted: number): PlannedMail[] {
  const random = randomFor(world.seed, 'order of conversations')
  const [golden, ...others] = cases.map(({ conversations }) => conversations.flat())
  const circulars = Array.from({ length: Math.round(wanted * CIRCULARS_SHARE) }, (_, index) =>
    planCircular(world, `circular-${index + 1}`),
  )
  const mails = [...(golden ?? []), ...circulars]
  for (const conversation of random.shuffle(others)) mails.push(...conversation)
  for (const contractor of quietContractors(world, mails))
    mails.push(...planLooseConversation(world, `quiet-${contractor.key}`, contractor))
  for (let index = 1; mails.length < wanted; index += 1) mails.push(...planLooseConversation(world, `loose-${index}`))
  return mails.slice(0, wanted)
}

function inOrder(mails: PlannedMail[]): PlannedMail[] {
  return mails.toSorted((one, other) => one.sentAt.getTime() - other.sentAt.getTime() || (one.key < other.key ? -1 : 1))
}

/** Contractors with hardly any mail; each gets a conversation, so that no file is empty. */
function quietContractors(world: World, mails: PlannedMail[]): SampleContractor[] {
  return world.contractors.filter(({ key }) => mails.filter(({ contractorKey }) => contractorKey === key).length < 10)
}
