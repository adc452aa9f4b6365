import { chmodSync, existsSync, lstatSync, readdirSync, readlinkSync, rmSync, statSync } from 'node:fs'
import path from 'node:path'
import pg from 'pg'
import { afterAll, expect, inject, it } from 'vitest'
import { migrations } from '../../../server/database/migrations.ts'
import { lupa, type Run } from '../../support/command-line.ts'
import { freshDataFolder } from '../../support/data-folder.ts'

const folder = freshDataFolder('start')
const environment = { LUPA_DATA: folder, LUPA_ADMIN_EMAIL: 'szef@nasza.example', LUPA_ADMIN_PASSWORD: 'Hasło szefa 1' }
const runs: Run[] = []
afterAll(async () => {
  for (const run of runs) {
    run.child.kill('SIGTERM')
    await run.ended
  }
  rmSync(folder, { recursive: true, force: true })
})

async function start(extra: Record<string, string> = {}) {
  const run = lupa(['serve'], { ...environment, ...extra })
  runs.push(run)
  const [, origin] = await run.says(/Lupa is ready at (http:\S+)/)
  return { run, origin: origin ?? '' }
}

async function ask(origin: string, path_: string, token: string | null, body?: object) {
  const headers = { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) }
  const reply = await fetch(`${origin}${path_}`, {
    method: body ? 'POST' : 'GET',
    headers,
    ...(body && { body: JSON.stringify(body) }),
  })
  return { status: reply.status, body: await reply.json() }
}

const signIn = async (origin: string) =>
  (await ask(origin, '/api/session', null, { email: 'szef@nasza.example', password: 'Hasło szefa 1' })).body.token

