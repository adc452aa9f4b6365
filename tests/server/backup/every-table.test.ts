import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { afterAll, expect, it } from 'vitest'
import { backUp } from '../../../server/backup/back-up.ts'
import type { Manifest } from '../../../server/backup/manifest.ts'
import { restoreBackup } from '../../../server/backup/restore-backup.ts'
import { readConfig } from '../../../server/config.ts'
import { readSecrets } from '../../../server/database/secrets.ts'
import { emptyDatabase } from '../../support/empty-database.ts'
import { openTestHouse } from '../../support/house.ts'
import { BACKUP_PASSWORD } from '../../support/postgres.ts'
import { hirePeople, oneOfEach } from '../matrix/fixtures.ts'
import { fillTheRest } from './every-row.ts'

const test = await openTestHouse()
const folder = mkdtempSync(path.join(tmpdir(), 'lupa-every-table-'))
afterAll(() => rmSync(folder, { recursive: true }))

it('brings back every table that there is, each with what was in it', { timeout: 180_000 }, async () => {
  const people = await hirePeople(test)
  const ids = await oneOfEach(test, people, people.owner)
  await fillTheRest(test, ids)
  const { dataFolder } = test.house.config
  readSecrets(dataFolder)
  const backupUrl = Object.assign(new URL(test.house.appUrl), { username: 'lupa_backup', password: BACKUP_PASSWORD })
  const source = { backupUrl: backupUrl.href, dataFolder, blobs: test.house.blobs, now: () => new Date() }

  const { name, manifest } = await backUp(source, folder, { keep: 1 })
  if (process.env.LUPA_STORE_UPGRADE) cpSync(folder, process.env.LUPA_STORE_UPGRADE, { recursive: true })
  const outside = await emptyDatabase()
  const config = readConfig({ LUPA_DATA: path.join(folder, 'restored'), ...outside.environment })
  await restoreBackup(config, path.join(folder, name), { without: new Set(manifest.faults), tell: () => undefined })

  // Whoever adds a table adds a row of it to `every-row.ts`, or what is lost on the way would be lost unseen.
  expect(manifest.tables.filter(one => one.rows === 0).map(one => one.table)).toEqual([])
  const copy = new pg.Client(outside.superUrl)
  await copy.connect()
  const restored = await rowsIn(copy)
  const numbers = await numbersIn(copy)
  await copy.end()
  await outside.drop()
  // That it was restored is one entry more, which waits to be chained.
  expect(restored).toEqual(
    rowsOf(manifest).map(([table, rows]) => [table, rows + Number(/audit_(entry|tail)$/.test(table))]),
  )
  // Else what comes next would bear the number of what is there already.
  expect(Object.keys(numbers)).toEqual(Object.keys(manifest.sequences))
  expect(Object.keys(numbers)).toEqual(Object.keys(await numbersIn(test.asSuper)))
  for (const [name, value] of Object.entries(manifest.sequences))
    expect(BigInt(numbers[name] ?? 0), name).toBeGreaterThanOrEqual(BigInt(value))
})

function rowsOf({ tables }: Manifest): [string, number][] {
  return tables.map(one => [one.table, one.rows])
}

/** How many rows each table holds, of those that hold what people did: asked of the database, not of the backup's own list. */
async function rowsIn(client: pg.Client): Promise<[string, number][]> {
  const { rows } = await client.query<{ name: string; rows: number }>(
    `select schemaname || '.' || tablename as name,
            (xpath('/row/c/text()', query_to_xml(format('select count(*) as c from %I.%I', schemaname, tablename), false, true, '')))[1]::text::int as rows
       from pg_tables where schemaname = 'public' and tablename <> 'lupa_migration'
          or schemaname = 'graphile_worker' and tablename in ('_private_jobs', '_private_job_queues', '_private_tasks') order by 1`,
  )
  return rows.map(row => [row.name, row.rows])
}

/** The last number that each sequence gave. */
async function numbersIn(client: pg.Client | pg.Pool): Promise<Record<string, string>> {
  const { rows } = await client.query<{ name: string; value: string }>(
    `select schemaname || '.' || sequencename as name, last_value::text as value from pg_sequences where last_value is not null
      and schemaname in ('public', 'graphile_worker') order by 1`,
  )
  return Object.fromEntries(rows.map(row => [row.name, row.value]))
}
