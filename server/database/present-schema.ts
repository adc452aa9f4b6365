import type pg from 'pg'
import { migrations } from './migrations.ts'

/** Whether the database has the schema of this program: no migration less, none more. */
export async function hasPresentSchema(client: pg.Client): Promise<boolean> {
  const { rows } = await client.query<{ name: string }>('select name from lupa_migration')
  const there = new Set(rows.map(row => row.name))
  return there.size === migrations.length && migrations.every(one => there.has(one.name))
}
