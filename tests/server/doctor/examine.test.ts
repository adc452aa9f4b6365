import { execFileSync } from 'node:child_process'
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type pg from 'pg'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { openAnchors } from '../../../server/audit/anchors.ts'
import { sealAll } from '../../../server/audit/start-sealing.ts'
import { backUp } from '../../../server/backup/back-up.ts'
import { endBackupFailure, writeBackupFailure } from '../../../server/backup/backup-failure.ts'
import { writeLastBackup } from '../../../server/backup/last-backup.ts'
import { listBackups } from '../../../server/backup/manifest.ts'
import { readSecrets } from '../../../server/database/secrets.ts'
import { checkFolder, checkRoom } from '../../../server/doctor/check-folder.ts'
import { checkMailDoor } from '../../../server/doctor/check-mail-door.ts'
import { checkTenants } from '../../../server/doctor/check-microsoft.ts'
import { checkBuild, checkPublicUrl } from '../../../server/doctor/check-outside.ts'
import { examine, type Patient } from '../../../server/doctor/examine.ts'
import type { Finding } from '../../../server/doctor/finding.ts'
import { readSmtpSettings } from '../../../server/smtp-settings.ts'
import { openTestHouse } from '../../support/house.ts'
import { buildMail } from '../../support/mail.ts'
import { buildContractor, buildUser } from '../../support/people.ts'
import { BACKUP_PASSWORD } from '../../support/postgres.ts'
import { buildJournalAddress } from '../../support/smtp-door.ts'
import { GraphDouble } from '../graph/graph-double.ts'
import { nameServer } from '../outgoing/posting.ts'
import { openSmtpDouble, type SmtpDouble } from '../outgoing/smtp-server.ts'

const test = await openTestHouse()
const anna = await buildUser(test)
const { dataFolder } = test.house.config
const withRole = (username: string, password: string) =>
  Object.assign(new URL(test.house.appUrl), { username, password }).href
const patient: Patient = {
  urls: { app: test.house.appUrl, jobs: test.jobsUrl, backup: withRole('lupa_backup', BACKUP_PASSWORD) },
  dataFolder,
  backup: null,
  smtp: null,
  login: '',
  now: () => new Date(),
}
const kept = mkdtempSync(path.join(tmpdir(), 'lupa-doctor-kept-'))
afterAll(() => rmSync(kept, { recursive: true }))
const makeBackup = () =>
  backUp({ backupUrl: patient.urls.backup, dataFolder, blobs: test.house.blobs, now: patient.now }, kept, { keep: 1 })
const superUrl = Object.assign(new URL(inject('superUrl')), { pathname: new URL(test.house.appUrl).pathname }).href

/** Rows changed past every trigger, as by somebody who works on the database by hand. */
async function byHand(...texts: string[]) {
  const client = await test.asSuper.connect()
  await client.query(`begin; set local session_replication_role = replica`)
  for (const text of texts) await client.query(text)
  await client.query('commit')
  client.release()
}

/** What one look at the database finds. */
async function asked(look: (client: pg.ClientBase) => Promise<Finding[]>): Promise<Finding[]> {
  const client = await test.asSuper.connect()
  return look(client).finally(() => client.release())
}

const bad = (findings: Finding[]) => findings.filter(one => one.state !== 'ok')
let blob = ''
let smtp: SmtpDouble
const microsoft = new GraphDouble()
afterAll(async () => {
  microsoft.close()
  await smtp.close()
})

beforeAll(async () => {
  readSecrets(dataFolder)
  smtp = await openSmtpDouble()
  await nameServer(anna, smtp)
  patient.login = await microsoft.listen()
  await anna.post('/api/microsoft/tenants', { tenant: 'firma.example', clientId: 'aplikacja-1', clientSecret: 'tajne' })
  await anna.post('/api/webhooks', { url: 'https://hak.example/tajny', events: ['item.changed'] })
  // It greets as any server of mail does.
  patient.smtp = readSmtpSettings({ LUPA_SMTP_PORT: String(smtp.port) })
  await buildJournalAddress(anna)
  await buildContractor(anna, { addresses: ['@zdrowy.example'] })
  await anna.hand(buildMail({ from: 'x@zdrowy.example' }))
  await sealAll(test.jobs, openAnchors(dataFolder), test.house.now)
  await makeBackup()
  const { rows } = await test.asSuper.query('select hash from blob limit 1')
  blob = path.join(dataFolder, 'blobs', rows[0].hash.slice(0, 2), rows[0].hash)
})

