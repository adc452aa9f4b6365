import type pg from 'pg'

/** A table that a backup holds, with the columns that are written and not computed. */
export interface Table {
  /** Schema and name, as SQL takes them. */
  name: string
  columns: string[]
}

// Of the queue's tables those that hold jobs; the migrations' own list is in the manifest.
const tablesSql = `
select n.nspname || '.' || c.relname as name, to_jsonb(array_agg(quote_ident(a.attname) order by a.attnum)) as columns
  from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid
 where c.relkind = 'r' and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
   and (n.nspname = 'public' and c.relname <> 'lupa_migration'
     or n.nspname = 'graphile_worker' and c.relname in ('_private_jobs', '_private_job_queues', '_private_tasks'))
 group by n.nspname, c.relname order by 1`

const sequencesSql = `
select schemaname || '.' || sequencename as name, last_value::text as value from pg_sequences
 where schemaname in ('public', 'graphile_worker') and last_value is not null order by 1`

/** Where the name of a blob stands: whoever adds another place adds it here and to `unknown_blobs`. */
export const blobColumns = ['blob.hash', 'arrival.source_hash', 'arrival.origin_hash', 'journal_arrival.source_hash']

const blobsSql = `
select hash, size::text from blob
union select source_hash, null from arrival a where not exists (select from blob b where b.hash = a.source_hash)
union select origin_hash, null from arrival a where origin_hash is not null and not exists (select from blob b where b.hash = a.origin_hash)
union select source_hash, null from journal_arrival j where not exists (select from blob b where b.hash = j.source_hash)
order by 1`

/** Every table that a backup holds. */
export async function tablesOf(client: pg.ClientBase): Promise<Table[]> {
  return (await client.query<Table>(tablesSql)).rows
}

/** The last number given by each sequence. */
export async function sequencesOf(client: pg.ClientBase): Promise<Record<string, string>> {
  const { rows } = await client.query<{ name: string; value: string }>(sequencesSql)
  return Object.fromEntries(rows.map(row => [row.name, row.value]))
}

/** Every blob that a row names, with its size where the rows know it. */
export async function blobsOf(client: pg.ClientBase): Promise<{ hash: string; size: number | null }[]> {
  const { rows } = await client.query<{ hash: string; size: string | null }>(blobsSql)
  return rows.map(row => ({ hash: row.hash, size: row.size === null ? null : Number(row.size) }))
}

/** Makes values be written the same by every PostgreSQL, whatever its settings and the account's. */
export const sameWords = `
set client_encoding to 'UTF8'; set datestyle to 'ISO, YMD'; set intervalstyle to 'postgres'; set timezone to 'UTC';
set bytea_output to 'hex'; set extra_float_digits to 1; set synchronize_seqscans to off; set statement_timeout to 0`
