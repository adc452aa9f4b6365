import { domainOf, isFreeMail } from '../../shared/address.ts'
import type { ContractorRow } from '../../shared/contractor.ts'
import type { DuplicatePair } from '../../shared/contractor-merge.ts'
import type { Tx } from '../database/work.ts'

const MOST_PAIRS = 100
/** How alike two names are whose files may be one, 0 to 1 (pg_trgm). */
const ALIKE = 0.6

type Reason = DuplicatePair['reasons'][number]

/** With how many of those that follow it in the alphabet a name is compared. */
const NEIGHBOURS = 25

// Names that begin alike stand near each other in the alphabet. Each meets its neighbours alone, so that the work grows
// with the number of names and not with its square, also where thousands begin with the same word. Gathered by a window:
// a join would be planned as if there were few.
const alikeNames = `
with known as (
  select id, name, array_agg(id) over next_ones as ids, array_agg(name) over next_ones as names
    from (select c.id, lower(unaccent(c.name)) as name from contractor c) named
  window next_ones as (order by name collate "C", id rows between 1 following and ${NEIGHBOURS} following)),
met as materialized (
  select least(k.id, n.id) as one, greatest(k.id, n.id) as other, similarity(k.name, n.name) as alike
    from known k cross join lateral unnest(k.ids, k.names) n(id, name) where left(k.name, 3) = left(n.name, 3))
select one, other from met where alike >= $1 order by alike desc, 1, 2 limit $2`

const sameNip = `
select a.id as one, b.id as other from contractor a join contractor b on a.nip = b.nip and a.id < b.id order by 1, 2 limit $1`

/** Pairs of contractors that may be one, of those whom the current user sees; the most and surest reasons first. */
export async function findDuplicates(tx: Tx): Promise<DuplicatePair[]> {
  const pairs = new Map<string, { ids: [string, string]; reasons: Set<Reason> }>()
  const note = (reason: Reason) => (row: { one: string; other: string }) => {
    const key = `${row.one} ${row.other}`
    const pair = pairs.get(key) ?? { ids: [row.one, row.other], reasons: new Set() }
    pairs.set(key, { ...pair, reasons: pair.reasons.add(reason) })
  }
  for (const row of await tx.sql<{ one: string; other: string }>(sameNip, [MOST_PAIRS])) note('taxId')(row)
  for (const row of await sameDomains(tx)) note('domain')(row)
  for (const row of await tx.sql<{ one: string; other: string }>(alikeNames, [ALIKE, MOST_PAIRS])) note('name')(row)
  const found = [...pairs.values()]
    .toSorted((one, other) => weight(other.reasons) - weight(one.reasons))
    .slice(0, MOST_PAIRS)
  const rows = await tx.sql<ContractorRow>('select id, name, nip, city from contractor where id = any($1)', [
    found.flatMap(pair => pair.ids),
  ])
  const byId = new Map(rows.map(row => [row.id, row]))
  return found.flatMap(({ ids, reasons }) => {
    const [one, other] = [byId.get(ids[0]), byId.get(ids[1])]
    return one && other ? [{ one, other, reasons: [...reasons] }] : []
  })
}

/** A domain of many belongs to a group of companies or to a portal, and proves nothing. */
const FEW = 3

async function sameDomains(tx: Tx): Promise<{ one: string; other: string }[]> {
  const rows = await tx.sql<{ domain: string; contractors: string[] }>(
    `select split_part(value, '@', case when is_domain then 1 else 2 end) as domain, array_agg(distinct contractor_id order by contractor_id) as contractors
       from address group by 1 having count(distinct contractor_id) between 2 and $1`,
    [FEW],
  )
  return rows
    .filter(row => !isFreeMail(domainOf(row.domain)))
    .flatMap(({ contractors }) =>
      contractors.flatMap((one, index) => contractors.slice(index + 1).map(other => ({ one, other }))),
    )
    .slice(0, MOST_PAIRS)
}

function weight(reasons: Set<Reason>): number {
  return (reasons.has('taxId') ? 4 : 0) + (reasons.has('name') ? 2 : 0) + (reasons.has('domain') ? 1 : 0)
}