it('finds nothing wrong with a sound installation, and looks at everything', async () => {
  const findings = await examine(patient, { deep: true })

  expect(bad(findings)).toEqual([])
  expect(findings.map(one => one.about)).toEqual([
    'role app',
    'role jobs',
    'role backup',
    'schema',
    'row security',
    'clock',
    'access',
    'queue',
    'mailboxes',
    'Microsoft 365',
    'mail door',
    'outgoing mail',
    'webhooks',
    'erasures',
    'blobs',
    'audit log',
    'backup',
  ])
  expect(bad(checkFolder(dataFolder))).toEqual([])
})

interface Broken {
  as: Partial<Patient>
  harm: string[]
  mend: string[]
  about: string
  says: string
  /** Words of what to do. */
  remedy?: string
}
const broken = (about: string, says: string, rest: Partial<Broken>): [string, Broken] => [
  `${about}: ${says}`,
  { as: {}, harm: [], mend: [], about, says, ...rest },
]
const job = (columns: string, values: string) =>
  `insert into graphile_worker._private_jobs (task_id, payload, max_attempts, ${columns})
   values ((select id from graphile_worker._private_tasks limit 1), '{}', 3, ${values})`
const queueTask = `insert into graphile_worker._private_tasks (identifier) values ('choroba') on conflict do nothing`
const mailbox = (columns: string, values: string) =>
  `insert into mailbox (owner_id, kind, host, port, tls, user_name, secret, since, created_at, consent_at, ${columns})
   values ((select id from app_user limit 1), 'imap', 'imap.chory.example', 993, true, 'biuro', '', '2026-01-01', now() - interval '1 day', now(), ${values})`

