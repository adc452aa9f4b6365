import { expect, it } from 'vitest'
import { buildApp } from '../../../server/app.ts'
import type { Metrics } from '../../../server/config.ts'
import { readConfig } from '../../../server/config.ts'
import { openTestHouse } from '../../support/house.ts'
import { buildMail } from '../../support/mail.ts'
import { buildContractor, buildUser } from '../../support/people.ts'

const test = await openTestHouse()
const anna = await buildUser(test)
const token = 'zeton-do-odczytu-liczb-12345'

async function ask(metrics: Metrics | null, headers: Record<string, string> = {}, remoteAddress = '127.0.0.1') {
  const house = { ...test.house, config: { ...test.house.config, metrics } }
  const app = await buildApp(house, 'a secret for tests that is long enough')
  await app.inject('/health')
  await app.inject('/nie/ma/jan@tajny.example')
  const reply = await app.inject({ url: '/metrics', headers, remoteAddress })
  await app.close()
  return reply
}

it('is not there unless it was set up, and then for those only whom that names', async () => {
  expect((await ask(null)).statusCode).toBe(404)
  expect((await ask({ token })).statusCode).toBe(404)
  expect((await ask({ token }, { authorization: `Bearer ${token}x` })).statusCode).toBe(404)
  expect((await ask({ token }, { authorization: `Bearer ${token}` }, '10.0.0.7')).statusCode).toBe(200)
  expect((await ask('loopback')).statusCode).toBe(200)
  expect((await ask('loopback', {}, '10.0.0.7')).statusCode).toBe(404)
  expect((await ask('loopback', { 'x-forwarded-for': '10.0.0.7' })).statusCode).toBe(404)
  expect((await ask('loopback', { via: '1.1 proxy' })).statusCode).toBe(404)
})

it('takes "loopback" or a token that cannot be guessed, and nothing else', () => {
  expect(readConfig({}).metrics).toBeNull()
  expect(readConfig({ LUPA_METRICS: 'loopback' }).metrics).toBe('loopback')
  expect(readConfig({ LUPA_METRICS: token }).metrics).toEqual({ token })
  expect(() => readConfig({ LUPA_METRICS: 'krotki' })).toThrow('at least 24 characters')
})

it('tells how much waits and how long requests take, in Prometheus’ words, and nothing of what is in the mail', async () => {
  await buildContractor(anna, { name: 'Sekret sp. z o.o.', addresses: ['@tajny.example'] })
  await anna.hand(buildMail({ from: 'jan@tajny.example', subject: 'Tajny temat' }))
  await test.asSuper.query(
    `insert into mailbox (owner_id, kind, host, port, tls, user_name, secret, since, consent_at, state, error, last_sync_at)
     select id, 'imap', 'imap.tajny.example', 993, true, 'biuro', '', '2026-01-01', now(), 'error', 'unreachable', now() - interval '1 hour' from app_user limit 1`,
  )

  const { body, headers } = await ask('loopback')

  expect(headers['content-type']).toContain('text/plain; version=0.0.4')
  const value = (name: string) => Number(body.match(new RegExp(`^${name} (\\S+)$`, 'm'))?.[1])
  expect(value('lupa_database_up')).toBe(1)
  expect(value('lupa_mailboxes')).toBe(1)
  expect(value('lupa_mailboxes_in_trouble')).toBe(1)
  expect(value('lupa_mailbox_lag_seconds')).toBeGreaterThan(3500)
  expect(value('lupa_disk_free_bytes')).toBeGreaterThan(0)
  expect(value('process_resident_memory_bytes')).toBeGreaterThan(1_000_000)
  expect(body).toContain('lupa_http_request_seconds_count{method="GET",route="/health",status="200"} 1')
  expect(body).toContain('lupa_http_request_seconds_count{method="GET",route="none",status="404"} 1')
  expect(body).toMatch(/lupa_http_request_seconds_bucket\{method="GET",route="\/health",status="200",le="\+Inf"\} 1/)
  expect(body).not.toMatch(/tajny|Sekret|Tajny|biuro|@/)
  const wrong = body
    .trimEnd()
    .split('\n')
    .filter(line => !/^(# (HELP|TYPE) \w+ .+|\w+(\{(\w+="[^"]*",?)+\})? [\d.e+-]+)$/.test(line))
  expect(wrong).toEqual([])
  await test.asSuper.query('delete from mailbox')
})

it('says nothing to a user who asks the database for it', async () => {
  const rows = await test.house.database.work(anna.id, tx =>
    tx.sql<{ figures: unknown }>('select server_figures() as figures'),
  )

  expect(rows).toEqual([{ figures: null }])
})
