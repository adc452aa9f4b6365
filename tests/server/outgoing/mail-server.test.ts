import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { mailTrouble } from '../../../server/outgoing/mail-trouble.ts'
import { freshDataFolder } from '../../support/data-folder.ts'
import { openTestHouse } from '../../support/house.ts'
import { buildUser } from '../../support/people.ts'
import { nameServer } from './posting.ts'
import { openSmtpDouble, type SmtpDouble } from './smtp-server.ts'

const PASSWORD = 'Tajne-haslo-poczty-5512'
const log: string[] = []
const test = await openTestHouse({ log })
const admin = await buildUser(test)
const bartek = await buildUser(test)
let smtp: SmtpDouble
beforeAll(async () => {
  smtp = await openSmtpDouble()
})
afterAll(() => smtp.close())

const server = (more: object = {}) => ({
  host: 'smtp.nasza.example',
  port: 587,
  encryption: 'starttls',
  sender: 'lupa@nasza.example',
  ...more,
})

it('is for administrators only', async () => {
  expect((await bartek.get('/api/mail-server')).status).toBe(403)
  expect((await bartek.put('/api/mail-server', server())).status).toBe(403)
  expect((await bartek.post('/api/mail-server/test')).status).toBe(403)
  expect((await bartek.remove('/api/mail-server')).status).toBe(403)
})

it('shows its password to nobody, keeps it encrypted, and sends it to no other server', async () => {
  expect((await admin.put('/api/mail-server', server({ user: 'lupa', password: PASSWORD }))).status).toBe(204)

  expect(JSON.stringify((await admin.get('/api/mail-server')).body)).not.toContain(PASSWORD)
  const { rows } = await test.asSuper.query('select * from mail_server')
  expect(JSON.stringify(rows)).not.toContain(PASSWORD)
  expect((await admin.put('/api/mail-server', server({ user: 'lupa', sender: 'inny@nasza.example' }))).status).toBe(204)
  for (const other of [{ host: 'obcy.example' }, { user: 'inny' }, { encryption: 'tls' }, { port: 25 }]) {
    const reply = await admin.put('/api/mail-server', server({ user: 'lupa', ...other }))
    expect([reply.status, reply.body.fields]).toEqual([400, ['password']])
  }
})

it('sends no password in the clear to another machine', async () => {
  const plain = await admin.put('/api/mail-server', server({ encryption: 'none', user: 'lupa', password: PASSWORD }))

  expect([plain.status, plain.body.fields]).toEqual([400, ['encryption']])
})

it.each([['lupa@nasza.example\r\nBcc: wszyscy@nasza.example'], ['Lupa <lupa@nasza.example>'], ['nikt']])(
  'refuses the sender %j',
  async sender => {
    expect((await admin.put('/api/mail-server', server({ sender }))).status).toBe(400)
  },
)

it('says in words what came of a trial, with the server’s own', async () => {
  await nameServer(admin, smtp)
  expect((await admin.post('/api/mail-server/test')).body).toEqual({ trouble: null, said: null, to: admin.email })
  expect(smtp.taken.at(-1)?.to).toEqual([admin.email])

  smtp.refuse({ code: 550, text: 'mailbox full of cats' })
  expect((await admin.post('/api/mail-server/test')).body).toMatchObject({
    trouble: 'recipient-refused',
    said: '550 mailbox full of cats',
  })
  smtp.refuse(null)

  const silent = await openSmtpDouble()
  await silent.close()
  await nameServer(admin, silent)
  expect((await admin.post('/api/mail-server/test')).body).toMatchObject({ trouble: 'unreachable', said: null })

  expect((await admin.remove('/api/mail-server')).status).toBe(204)
  expect((await admin.post('/api/mail-server/test')).body).toMatchObject({ trouble: 'no-server' })
})

it('does without TLS only where somebody said so, and checks the certificate', async () => {
  const folder = freshDataFolder('smtp-tls')
  const at = (name: string) => path.join(folder, name)
  const words = ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', '-subj', '/CN=localhost']
  const names = ['-addext', 'subjectAltName=IP:127.0.0.1', '-keyout', at('key.pem'), '-out', at('cert.pem')]
  await promisify(execFile)('openssl', [...words, ...names])
  const cert = readFileSync(at('cert.pem'), 'utf8')
  const encrypted = await openSmtpDouble({
    key: readFileSync(at('key.pem')),
    cert,
    disabledCommands: [],
    authOptional: false,
    onAuth: ({ username, password }, _session, done) =>
      username === 'lupa' && password === PASSWORD ? done(null, { user: 'lupa' }) : done(new Error('no')),
  })
  const put = (more: object) =>
    admin.put('/api/mail-server', server({ host: '127.0.0.1', port: encrypted.port, user: 'lupa', ...more }))
  const trial = async () => (await admin.post('/api/mail-server/test')).body.trouble

  await put({ password: PASSWORD })
  expect(await trial()).toBe('certificate')
  await put({ password: PASSWORD, authority: cert })
  expect(await trial()).toBe(null)
  // Neither is given again when only the sender changes.
  expect((await put({ sender: 'inny@nasza.example' })).status).toBe(204)
  await put({ password: 'inne haslo' })
  expect(await trial()).toBe('sign-in-refused')
  expect(encrypted.taken).toHaveLength(1)
  await put({ password: PASSWORD, authority: null })
  expect(await trial()).toBe('certificate')
  await encrypted.close()

  await admin.put('/api/mail-server', server({ host: '127.0.0.1', port: smtp.port }))
  expect(await trial()).toBe('not-encrypted')
})

it('logs nothing of a mail, nor its password', () => {
  expect(log.join('')).not.toMatch(new RegExp(`${PASSWORD}|cats|lupa@nasza`))
})

it('knows what it cannot know as its own trouble', () => {
  expect(mailTrouble(new Error('x')).code).toBe('internal')
})
