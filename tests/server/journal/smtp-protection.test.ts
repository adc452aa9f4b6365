import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { afterEach, expect, it } from 'vitest'
import { hashPassword } from '../../../server/identity/password.ts'
import type { Journal } from '../../../server/journal/start-journal.ts'
import { freshDataFolder } from '../../support/data-folder.ts'
import { openTestHouse } from '../../support/house.ts'
import { buildMail } from '../../support/mail.ts'
import { buildUser } from '../../support/people.ts'
import { buildJournalAddress, dial, openTestDoor, sendMail } from '../../support/smtp-door.ts'

const test = await openTestHouse()
const anna = await buildUser(test)
const to = `${(await buildJournalAddress(anna)).localPart}@lupa.nasza.example`
const folder = freshDataFolder('smtp-tls')
const key = path.join(folder, 'key.pem')
const cert = path.join(folder, 'cert.pem')
const made = spawnSync('openssl', [
  ...['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', '-subj', '/CN=lupa.nasza.example'],
  ...['-keyout', key, '-out', cert],
])
// In CI what is missing fails.
const withOpenssl = it.skipIf(made.status !== 0 && !process.env.CI)
const tls = { LUPA_SMTP_TLS_KEY: key, LUPA_SMTP_TLS_CERT: cert }
const login = { LUPA_SMTP_USER: 'exchange', LUPA_SMTP_PASSWORD: 'bardzo tajne' }
const good = { user: 'exchange', pass: 'bardzo tajne' }
const opened: Journal[] = []

afterEach(async () => {
  for (const door of opened.splice(0)) await door.stop()
})

async function open(environment: Record<string, string>) {
  const door = await openTestDoor(test, environment)
  opened.push(door)
  return door.port
}
async function offers(port: number): Promise<string> {
  const client = await dial(port)
  await client.line()
  const offered = await client.say('EHLO serwer.example')
  client.drop()
  return offered
}
const refusalOf = (sent: Promise<string>) =>
  sent.then(
    () => null,
    error => error.responseCode,
  )

it('offers neither STARTTLS nor AUTH unless they are set up', async () => {
  const offered = await offers(await open({}))
  expect(offered).not.toContain('STARTTLS')
  expect(offered).not.toContain('AUTH')
  expect(offered).toContain('PIPELINING')
})

withOpenssl('takes mail over STARTTLS, and without it unless it is required (needs openssl)', async () => {
  const port = await open(tls)
  expect(await offers(port)).toContain('STARTTLS')
  expect(await sendMail(port, to, buildMail(), { tls: true })).toMatch(/^250/)
  expect(await sendMail(port, to, buildMail())).toMatch(/^250/)
})

withOpenssl('takes nothing in the clear where TLS is required (needs openssl)', async () => {
  const port = await open({ ...tls, LUPA_SMTP_REQUIRE_TLS: '1' })
  expect(await refusalOf(sendMail(port, to, buildMail()))).toBe(530)
  expect(await sendMail(port, to, buildMail(), { tls: true })).toMatch(/^250/)
})

withOpenssl('forgets what was said in the clear before STARTTLS (needs openssl)', async () => {
  const client = await dial(await open(tls))
  await client.line()
  await client.say('EHLO serwer.example')

  client.write('STARTTLS\r\nMAIL FROM:<wstrzykniety@zly.example>\r\n')

  expect(await client.line()).toMatch(/^220/)
  const after = await Promise.race([client.line(), new Promise(resolve => setTimeout(() => resolve('silence'), 400))])
  expect(after === 'silence' || after === '').toBe(true)
  client.drop()
})

it('asks for the login on this machine in the clear, and takes nothing without it', async () => {
  const port = await open(login)
  expect(await offers(port)).toContain('AUTH')
  expect(await refusalOf(sendMail(port, to, buildMail()))).toBe(530)
  expect(await refusalOf(sendMail(port, to, buildMail(), { login: { ...good, pass: 'nie to' } }))).toBe(535)
  expect(await refusalOf(sendMail(port, to, buildMail(), { login: { ...good, user: 'inny' } }))).toBe(535)
  expect(await sendMail(port, to, buildMail(), { login: good })).toMatch(/^250/)
})

it('knows the password also by its hash', async () => {
  const port = await open({ ...login, LUPA_SMTP_PASSWORD: await hashPassword(good.pass) })
  expect(await refusalOf(sendMail(port, to, buildMail(), { login: { ...good, pass: 'nie to' } }))).toBe(535)
  expect(await sendMail(port, to, buildMail(), { login: good })).toMatch(/^250/)
})

withOpenssl('offers the login to other machines after STARTTLS only (needs openssl)', async () => {
  const port = await open({ ...tls, ...login, LUPA_SMTP_HOST: '0.0.0.0' })
  const client = await dial(port)
  await client.line()
  expect(await client.say('EHLO serwer.example')).not.toContain('AUTH')
  expect(await client.say(`AUTH PLAIN ${Buffer.from('\0exchange\0bardzo tajne').toString('base64')}`)).toMatch(/^5/)
  client.drop()
  expect(await sendMail(port, to, buildMail(), { login: good, tls: true })).toMatch(/^250/)
})

it('sends senders beyond the limit of connections away for now', async () => {
  const port = await open({ LUPA_SMTP_CONNECTIONS: '2' })
  const clients = [await dial(port), await dial(port)]
  for (const client of clients) expect(await client.line()).toMatch(/^220/)

  const third = await dial(port)
  expect(await third.line()).toMatch(/^421/)
  for (const client of [...clients, third]) client.drop()
})