describe('names what is wrong, and says what to do', () => {
  it.each([
    broken('role backup', 'The database does not answer', {
      as: { urls: { ...patient.urls, backup: 'postgres://x:y@127.0.0.1:1/lupa' } },
    }),
    broken('role app', 'cannot sign in', { as: { urls: { ...patient.urls, app: withRole('lupa_app', 'zle') } } }),
    broken('role jobs', 'owns tables, is a superuser', { as: { urls: { ...patient.urls, jobs: superUrl } } }),
    broken('schema', 'Not migrated: 0150-backup', {
      harm: [`delete from lupa_migration where name = '0150-backup'`],
      mend: [`insert into lupa_migration (name) values ('0150-backup')`],
    }),
    broken('schema', 'this program does not', {
      harm: [`insert into lupa_migration (name) values ('9999-future')`],
      mend: [`delete from lupa_migration where name = '9999-future'`],
    }),
    broken('row security', 'not forced on message', {
      harm: ['alter table message no force row level security'],
      mend: ['alter table message force row level security'],
    }),
    broken('clock', '3600 s apart', { as: { now: () => new Date(Date.now() + 3_600_000) } }),
    broken('access', 'item_access is what filings and grants say', {
      harm: ['create table spare as table item_access', 'delete from item_access'],
      mend: ['insert into item_access select * from spare', 'drop table spare'],
    }),
    broken('access', 'file_principal knows every principal', {
      harm: ['create table spare as table file_principal', 'delete from file_principal'],
      mend: ['insert into file_principal select * from spare', 'drop table spare'],
    }),
    broken('queue', 'jobs have waited for more than 10 minutes, and nobody works them off', {
      harm: [queueTask, job('run_at', `now() - interval '1 hour'`)],
      mend: ['delete from graphile_worker._private_jobs'],
    }),
    broken('queue', '1 jobs have failed for good', {
      harm: [queueTask, job('attempts', '3')],
      mend: ['delete from graphile_worker._private_jobs'],
    }),
    broken('mailboxes', 'biuro at imap.chory.example: sign-in-refused', {
      harm: [mailbox('state, error', `'error', 'sign-in-refused'`)],
      mend: ['delete from mailbox'],
    }),
    broken('mailboxes', 'biuro at imap.chory.example was last up to date at', {
      harm: [mailbox('state, last_sync_at', `'live', now() - interval '2 hours'`)],
      mend: ['delete from mailbox'],
    }),
    broken('outgoing mail', 'No server is named', {
      harm: ['create table spare as table mail_server', 'delete from mail_server'],
      mend: ['insert into mail_server select * from spare', 'drop table spare'],
    }),
    broken('outgoing mail', '127.0.0.1:1: unreachable', {
      harm: ['create table spare as table mail_server', 'update mail_server set port = 1'],
      mend: ['update mail_server set port = (select port from spare)', 'drop table spare'],
    }),
    broken('outgoing mail', ': not-encrypted', {
      harm: [`update mail_server set encryption = 'starttls'`],
      mend: [`update mail_server set encryption = 'none'`],
    }),
    broken('outgoing mail', ': secret-lost', {
      harm: [`update mail_server set user_name = 'lupa', secret = 'nie tym kluczem'`],
      mend: ['update mail_server set user_name = null, secret = null'],
    }),
    broken('outgoing mail', '1 mails could not be handed in, the last one: recipient-refused', {
      harm: [
        `insert into outgoing_mail (kind, user_id, failure) values ('password-link', (select id from app_user limit 1), 'recipient-refused')`,
      ],
      mend: ['delete from outgoing_mail'],
    }),
    broken('mailboxes', 'access-denied', {
      harm: [
        `insert into mailbox (owner_id, kind, tenant_id, host, port, tls, user_name, secret, since, created_at, consent_at, state, error)
         select id, 'graph', (select id from microsoft_tenant), 'graph.microsoft.com', 443, true, 'biuro', '', '2026-01-01', now(), now(), 'error', 'access-denied' from app_user limit 1`,
      ],
      mend: ['delete from mailbox'],
      remedy: 'is the mailbox in the group',
    }),
    broken('Microsoft 365', 'firma.example: the secret of its application was sealed with other secrets', {
      harm: ['create table spare as table microsoft_tenant', `update microsoft_tenant set secret = 'nie tym kluczem'`],
      mend: ['update microsoft_tenant set secret = (select secret from spare)', 'drop table spare'],
    }),
    broken('Microsoft 365', 'firma.example: unreachable', { as: { login: 'http://127.0.0.1:1' }, remedy: 'firewall' }),
    broken('webhooks', 'hak.example was given up 2 times within three days, the last time because of: certificate', {
      harm: [
        `insert into webhook_delivery (webhook_id, event, state, attempts, failure) select id, 'item.changed', s, 12, 'certificate'
           from webhook, unnest(array['given-up', 'waiting', 'sent']) s`,
      ],
      mend: ['delete from webhook_delivery'],
    }),
    broken('webhooks', 'hak.example is told nothing', {
      harm: ['update app_user set is_admin = false'],
      mend: ['update app_user set is_admin = true'],
    }),
    broken('mail door', '1 addresses for copies are open, but there is no door', { as: { smtp: null } }),
    broken('mail door', 'Nobody answers as a mail server at 127.0.0.1:1', {
      as: { smtp: readSmtpSettings({ LUPA_SMTP_PORT: '1' }) },
    }),
    broken('mail door', '1 mails that were taken wait for more than 1 hour', {
      harm: [
        `insert into journal_arrival (source_hash, size, recipients, arrived_at) select hash, 1, '[]', now() - interval '2 hours' from blob limit 1`,
      ],
      mend: ['delete from journal_arrival'],
    }),
    broken('audit log', 'altered', {
      harm: [`update audit_entry set verb = verb || '!' where id = (select min(id) from audit_entry)`],
      mend: [`update audit_entry set verb = rtrim(verb, '!') where id = (select min(id) from audit_entry)`],
    }),
    broken('audit log', 'truncated', {
      harm: [
        'create table spare as select * from audit_seal where position = (select max(position) from audit_seal)',
        'delete from audit_seal where position in (select position from spare)',
      ],
      mend: ['insert into audit_seal select * from spare', 'drop table spare'],
    }),
  ])('%s', async (_name, { as, harm, mend, about, says, remedy = '' }) => {
    await byHand(...harm)

    const found = bad(await examine({ ...patient, ...as }, { deep: false }))

    await byHand(...mend)
    expect(found.map(one => one.about)).toContain(about)
    expect(found.map(one => one.says).join('\n')).toContain(says)
    expect(found.filter(one => !one.remedy)).toEqual([])
    expect(found.map(one => one.remedy).join('\n')).toContain(remedy)
    expect(bad(await examine(patient, { deep: false }))).toEqual([])
  })

  it.each([
    [7000222, 'has run out', 'Make a new one in Entra'],
    [7000215, 'is wrong', 'not its id'],
    [700016, 'does not know the application', 'Register it in Entra'],
    [7000112, 'is switched off', 'Let users sign in'],
    [90002, 'there is no such tenant', 'Correct its name'],
    [1, 'sign-in-refused', 'Look at the application in Entra'],
  ])('a tenant that refuses its application with AADSTS%i', async (code, says, remedy) => {
    microsoft.refusals = [code]

    const found = await asked(client => checkTenants(client, dataFolder, patient.login))

    microsoft.refusals = []
    expect(found).toMatchObject([{ about: 'Microsoft 365', state: 'fault' }])
    expect(found[0]?.says).toContain(says)
    expect(found[0]?.remedy).toContain(remedy)
  })

  it('an application to which a tenant opened every mailbox', async () => {
    const says = async (roles: string[] | null) => {
      microsoft.roles = roles
      return (await asked(client => checkTenants(client, dataFolder, patient.login)))[0]?.says
    }

    expect(await says(['Mail.Read'])).toContain('to every mailbox unless a policy narrows it')
    expect(await says([])).toBe('firma.example lets the application in')
    expect(await says(null)).toBe('firma.example lets the application in')
  })

  it('a certificate of the mail door that has run out, or is about to', async () => {
    const [key, cert] = [path.join(kept, 'key.pem'), path.join(kept, 'cert.pem')]
    const words = ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '30']
    execFileSync('openssl', [...words, '-subj', '/CN=lupa.example', '-keyout', key, '-out', cert], { stdio: 'ignore' })
    const environment = { LUPA_SMTP_PORT: String(smtp.port), LUPA_SMTP_TLS_KEY: key, LUPA_SMTP_TLS_CERT: cert }
    const found = async (days: number) => {
      const now = new Date(Date.now() + days * 86_400_000)
      return (await asked(client => checkMailDoor(client, readSmtpSettings(environment), now))).map(one => one.state)
    }

    expect(await found(0)).toEqual(['ok'])
    expect(await found(17)).toEqual(['warning'])
    expect(await found(31)).toEqual(['fault'])
    for (const file of [key, cert]) rmSync(file)
  })

  it('a blob that is gone, and one with a flipped byte', async () => {
    const whole = readFileSync(blob)
    writeFileSync(blob, Buffer.from(whole.map((byte, at) => (at === 7 ? byte ^ 1 : byte))))
    const damaged = bad(await examine(patient, { deep: false }))
    rmSync(blob)
    const missing = bad(await examine(patient, { deep: false }))
    writeFileSync(blob, whole)

    expect(damaged).toMatchObject([{ about: 'blobs', state: 'fault', says: `1 are damaged: ${path.basename(blob)}.` }])
    expect(missing).toMatchObject([{ about: 'blobs', state: 'fault' }])
    expect(missing[0]?.says).toContain(`are missing: ${path.basename(blob)}`)
  })

  it('no backup, an old one, one that lacks blobs, one that is gone', async () => {
    const says = async () => bad(await examine(patient, { deep: false })).map(one => `${one.state} ${one.says}`)
    const file = path.join(dataFolder, 'backup.json')
    const noted = readFileSync(file)
    rmSync(file)
    expect(await says()).toEqual(['warning No backup was made here yet.'])
    writeLastBackup(dataFolder, { at: '2026-01-01T00:00:00Z', folder: kept, faults: 0 })
    expect(await says()).toEqual([`warning the last one is of 2026-01-01T00:00:00Z, in ${kept}.`])
    writeLastBackup(dataFolder, { at: new Date().toISOString(), folder: kept, faults: 2 })
    expect(await says()).toEqual(['fault The last backup lacks 2 blobs.'])
    writeLastBackup(dataFolder, { at: new Date().toISOString(), folder: '/nie/ma', faults: 0 })
    expect(await says()).toEqual(['warning In /nie/ma there is no backup any more.'])
    writeFileSync(file, noted)
  })

  it('a blob of the backup, its rows and its manifest with a flipped byte', async () => {
    const says = async () => bad(await examine(patient, { deep: false })).map(one => `${one.state} ${one.says}`)
    const name = listBackups(kept).whole.at(-1) ?? ''
    const copy = path.join(kept, path.relative(dataFolder, blob))
    for (const file of [copy, path.join(kept, name, 'rows/public.item.copy'), path.join(kept, name, 'manifest.json')]) {
      const whole = readFileSync(file)
      writeFileSync(file, Buffer.from(whole.map((byte, at) => (at === 7 ? byte ^ 1 : byte))))
      const found = await says()
      writeFileSync(file, whole)

      expect(found).toEqual([expect.stringContaining(`${path.relative(kept, file)} is damaged.`)])
    }
    expect(await says()).toEqual([])
  })

  it('a daily backup that fails, and a folder for it that cannot be written', async () => {
    const file = path.join(kept, 'zajety')
    writeFileSync(file, '')
    const since = '2026-11-27T02:00:00.000Z'
    writeBackupFailure(dataFolder, { since, at: since, folder: file, reason: 'shut', toldAt: null })

    const found = bad(await examine({ ...patient, backup: { folder: `${file}`, hour: 2, keep: 7 } }, { deep: false }))

    expect(found.map(one => `${one.state} ${one.says}`)).toEqual([
      `fault The daily one has failed since ${since}, the last time at ${since} (shut).`,
      `fault ${file} cannot be written (EACCES).`,
      'warning No backup was made here yet.',
    ])
    rmSync(file)
    endBackupFailure(dataFolder, file)
  })

  it('secrets that are gone, cut short, incomplete or open to others; no folder; no room', () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'lupa-doctor-'))
    const file = path.join(folder, 'secrets.json')
    const secrets = () => checkFolder(folder).find(one => one.about === 'secrets')
    expect(secrets()?.says).toContain('is not there')
    readSecrets(folder)
    expect(secrets()?.state).toBe('ok')
    chmodSync(file, 0o644)
    expect(secrets()).toMatchObject({ state: 'fault', remedy: `chmod 600 ${file}` })
    chmodSync(file, 0o600)
    writeFileSync(file, readFileSync(file, 'utf8').replace('tokenSecret', 'other'))
    expect(secrets()?.says).toContain('lacks tokenSecret')
    writeFileSync(file, '{"datab')
    expect(secrets()?.says).toContain('cannot be read')
    rmSync(folder, { recursive: true })
    expect(checkFolder(folder)).toMatchObject([{ about: 'data folder', state: 'fault' }])
    expect([2 ** 29, 2 ** 31, 2 ** 35].map(free => checkRoom(free).state)).toEqual(['fault', 'warning', 'ok'])
  })
})

describe('from outside', () => {
  const server = createServer((request, reply) => {
    const version = request.headers.host?.includes('127.0.0.1') ? '0.0.1' : ''
    reply.setHeader('content-type', 'application/json').end(JSON.stringify({ ok: true, version }))
  })
  let origin = ''
  beforeAll(async () => {
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  })
  afterAll(() => void server.close())

  it('tells a public address that is not set, not answered, or served by another version', async () => {
    expect(await checkPublicUrl(null)).toMatchObject({ state: 'warning', says: 'LUPA_PUBLIC_URL is not set.' })
    expect(await checkPublicUrl('https://127.0.0.1:1')).toMatchObject({ state: 'fault' })
    expect(await checkPublicUrl(origin)).toMatchObject({ state: 'warning' })
    expect((await checkPublicUrl(origin)).says).toContain('is served by version 0.0.1')
    expect(await checkPublicUrl(origin.replace('127.0.0.1', 'localhost'))).toMatchObject({ state: 'fault' })
  })

  it('tells that nothing was built', () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'lupa-build-'))
    expect(checkBuild(folder)).toMatchObject([{ state: 'fault', says: 'The web application is not built.' }])
    rmSync(folder, { recursive: true })
  })
})
