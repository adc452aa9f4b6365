import type pg from 'pg'

// Of those alone whom the database has forgotten: where a tombstone lies, what stands is what the erasure kept.
const backSql = `
with forgotten as (
  select m.hash from unnest($1::text[]) m(hash) where not exists (select from tombstone t where encode(t.address_hash, 'hex') = m.hash)),
known as (
  select a.value from address a where not a.is_domain union select a.address from message_address a union select f.address from forwarded_sender f)
select k.value as address from known k cross join person_salt s
 where exists (select from forgotten) and encode(sha256(s.salt || convert_to(k.value, 'UTF8')), 'hex') in (select f.hash from forgotten f) order by 1 limit 100`

/** Addresses of people who were erased, by their hashes, and who stand in the database again. */
export async function findReturned(client: pg.ClientBase, erased: string[]): Promise<string[]> {
  const { rows } = await client.query<{ address: string }>(backSql, [erased])
  return rows.map(row => row.address)
}
