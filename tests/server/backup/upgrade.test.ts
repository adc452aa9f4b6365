import { cpSync, mkdirSync, readdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import pg from 'pg'
import { afterAll, expect, it } from 'vitest'
import { listBackups, type Manifest, readManifest } from '../../../server/backup/manifest.ts'
import { restoreRows } from '../../../server/backup/restore-rows.ts'
import { sameWords } from '../../../server/backup/tables.ts'
import { startEmbedded } from '../../../server/database/embedded.ts'
import { migrate } from '../../../server/database/migrate.ts'
import { migrations } from '../../../server/database/migrations.ts'
import { readSecrets, type Secrets } from '../../../server/database/secrets.ts'
import { lupa } from '../../support/command-line.ts'
import { freshDataFolder } from '../../support/data-folder.ts'

const stored = path.resolve(import.meta.dirname, '../../upgrade')
const names = readdirSync(stored, { withFileTypes: true })
  .filter(entry => entry.isDirectory())
  .map(entry => entry.name)
const folder = freshDataFolder('upgrade')
afterAll(() => rmSync(folder, { recursive: true }))

async function command(words: string[], environment: Record<string, string>): Promise<string> {
  const run = lupa(words, environment)
  expect(await run.ended, run.output()).toBe(0)
  return run.output()
}

/** Moves with the act of restoring itself. */
const isMoving = (table: string) => /audit_(entry|tail)$/.test(table)

/** Tables of which a migration since has changed what was in them; whoever does so names them here. */
const rewritten: string[] = [
  // 0322: words of activities are made anew, with those of their comments.
  'public.item_text',
]

/** A data folder as a Lupa of then left it: its tables, its rows, its files. Answers what the rows say. */
async function oldInstallation(home: string, dataFolder: string) {
  mkdirSync(dataFolder)
  for (const name of ['secrets.json', 'audit'])
    cpSync(path.join(home, name), path.join(dataFolder, name), { recursive: true })
  cpSync(path.join(home, '../blobs'), path.join(dataFolder, 'blobs'), { recursive: true })
  return withDatabase(dataFolder, async (url, secrets) => {
    const passwords = { app: secrets.appPassword, jobs: secrets.jobsPassword, backup: secrets.backupPassword }
    const manifest = readManifest(home)
    await migrate(url.owner, passwords, { only: manifest.migrations })
    await restoreRows(url.owner, manifest, home)
    return tablesNow(manifest, url.all)
  })
}

async function withDatabase<Result>(
  dataFolder: string,
  act: (url: { owner: string; all: string }, secrets: Secrets) => Promise<Result>,
): Promise<Result> {
  const secrets = readSecrets(dataFolder)
  const embedded = await startEmbedded({ dataFolder, password: secrets.databasePassword })
  const all = Object.assign(new URL(embedded.superUrl), { pathname: '/lupa' }).href
  try {
    return await act({ owner: embedded.ownerUrl, all }, secrets)
  } finally {
    await embedded.stop()
  }
}

/** How many rows each of those tables holds now, and what the columns of then say, in whichever order the rows lie. */
async function tablesNow({ tables }: Manifest, url: string) {
  const client = new pg.Client(url)
  await client.connect()
  await client.query(sameWords)
  const found: [string, number][] = []
  const words: Record<string, string> = {}
  for (const { table, columns } of tables) {
    const { rows } = await client.query<{ n: number }>(`select count(*)::int as n from ${table}`)
    found.push([table, rows[0]?.n ?? 0])
    if (isMoving(table) || rewritten.includes(table)) continue
    const said = await client.query<{ words: string }>(
      `select md5(string_agg(row::text, ';' order by row::text)) as words from (select ${columns.join(', ')} from ${table}) row`,
    )
    words[table] = said.rows[0]?.words ?? ''
  }
  await client.end()
  return { found, words }
}

/** Something to do that has waited for long, as an upgrade of an hour leaves it: such a service is ready once it is worked off. */
async function leaveWork(url: string) {
  const client = new pg.Client(url)
  await client.connect()
  await client.query(
    `select graphile_worker.add_job('read-document', json_build_object('id', gen_random_uuid()), run_at => now() - interval '1 hour')`,
  )
  await client.end()
}

it.each(names)(
  'starts on a data folder of version %s, in its place, and loses no row',
  { timeout: 240_000 },
  async version => {
    const home = path.join(stored, version, listBackups(path.join(stored, version)).whole[0] ?? '')
    const manifest = readManifest(home)
    const here = { LUPA_DATA: path.join(folder, `place-${version}`) }
    const before = await oldInstallation(home, here.LUPA_DATA)

    await command(['migrate'], here)

    const after = await withDatabase(here.LUPA_DATA, url => tablesNow(manifest, url.all))
    const rows = manifest.tables.filter(one => !isMoving(one.table)).map(one => [one.table, one.rows])
    expect(after.found.filter(([table]) => !isMoving(table))).toEqual(rows)
    expect(after.words).toEqual(before.words)
    await withDatabase(here.LUPA_DATA, url => leaveWork(url.all))
    const server = lupa(['serve'], here)
    const [, origin = ''] = await server.says(/Lupa is ready at (http:\S+)/)
    expect((await fetch(`${origin}/ready`)).status).toBe(200)
    server.child.kill('SIGTERM')
    await server.ended
  },
)

it('holds a row of every table in the newest of the stored ones', () => {
  const newest = names.at(-1) ?? ''
  const { tables } = readManifest(path.join(stored, newest, listBackups(path.join(stored, newest)).whole[0] ?? ''))

  expect(tables.filter(one => one.rows === 0)).toEqual([])
})

it.each(names.filter(name => name !== '0.1.0'))(
  'restores the data of version %s at the present schema',
  { timeout: 180_000 },
  async version => {
    const here = { LUPA_DATA: path.join(folder, `restored-${version}`) }

    await command(['restore', path.join(stored, version)], here)

    expect(await command(['audit', 'verify'], here)).toContain('The log is whole.')
  },
)

it.each(['0.1.0'])(
  'brings the data of version %s to the present schema, whole',
  {
    timeout: 180_000,
  },
  async version => {
    const backups = path.join(stored, version)
    const { migrations: then } = readManifest(path.join(backups, listBackups(backups).whole[0] ?? ''))
    const here = { LUPA_DATA: path.join(folder, version) }
    expect(then.length).toBeLessThan(migrations.length)

    await command(['restore', backups], here)

    expect(await command(['doctor', '--deep'], here)).toContain('0 faults')
    expect(await command(['audit', 'verify'], here)).toContain('The log is whole.')
    await withDatabase(here.LUPA_DATA, url => leaveWork(url.all))
    const server = lupa(['serve'], here)
    const [, origin = ''] = await server.says(/Lupa is ready at (http:\S+)/)
    const { token } = await signIn(origin, 'szefowa@nasza.example', 'Hasło szefowej 1')
    const { token: annas } = await signIn(origin, 'anna@nasza.example', 'Hasło Anny 12')
    const ask = async (url: string, bearer: string) =>
      (await fetch(`${origin}${url}`, { headers: { authorization: `Bearer ${bearer}` } })).json()
    const contractors = async (bearer: string): Promise<{ id: string; name: string }[]> =>
      (await ask('/api/contractors', bearer)).items
    const all = await contractors(token)
    expect(all.map(one => one.name)).toEqual(['Klient sp. z o.o.', 'Poufny'])
    expect((await contractors(annas)).map(one => one.name)).toEqual(['Klient sp. z o.o.'])
    const rows = (await ask(`/api/contractors/${all[0]?.id}/timeline`, annas)).items.map(
      (row: { title: string }) => row.title,
    )
    expect(rows).toEqual(expect.arrayContaining(['Zamówienie', 'Termin', 'Faktura 1.pdf']))
    expect((await ask('/api/search?q=cegła', annas)).items).toHaveLength(1)
    server.child.kill('SIGTERM')
    await server.ended
  },
)

async function signIn(origin: string, email: string, password: string): Promise<{ token: string }> {
  const body = JSON.stringify({ email, password })
  const reply = await fetch(`${origin}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body,
  })
  return reply.json()
}
