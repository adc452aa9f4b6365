import type pg from 'pg'

/** Every place in the database where a text holds some words, whatever the column is: table, column, and the row. */
export async function placesOf(pool: pg.Pool, words: string): Promise<{ place: string; row: string }[]> {
  const { rows: columns } = await pool.query<{ schema: string; table: string; column: string }>(
    `select n.nspname as schema, c.relname as table, a.attname as column
       from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid
      where c.relkind in ('r', 'p') and n.nspname in ('public', 'graphile_worker') and a.attnum > 0 and not a.attisdropped
        and format_type(a.atttypid, null) in ('text', 'text[]', 'character varying', 'jsonb', 'json', 'tsvector', 'bytea')`,
  )
  const found: { place: string; row: string }[] = []
  for (const { schema, table, column } of columns) {
    // What is written of itself in bytes is looked at as bytes, so that a sealed secret is not taken for text.
    const text = `select to_jsonb(t)::text as row from "${schema}"."${table}" t
                   where position(lower($1) in lower(t."${column}"::text)) > 0
                      or position(encode(convert_to($1, 'UTF8'), 'hex') in t."${column}"::text) > 0`
    const { rows } = await pool.query<{ row: string }>(text, [words])
    found.push(...rows.map(({ row }) => ({ place: `${table}.${column}`, row })))
  }
  return found
}
