import {
  closeSync,
  cpSync,
  existsSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs'
import path from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { listBackups, type Manifest, readBlobList, readManifest } from '../../../server/backup/manifest.ts'
import { lupa, type Run } from '../../support/command-line.ts'
import { freshDataFolder } from '../../support/data-folder.ts'
import { buildMail } from '../../support/mail.ts'
import { APP_PASSWORD, BACKUP_PASSWORD, JOBS_PASSWORD } from '../../support/postgres.ts'

const folder = freshDataFolder('backup')
const data = path.join(folder, 'data')
const kept = path.join(folder, 'kept')
const boss = { LUPA_ADMIN_EMAIL: 'szefowa@nasza.example', LUPA_ADMIN_PASSWORD: 'Hasło szefowej 1' }
const here = { LUPA_DATA: data, ...boss }
const source = buildMail({
  from: 'jan@klient.example',
  to: boss.LUPA_ADMIN_EMAIL,
  subject: 'Zamówienie',
  text: 'Treść',
})
const runs: Run[] = []
let token = ''
let itemId = ''

async function serve(environment: Record<string, string>): Promise<{ run: Run; origin: string }> {
  const run = lupa(['serve'], environment)
  runs.push(run)
  const [, origin = ''] = await run.says(/Lupa is ready at (http:\S+)/)
  return { run, origin }
}

async function stop(run: Run) {
  run.child.kill('SIGTERM')
  expect(await run.ended, run.output()).toBe(0)
}

async function ask(origin: string, url: string, body?: object | string) {
  const type = typeof body === 'string' ? 'message/rfc822' : 'application/json'
  return fetch(`${origin}${url}`, {
    method: body === undefined ? 'GET' : 'POST',
    headers: { 'content-type': type, ...(token && { authorization: `Bearer ${token}` }) },
    ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  })
}

/** Runs a command to its end; answers what it said. */
async function command(words: string[], environment: Record<string, string>, code = 0): Promise<string> {
  const run = lupa(words, environment)
  expect(await run.ended, run.output()).toBe(code)
  return run.output()
}

function newest(): { home: string; manifest: Manifest } {
  const home = path.join(kept, listBackups(kept).whole.at(-1) ?? '')
  return { home, manifest: readManifest(home) }
}

/** What a table held, by name; without the log and what is worked off, which change at each start. */
function hashes({ tables }: Manifest): Record<string, string> {
  const moving = /audit_|graphile|change|sign_in|session|provider_visit|download_ticket|redecision/
  return Object.fromEntries(tables.filter(one => !moving.test(one.table)).map(one => [one.table, one.sha256]))
}

function flip(file: string) {
  const handle = openSync(file, 'r+')
  const byte = Buffer.alloc(1)
  const at = Math.floor(statSync(file).size / 2)
  readSync(handle, byte, 0, 1, at)
  writeSync(handle, Buffer.from([(byte[0] ?? 0) ^ 1]), 0, 1, at)
  closeSync(handle)
}

beforeAll(async () => {
  const { run, origin } = await serve(here)
  const who = { email: boss.LUPA_ADMIN_EMAIL, password: boss.LUPA_ADMIN_PASSWORD }
  token = (await (await ask(origin, '/api/session', who)).json()).token
  await ask(origin, '/api/contractors', { name: 'Klient', addresses: ['@klient.example'] })
  const filed = await (await ask(origin, '/api/messages', source)).json()
  itemId = filed.items[0].id
  await command(['backup', kept], here)
  await stop(run)
}, 120_000)

afterAll(async () => {
  for (const run of runs) {
    run.child.kill('SIGTERM')
    await run.ended
  }
  rmSync(folder, { recursive: true, force: true })
})

it('comes back whole after everything was wiped, and nobody is signed out', { timeout: 120_000 }, async () => {
  rmSync(data, { recursive: true })
  expect(await command(['restore', kept], here)).toContain('whoever was signed in still is')

  const { run, origin } = await serve(here)
  expect((await ask(origin, '/api/me')).status).toBe(200)
  expect(await (await ask(origin, `/api/items/${itemId}/source`)).text()).toBe(source)
  expect(await command(['audit', 'verify'], here)).toContain('The log is whole.')
  const found = await (await ask(origin, '/api/search?q=zamówienia')).json()
  expect(found.items).toHaveLength(1)
  await stop(run)
})

it('names one byte that was flipped, wherever it is, and restores nothing then', { timeout: 120_000 }, async () => {
  const { home } = newest()
  const [blob = ''] = readBlobList(home).keys()
  const empty = { ...here, LUPA_DATA: path.join(folder, 'empty') }
  const name = path.basename(home)
  const files = [
    `${name}/rows/public.item.copy`,
    `${name}/secrets.json`,
    `${name}/blobs.txt`,
    `blobs/${blob.slice(0, 2)}/${blob}`,
  ]
  for (const file of files) {
    const damaged = path.join(folder, 'damaged')
    cpSync(kept, damaged, { recursive: true })
    flip(path.join(damaged, file))

    const told = await command(['backup', '--check', damaged], here, 1)
    expect(told).toContain(`FAULT ${file} is damaged`)
    expect(told).toContain(file.startsWith('blobs/') ? 'Remove the damaged files' : 'cannot be restored')
    expect(await command(['restore', damaged], empty, 1)).toContain(`FAULT ${file} is damaged`)
    expect(existsSync(path.join(empty.LUPA_DATA, 'secrets.json'))).toBe(false)
    rmSync(damaged, { recursive: true })
  }
  expect(await command(['backup', '--check', kept], here)).toContain('is whole')
})

it('goes without a damaged blob when told so', { timeout: 120_000 }, async () => {
  const damaged = path.join(folder, 'damaged')
  const elsewhere = { ...here, LUPA_DATA: path.join(folder, 'without') }
  cpSync(kept, damaged, { recursive: true })
  const [blob = ''] = readBlobList(newest().home).keys()
  flip(path.join(damaged, 'blobs', blob.slice(0, 2), blob))

  await command(['restore', damaged, '--without-damaged'], elsewhere)

  expect(existsSync(path.join(elsewhere.LUPA_DATA, 'blobs', blob.slice(0, 2), blob))).toBe(false)
  const { run, origin } = await serve(elsewhere)
  expect((await ask(origin, `/api/items/${itemId}`)).status).toBe(200)
  await stop(run)
})

it('restores into no folder and no database that holds something', { timeout: 60_000 }, async () => {
  expect(await command(['restore', kept], here, 1)).toContain('is not empty (')
  const used = new URL(inject('superUrl'))
  used.pathname = '/postgres'
  const administrator = new pg.Client(used.href)
  await administrator.connect()
  await administrator.query('create table if not exists somebody_elses (id int)')
  const outside = { ...here, LUPA_DATA: path.join(folder, 'outside-used'), DATABASE_URL: used.href }
  expect(await command(['restore', kept], outside, 1)).toContain('is not empty (somebody_elses)')
  await administrator.query('drop table somebody_elses')
  await administrator.end()
})

it('moves to an outside PostgreSQL, whose backup holds the same rows, byte for byte', {
  timeout: 120_000,
}, async () => {
  const name = `moved_${crypto.randomUUID().replaceAll('-', '')}`
  const administrator = new pg.Client(inject('superUrl'))
  await administrator.connect()
  await administrator.query(`create database ${name} owner lupa_owner`)
  const as = (role: string, password: string) => {
    const url = new URL(inject('ownerUrl'))
    Object.assign(url, { pathname: `/${name}`, ...(role && { username: role, password }) })
    return url.href
  }
  const outside = {
    ...here,
    LUPA_DATA: path.join(folder, 'outside'),
    DATABASE_URL: as('', ''),
    DATABASE_APP_URL: as('lupa_app', APP_PASSWORD),
    DATABASE_JOBS_URL: as('lupa_jobs', JOBS_PASSWORD),
    DATABASE_BACKUP_URL: as('lupa_backup', BACKUP_PASSWORD),
  }
  const before = newest()

  await command(['restore', kept], outside)
  const { run, origin } = await serve(outside)
  expect((await ask(origin, '/api/me')).status).toBe(200)
  await stop(run)
  await command(['backup', kept], outside)

  const after = newest()
  expect(after.home).not.toBe(before.home)
  expect(hashes(after.manifest)).toEqual(hashes(before.manifest))
  expect(await schemaOf(as('', ''))).toEqual(await schemaOf(inject('superUrl'), `${name}_fresh`))
  await administrator.query(`drop database ${name} with (force)`)
  await administrator.end()
})

/** Keys, triggers and row security of every table, as PostgreSQL tells them; of a fresh copy of the migrated database when one is named. */
async function schemaOf(url: string, copy?: string): Promise<unknown[]> {
  const administrator = new pg.Client(inject('superUrl'))
  await administrator.connect()
  if (copy) await administrator.query(`create database ${copy} template lupa`)
  const target = new URL(url)
  if (copy) target.pathname = `/${copy}`
  const client = new pg.Client(target.href)
  await client.connect()
  const { rows } = await client.query(
    `select c.oid::regclass::text as name, c.relrowsecurity, c.relforcerowsecurity,
            array(select k.conname || ' ' || pg_get_constraintdef(k.oid) || k.condeferrable || k.convalidated from pg_constraint k where k.conrelid = c.oid and k.contype <> 'n' order by 1) as constraints,
            array(select t.tgname || t.tgenabled::text from pg_trigger t where t.tgrelid = c.oid and not t.tgisinternal order by 1) as triggers
       from pg_class c where c.relkind = 'r' and c.relnamespace in ('public'::regnamespace, 'graphile_worker'::regnamespace) order by 1`,
  )
  await client.end()
  if (copy) await administrator.query(`drop database ${copy}`)
  await administrator.end()
  return rows
}

it('lets nobody but the owner of the account read it, and keeps no more backups than it should', {
  timeout: 60_000,
}, async () => {
  const { home } = newest()
  const open = readdirSync(home, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .filter(entry => statSync(path.join(entry.parentPath, entry.name)).mode & 0o077)
  expect(open.map(entry => entry.name)).toEqual([])
  expect(statSync(home).mode & 0o077).toBe(0)

  await command(['backup', kept, '--keep', '1'], here)

  expect(listBackups(kept).whole).toHaveLength(1)
  expect(listBackups(kept).whole[0]).not.toBe(path.basename(home))
  expect(await command(['backup', '--check', kept], here)).toContain('is whole')
  expect(JSON.parse(readFileSync(path.join(data, 'backup.json'), 'utf8')).folder).toBe(kept)
})

it('writes into no folder of other things, and not into the data folder', { timeout: 60_000 }, async () => {
  expect(await command(['backup', path.join(data, 'kopie')], here, 1)).toContain('lies in the data folder')
  expect(await command(['backup', data.replace(/data$/, '')], here, 1)).toContain('holds other things')
})