it('starts on an empty folder, refuses a second start on it, survives kill -9, and stops in order', {
  timeout: 120_000,
}, async () => {
  const first = await start()
  const token = await signIn(first.origin)
  expect((await ask(first.origin, '/api/contractors', token, { name: 'Trwały' })).status).toBe(201)

  const second = lupa(['serve'], environment)
  expect(await second.ended).toBe(1)
  expect(second.output()).toContain('Another Lupa is running on')
  expect(second.output()).not.toContain('    at ')

  first.run.child.kill('SIGKILL')
  await first.run.ended
  const third = await start()
  // Whoever was signed in still is: sessions and the key of tokens lie on disk.
  expect((await ask(third.origin, '/api/me', token)).status).toBe(200)
  const names = await ask(third.origin, '/api/contractors', await signIn(third.origin))
  expect(names.body.items.map((row: { name: string }) => row.name)).toEqual(['Trwały'])

  const work = lupa(['work'], environment)
  await work.says(/Lupa works off its queue/)
  work.child.kill('SIGTERM')
  expect(await work.ended, work.output()).toBe(0)

  const beside = lupa(['user', 'add', 'nowa@nasza.example'], environment)
  expect(await beside.ended, beside.output()).toBe(0)
  expect(beside.output()).toMatch(/nowa@nasza.example: set a password at http:.*#\/password\//)

  third.run.child.kill('SIGTERM')
  expect(await third.run.ended).toBe(0)
  expect(existsSync(path.join(folder, 'postgres/cluster/postmaster.pid'))).toBe(false)
})

it('keeps its secrets readable to its owner only', () => {
  expect(statSync(path.join(folder, 'secrets.json')).mode & 0o077).toBe(0)
})

it('works on an outside PostgreSQL, also when two start on it at once, and refuses a role there that the policies do not bind', {
  timeout: 120_000,
}, async () => {
  const name = `outside_${crypto.randomUUID().replaceAll('-', '')}`
  const administrator = new pg.Client(inject('superUrl'))
  await administrator.connect()
  await administrator.query(`create database ${name} owner lupa_owner`)
  const url = new URL(inject('ownerUrl'))
  url.pathname = `/${name}`
  const data = freshDataFolder('outside')

  // The roles of the tests' cluster keep their passwords, so they are named here instead of being made.
  const jobs = new URL(url)
  jobs.username = 'lupa_jobs'
  jobs.password = 'jobs-in-tests'
  const backup = new URL(url)
  backup.username = 'lupa_backup'
  const outside = { DATABASE_URL: url.href, DATABASE_JOBS_URL: jobs.href, DATABASE_BACKUP_URL: backup.href }
  const app = new URL(url)
  app.username = 'lupa_app'
  app.password = 'app-in-tests'
  const ours = { ...environment, LUPA_DATA: data, ...outside, DATABASE_APP_URL: app.href }
  // As containers of one company that are started together on a database in which nothing stands yet.
  const beside = freshDataFolder('outside')
  const together = [data, beside].map(one => lupa(['serve'], { ...ours, LUPA_DATA: one }))
  for (const run of together) await run.says(/Lupa is ready/)
  const books = new pg.Client(Object.assign(new URL(inject('superUrl')), { pathname: `/${name}` }).href)
  await books.connect()
  const { rows } = await books.query(
    'select (select count(*)::int from app_user) as users, count(*)::int as migrations, count(distinct name)::int as names from lupa_migration',
  )
  expect(rows).toEqual([{ users: 1, migrations: migrations.length, names: migrations.length }])
  await books.end()
  for (const run of together) run.child.kill('SIGTERM')
  for (const run of together) expect(await run.ended, run.output()).toBe(0)

  const strong = lupa(['serve'], { LUPA_DATA: data, ...outside, DATABASE_APP_URL: url.href })
  expect(await strong.ended).toBe(1)
  expect(strong.output()).toContain('owns tables, is a superuser or bypasses row security')
  const strongWorker = lupa(['serve'], { ...ours, DATABASE_JOBS_URL: url.href })
  expect(await strongWorker.ended).toBe(1)
  expect(strongWorker.output()).toContain('The role in DATABASE_JOBS_URL owns tables')
  expect(existsSync(path.join(data, 'postgres'))).toBe(false)
  await administrator.query(`drop database ${name} with (force)`)
  await administrator.end()
  for (const one of [data, beside]) rmSync(one, { recursive: true })
})

it.runIf(process.getuid?.() === 0)(
  'works for root in a folder that PostgreSQL may not enter',
  { timeout: 60_000 },
  async () => {
    const data = freshDataFolder('closed')
    chmodSync(data, 0o700)
    const run = lupa(['serve'], { ...environment, LUPA_DATA: data })
    await run.says(/Lupa is ready/)
    const elsewhere = readlinkSync(path.join(data, 'postgres'))
    run.child.kill('SIGTERM')

    expect(await run.ended).toBe(0)
    expect(elsewhere).toMatch(/^\/var\/lib\/lupa\//)
    // Nothing there may lead back to where PostgreSQL cannot go.
    const library = path.join(elsewhere, 'postgresql/lib')
    const links = readdirSync(library).filter(name => lstatSync(path.join(library, name)).isSymbolicLink())
    expect(links.map(name => readlinkSync(path.join(library, name))).filter(path.isAbsolute)).toEqual([])
    rmSync(elsewhere, { recursive: true })
    rmSync(data, { recursive: true })
  },
)

it.each([
  [{ PORT: 'abc' }, 'PORT must be a number'],
  [{ DATABASE_URL: 'mysql://x' }, 'DATABASE_URL must look like postgres://'],
  [{ DATABASE_URL: 'postgres://nikt:x@127.0.0.1:1/x' }, 'The database does not answer'],
  [{ LUPA_PUBLIC_URL: 'http://lupa.example' }, 'LUPA_PUBLIC_URL must be an https address'],
  [
    { LUPA_ADMIN_EMAIL: 'szef@nasza.example', LUPA_ADMIN_PASSWORD: 'krótkie' },
    'LUPA_ADMIN_PASSWORD must have at least 8 characters',
  ],
  [{ LUPA_LOG: 'głośno' }, 'LUPA_LOG must be one of'],
])('stops on %o with one clear sentence', async (wrong, sentence) => {
  const data = freshDataFolder('wrong')
  const run = lupa(['serve'], { LUPA_DATA: data, ...(wrong as Record<string, string>) })

  expect(await run.ended).toBe(1)
  expect(run.output()).toContain(sentence)
  expect(
    run
      .output()
      .trim()
      .split('\n')
      .filter(line => !line.startsWith('Building')),
  ).toHaveLength(1)
  rmSync(data, { recursive: true })
})

it('says what it can do', async () => {
  const run = lupa(['nieznane'], {})

  expect(await run.ended).toBe(2)
  expect(run.output()).toContain('import PATH...')
})
