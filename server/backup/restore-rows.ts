import path from 'node:path'
import pg from 'pg'
import { WrongSetting } from '../wrong-setting.ts'
import { copyIn, copyOut } from './copy-rows.ts'
import type { Manifest } from './manifest.ts'
import { sameWords, type Table, tablesOf } from './tables.ts'

/**
 * Fills a freshly migrated database with the rows of a backup, in one transaction, as its owner, who is no superuser.
 * Row security does not bind the owner while it is not forced, triggers rest, and foreign keys are taken off and put
 * back, which checks each of them once over all rows.
 */
export async function restoreRows(ownerUrl: string, manifest: Manifest, folder: string) {
  const client = new pg.Client({ connectionString: ownerUrl, application_name: 'lupa restore' })
  await client.connect()
  try {
    await client.query(sameWords)
    await client.query('begin')
    const tables = await tablesOf(client)
    refuseOtherTables(tables, manifest)
    const undo = await loosen(client, tables)
    await client.query(`truncate ${tables.map(table => table.name).join(', ')}`)
    for (const stored of manifest.tables) await restoreTable(client, stored, folder)
    await countOn(client, manifest)
    for (const text of undo) await client.query(text)
    await noteRestoring(client, manifest)
    for (const text of await forcing(client, 'force')) await client.query(text)
    await client.query('commit')
    await client.query('analyze')
  } finally {
    await client.end()
  }
}

function refuseOtherTables(tables: Table[], manifest: Manifest) {
  const told = (list: Table[]) => JSON.stringify(list.map(table => [table.name, table.columns]))
  const wanted = manifest.tables.map(({ table, columns }) => ({ name: table, columns }))
  if (told(tables) === told(wanted)) return
  throw new WrongSetting(
    'The tables of this backup are not those of this version; restore it with the Lupa that made it.',
  )
}

async function restoreTable(client: pg.Client, stored: Manifest['tables'][number], folder: string) {
  const table = { name: stored.table, columns: stored.columns }
  const rows = await copyIn(client, table, path.join(folder, stored.name))
  // Written out once more: what stands in the database now is byte for byte what stood there then.
  const again = await copyOut(client, table, null)
  if (rows !== stored.rows || again.rows !== stored.rows || again.sha256 !== stored.sha256)
    throw new WrongSetting(`${stored.table}: ${again.rows} rows came out instead of ${stored.rows}, or others.`)
}

/** New rows get the numbers after the backup's last ones; after its rows' where it holds none: up to 0.2.0 none held the queue's. */
async function countOn(client: pg.Client, { sequences }: Manifest) {
  const { rows } = await client.query<{ text: string }>(
    `select format('select setval(%L, max(%I)) from %s having max(%I) is not null', s.oid::regclass, a.attname, d.refobjid::regclass, a.attname) as text
       from pg_class s join pg_depend d on d.objid = s.oid and d.classid = 'pg_class'::regclass and d.deptype in ('a', 'i')
       join pg_attribute a on a.attrelid = d.refobjid and a.attnum = d.refobjsubid
      where s.relkind = 'S' and s.relnamespace in ('public'::regnamespace, 'graphile_worker'::regnamespace) order by 1`,
  )
  for (const { text } of rows) await client.query(text)
  for (const [name, value] of Object.entries(sequences))
    await client.query('select setval($1::regclass, $2, true)', [name, value])
}

/** Takes off what would stand in the way; answers the statements that put it back, as it was. */
async function loosen(client: pg.Client, tables: Table[]): Promise<string[]> {
  for (const text of await forcing(client, 'no force')) await client.query(text)
  const names = tables.map(table => table.name)
  const { rows: keys } = await client.query<{ off: string; on: string }>(
    `select format('alter table %s drop constraint %I', c.conrelid::regclass, c.conname) as off,
            format('alter table %s add constraint %I %s', c.conrelid::regclass, c.conname, pg_get_constraintdef(c.oid)) as on
       from pg_constraint c where c.contype = 'f' and c.conrelid = any($1::regclass[]) order by 1`,
    [names],
  )
  const { rows: triggers } = await client.query<{ off: string; on: string }>(
    `select format('alter table %s disable trigger %I', t.tgrelid::regclass, t.tgname) as off,
            format('alter table %s enable trigger %I', t.tgrelid::regclass, t.tgname) as on
       from pg_trigger t where not t.tgisinternal and t.tgenabled = 'O' and t.tgrelid = any($1::regclass[]) order by 1`,
    [names],
  )
  const all = [...keys, ...triggers]
  for (const { off } of all) await client.query(off)
  return all.map(one => one.on)
}

/** Statements that let the owner pass by row security, or bind him again as everybody else. */
async function forcing(client: pg.Client, word: 'force' | 'no force'): Promise<string[]> {
  const { rows } = await client.query<{ text: string }>(
    `select format('alter table %s ${word} row level security', c.oid::regclass) as text from pg_class c
      where c.relkind = 'r' and c.relrowsecurity and c.relnamespace = 'public'::regnamespace order by 1`,
  )
  return rows.map(row => row.text)
}

/** The log says itself that what followed in it is lost. */
async function noteRestoring(client: pg.Client, { madeAt, version }: Manifest) {
  await client.query(
    `insert into audit_entry (user_id, verb, object_type, object_id, details)
     values (null, 'restored', 'company', '00000000-0000-0000-0000-000000000000', $1)`,
    [JSON.stringify({ madeAt, version })],
  )
}
