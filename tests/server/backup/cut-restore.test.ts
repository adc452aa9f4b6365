import { spawn } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { listBackups } from '../../../server/backup/manifest.ts'
import { restoreBackup } from '../../../server/backup/restore-backup.ts'
import { readConfig } from '../../../server/config.ts'
import { lupa } from '../../support/command-line.ts'
import { freshDataFolder } from '../../support/data-folder.ts'
import { APP_PASSWORD, BACKUP_PASSWORD, JOBS_PASSWORD } from '../../support/postgres.ts'

const folder = freshDataFolder('cut-restore')
const kept = path.join(folder, 'kept')
const boss = { LUPA_ADMIN_EMAIL: 'szefowa@nasza.example', LUPA_ADMIN_PASSWORD: 'Hasło szefowej 1' }
const half = 'holds the half of a restore that did not come to its end'
const database = `cut_${crypto.randomUUID().replaceAll('-', '')}`

const as = (role: object) => Object.assign(new URL(inject('ownerUrl')), { pathname: `/${database}`, ...role }).href
const outside = () => ({
  DATABASE_URL: as({}),
  DATABASE_APP_URL: as({ username: 'lupa_app', password: APP_PASSWORD }),
  DATABASE_JOBS_URL: as({ username: 'lupa_jobs', password: JOBS_PASSWORD }),
  DATABASE_BACKUP_URL: as({ username: 'lupa_backup', password: BACKUP_PASSWORD }),
})

async function command(words: string[], environment: Record<string, string>, code = 0): Promise<string> {
  const run = lupa(words, environment)
  expect(await run.ended, run.output()).toBe(code)
  return run.output()
}

/** A restore that is killed at that point. */
async function cut(point: string, environment: Record<string, string>) {
  const script = path.resolve(import.meta.dirname, 'cut-restore-process.ts')
  const child = spawn(process.execPath, [script, kept, point], {
    env: { PATH: process.env.PATH ?? '', ...environment },
    stdio: 'inherit',
  })
  const signal = await new Promise(resolve => child.once('exit', (_code, name) => resolve(name)))
  expect(signal).toBe('SIGKILL')
}

/** Mail enough that their copying has a middle. */
beforeAll(async () => {
  const here = { LUPA_DATA: path.join(folder, 'first'), ...boss }
  const mails = path.join(folder, 'mails')
  mkdirSync(mails)
  for (let n = 0; n < 30; n += 1)
    writeFileSync(path.join(mails, `${n}.eml`), `From: jan@klient.example\r\nSubject: ${n}\r\n\r\nTreść ${n}\r\n`)
  const run = lupa(['serve'], here)
  await run.says(/Lupa is ready at/)
  await command(['import', mails], here)
  await command(['backup', kept], here)
  run.child.kill('SIGTERM')
  await run.ended
  const administrator = new pg.Client(inject('superUrl'))
  await administrator.connect()
  await administrator.query(`create database ${database} owner lupa_owner`)
  await administrator.end()
}, 300_000)

afterAll(async () => {
  const administrator = new pg.Client(inject('superUrl'))
  await administrator.connect()
  await administrator.query(`drop database if exists ${database} with (force)`)
  await administrator.end()
  rmSync(folder, { recursive: true, force: true })
})

const points = ['first-blob', 'rows in', 'the present schema']

it.each([...points.map(point => [point, 'embedded'] as const), ...points.map(point => [point, 'outside'] as const)])(
  'does not start after a kill at "%s" (%s database), says what to do, and is whole after another restore',
  {
    timeout: 120_000,
  },
  async (point, place) => {
    const data = path.join(folder, `${place}-${points.indexOf(point)}`)
    const here = { LUPA_DATA: data, ...boss, ...(place === 'outside' ? outside() : {}) }

    await cut(point, here)

    for (const verb of [['serve'], ['backup', path.join(folder, 'other')]])
      expect(await command(verb, here, 1)).toContain(half)
    expect(await command(['doctor'], here, 1)).toContain(`FAULT   data folder: ${data} ${half}`)
    expect(existsSync(path.join(data, 'secrets.json'))).toBe(false)
    // Nor does the filled database start under secrets that are not its own.
    if (place === 'outside') {
      const elsewhere = { ...here, LUPA_DATA: path.join(folder, 'stranger') }
      expect(await command(['serve'], elsewhere, 1)).toContain(half)
    }

    expect(await command(['restore', kept], here)).toContain('whoever was signed in still is')
    expect(await command(['doctor', '--deep'], here)).toContain('0 faults')
    if (place === 'outside') await wipe()
  },
)

it('leaves an outside database as empty as it was when a restore fails, so that the next one can', {
  timeout: 120_000,
}, async () => {
  const here = { LUPA_DATA: path.join(folder, 'failed'), ...boss, ...outside() }
  const damaged = path.join(folder, 'damaged')
  cpSync(kept, damaged, { recursive: true })
  const home = path.join(damaged, listBackups(damaged).whole.at(-1) ?? '')
  writeFileSync(path.join(home, 'rows/public.message.copy'), '')
  const before = await namesIn()

  await expect(restoreBackup(readConfig(here), home, { without: new Set(), tell: () => undefined })).rejects.toThrow(
    'public.message: 0 rows came out instead of 30',
  )

  expect(await namesIn()).toEqual(before)
  expect(existsSync(path.join(here.LUPA_DATA, 'restoring'))).toBe(false)
  await command(['restore', kept], here)
  await wipe()
})

/** Another database of the same name. */
async function wipe() {
  const administrator = new pg.Client(inject('superUrl'))
  await administrator.connect()
  await administrator.query(`drop database if exists ${database} with (force)`)
  await administrator.query(`create database ${database} owner lupa_owner`)
  await administrator.end()
}

/** Every table, routine and type in the outside database that no extension brought. */
async function namesIn(): Promise<unknown[]> {
  const client = new pg.Client(as({}))
  await client.connect()
  const { rows } = await client.query(
    `select 'schema ' || nspname as name from pg_namespace where nspname not like 'pg\\_%'
     union all select relname from pg_class c where relnamespace = 'public'::regnamespace
     union all select typname from pg_type t where typnamespace = 'public'::regnamespace and not exists (select from pg_depend d where d.objid = t.oid and d.deptype = 'e')
       and not exists (select from pg_type e join pg_depend d on d.objid = e.oid and d.deptype = 'e' where e.oid = t.typelem)
     union all select proname from pg_proc p where pronamespace = 'public'::regnamespace and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e') order by 1`,
  )
  await client.end()
  return rows
}
