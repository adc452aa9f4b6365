import type { Counts } from '../../../shared/finding.ts'
import type { Item, Rules } from './company.ts'
import { liesIn } from './shown.ts'

/** What the counts beside a search say, as the server answers and as the model says; cases by their reference. */
export function countsIn({ body }: { body: Counts }) {
  return {
    amount: body.amount,
    isMore: body.isMore,
    kinds: sorted(Object.entries(body.kinds).map(([kind, amount = 0]) => [kind, amount])),
    contractors: sorted(body.contractors.map(({ name, amount }) => [name, amount])),
    cases: sorted(body.cases.map(({ name, amount }) => [name.split(' ')[0] ?? '', amount])),
    years: Object.values(body.years).reduce((sum, amount) => sum + amount, 0),
  }
}

export function countsOf(rules: Rules, finds: Item[]): ReturnType<typeof countsIn> {
  const amountOf = (isMeant: (item: Item) => boolean) => finds.filter(isMeant).length
  const kinds = [...new Set(finds.map(({ thing }) => thing.kind))]
  return {
    amount: finds.length,
    isMore: false,
    kinds: sorted(kinds.map(kind => [kind, amountOf(({ thing }) => thing.kind === kind)])),
    contractors: sorted(rules.contractors.map(one => [one.name, amountOf(item => item.contractor === one)])),
    cases: sorted(rules.cases.map(kase => [kase.reference, amountOf(item => liesIn(rules, item, kase))])),
    years: finds.length,
  }
}

function sorted(counts: [name: string, amount: number][]) {
  return counts.filter(([, amount]) => amount > 0).toSorted(([one], [other]) => (one < other ? -1 : 1))
}
