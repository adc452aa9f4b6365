import { randomFor } from '../random.ts'
import type { PlannedCase } from './plan-cases.ts'
import type { PlannedMail } from './planned-mail.ts'
import { planAccountant } from './tangle-accountant.ts'
import { planForwarded, planOldThread, planWrongCopy } from './tangle-habits.ts'
import { planGroup, planLeaver } from './tangle-people.ts'
import type { Tangle } from './tangles.ts'
import type { World } from './world.ts'

const plans: ((tangle: Tangle, turn: number) => PlannedMail[])[] = [
  planGroup,
  planLeaver,
  planAccountant,
  planWrongCopy,
  planForwarded,
  planOldThread,
]

/**
 * So many mails that addresses alone would put into the wrong file: shared domains, people who changed the employer, an
 * accountant of five, slips in Cc, forwards, and old threads taken for something new.
 */
export function planTangles(world: World, cases: PlannedCase[], letters: PlannedMail[], count: number): PlannedMail[] {
  const open = new Set(world.contractors.filter(({ audience }) => audience === 'everyone').map(({ key }) => key))
  const incoming = letters.filter(
    ({ from, contractorKey, sentAt }) =>
      !from.isColleague && open.has(contractorKey ?? '') && sentAt.getTime() < world.latest.getTime() - 3 * 86_400_000,
  )
  const mails: PlannedMail[] = []
  for (let index = 0; mails.length < count; index += 1) {
    const key = `tangle-${index + 1}`
    const plan = plans[index % plans.length] as (typeof plans)[number]
    const tangle = { world, key, cases, incoming, random: randomFor(world.seed, key) }
    mails.push(...plan(tangle, Math.floor(index / plans.length)))
  }
  return mails.slice(0, count)
}
