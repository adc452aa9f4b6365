import { domainOf } from '../../shared/address.ts'
import type { ContractorRow, findHolders as contract, HeldAddress } from '../../shared/contractor.ts'
import type { Input } from '../../shared/route.ts'
import type { Tx } from '../database/work.ts'
import { readAddresses } from './addresses.ts'
import { readTaxIds } from './tax-ids.ts'

/** How many holders are named of one address where many are asked for. */
const FEW = 3

const holdersSql = `
select a.n::int as n, h.* from unnest($1::text[], $2::bool[], $3::text[]) with ordinality a(value, is_domain, domain, n) cross join lateral (
  select id, name, nip, city from contractor
   where id in (select contractor_id from address b where (b.value, b.is_domain) in ((a.value, a.is_domain), (a.domain, true)))
   order by lower(name), id limit $4) h
 order by a.n, lower(h.name), h.id`

const nipSql = 'select id, name, nip, city from contractor where nip = $1 order by lower(name), id limit $2'

/** Who, of those whom the current user sees, has this address, or the domain that it stands in. */
export async function listHolders(tx: Tx, text: string, limit: number): Promise<ContractorRow[]> {
  const [held] = await holdersOf(tx, [text], { field: 'address', limit })
  return held?.contractors ?? []
}

/** The same of many addresses at once, those that somebody has, and of a NIP. */
export async function findHolders(tx: Tx, { addresses, taxId = '' }: Input<typeof contract>['body']) {
  return {
    items: await holdersOf(tx, addresses, { field: 'addresses', limit: FEW }),
    ofTaxId: await holdersOfTaxId(tx, taxId),
  }
}

async function holdersOfTaxId(tx: Tx, taxId: string): Promise<ContractorRow[]> {
  const { nip } = readTaxIds({ taxId })
  return nip ? tx.sql<ContractorRow>(nipSql, [nip, FEW]) : []
}

async function holdersOf(tx: Tx, texts: string[], { field, limit }: { field: string; limit: number }) {
  // Answered as they were asked: a domain with letters of its own is kept in another spelling.
  const asked = texts.flatMap(text => readAddresses([text], field).map(address => ({ ...address, text })))
  const rows = await tx.sql<ContractorRow & { n: number }>(holdersSql, [
    asked.map(one => one.value),
    asked.map(one => one.isDomain),
    asked.map(one => domainOf(one.value)),
    limit,
  ])
  const held = new Map<number, HeldAddress>()
  for (const { n, ...row } of rows) {
    const one = held.get(n) ?? { address: asked[n - 1]?.text ?? '', contractors: [] }
    one.contractors.push(row)
    held.set(n, one)
  }
  return [...held.values()]
}
