import { rmSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { buildExtension } from '../../../addin/thunderbird/build.ts'
import { lupa, type Run } from '../../support/command-line.ts'
import { freshDataFolder } from '../../support/data-folder.ts'
import { buildMail } from '../../support/mail.ts'
import { type Dovecot, startDovecot } from './dovecot.ts'
import { freePort } from './free-port.ts'
import { createProfile } from './profile.ts'
import { polish, signIn } from './sign-in.ts'
import { startThunderbird, type Thunderbird } from './thunderbird.ts'
import { until } from './until.ts'

const folder = freshDataFolder('thunderbird')
const pictures = path.resolve(import.meta.dirname, '../../../build/pictures')
const me = { email: 'biuro@nasza.example', password: 'Hasło biura 1' }
let server: Run
let origin: string
let token: string
let dovecot: Dovecot
let thunderbird: Thunderbird
let contractorId: string

/** Asks the real server as the signed-in user. */
async function ask(method: string, address: string, body?: object) {
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` }
  const reply = await fetch(`${origin}${address}`, { method, headers, ...(body && { body: JSON.stringify(body) }) })
  if (!reply.ok) throw new Error(`${method} ${address}: ${reply.status} ${await reply.text()}`)
  return reply.json()
}

const timeline = async () => (await ask('GET', `/api/contractors/${contractorId}/timeline`)).items

beforeAll(async () => {
  await mkdir(pictures, { recursive: true })
  server = lupa(['serve'], { LUPA_DATA: folder, LUPA_ADMIN_EMAIL: me.email, LUPA_ADMIN_PASSWORD: me.password })
  origin = (await server.says(/Lupa is ready at (http:\S+)/))[1] ?? ''
  const session = await fetch(`${origin}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(me),
  })
  token = (await session.json()).token
  const contractor = await ask('POST', '/api/contractors', {
    name: 'Hurtownia Kowal sp. z o.o.',
    addresses: ['@kowal.example'],
  })
  contractorId = contractor.id
  await ask('POST', `/api/contractors/${contractorId}/cases`, { title: 'Reklamacja krzeseł' })
  await ask('POST', '/api/activities', { kind: 'call', contractorId, title: 'Rozmowa o terminie dostawy' })

  dovecot = await startDovecot()
  await dovecot.deliver(mail('one@kowal.example', 'Zapytanie o krzesła'))
  // The list has the newest on top, and a Date is exact to the second only.
  await dovecot.deliver(mail('three@kowal.example', 'Pierwsza z wielu'))
  await dovecot.deliver(mail('four@kowal.example', 'Druga z wielu', new Date(Date.now() - 60_000)))
  await dovecot.deliver(
    buildMail({ messageId: '<stranger@obcy.example>', from: 'Jan Obcy <jan@obcy.example>', to: me.email }),
  )
  const marionettePort = await freePort()
  const profile = await createProfile({
    imap: dovecot,
    marionettePort,
    language: 'pl',
    layout: 'vertical',
    backgroundIdleMs: 2000,
  })
  thunderbird = await startThunderbird({ profile, marionettePort, extensionId: 'lupa@lupa.addon' })
  await thunderbird.logIn(dovecot.password, { expectedMails: 4 })
  await thunderbird.install(await buildExtension({ outFile: path.join(folder, 'lupa.xpi'), serverAddress: origin }))
}, 180_000)

afterAll(async () => {
  await thunderbird?.quit()
  await dovecot?.stop()
  server?.child.kill('SIGTERM')
  await server?.ended
  rmSync(folder, { recursive: true, force: true })
}, 60_000)

const popOutText = () => thunderbird.inPage('pop-out.html', readPane)
const isTagged = async (messageId: string) => (await dovecot.keywords(messageId)).includes('$lupafiled')

// biome-ignore-start lint/suspicious/noExplicitAny: these run inside the extension, where its globals live.
async function tagNames(): Promise<string[]> {
  const tags = await (globalThis as any).messenger.messages.tags.list()
  return tags.map(({ tag }: { tag: string }) => tag)
}

async function clickButton(name: string): Promise<void> {
  const { document, setTimeout } = globalThis as any
  for (let attempt = 0; attempt < 200; attempt += 1) {
    const button = [...document.querySelectorAll('button')].find(
      one => one.textContent.replace(/\s+/g, ' ').trim() === name,
    )
    if (button) return button.click()
    await new Promise(resolve => setTimeout(resolve, 20))
  }
  throw new Error(`no button ${name}, but: ${document.querySelector('.pane')?.textContent}`)
}

function readPane(): string {
  return (globalThis as any).document.querySelector('.pane').textContent.replace(/\s+/g, ' ')
}

function readResults(): string[] {
  return [...(globalThis as any).document.querySelectorAll('li')].map(row => row.textContent.trim())
}
// biome-ignore-end lint/suspicious/noExplicitAny: see above

function mail(messageId: string, subject: string, date = new Date()): string {
  const from = 'Anna Kowal <anna@kowal.example>'
  return buildMail({ messageId: `<${messageId}>`, from, to: me.email, subject, date })
}

it('signs in from the settings page', { timeout: 60_000 }, async () => {
  await thunderbird.open('one@kowal.example')
  await thunderbird.panelShows(/Zaloguj|ustawienia/)

  await signIn(thunderbird, me, polish)

  await thunderbird.panelShows('Hurtownia Kowal sp. z o.o.')
})

it('shows the contractor and his timeline beside the open mail', { timeout: 60_000 }, async () => {
  await thunderbird.open('one@kowal.example')

  const text = await thunderbird.panelShows('Hurtownia Kowal sp. z o.o.')

  await thunderbird.panelShows('Rozmowa o terminie dostawy')
  await thunderbird.screenshot(path.join(pictures, 'thunderbird-pl.png'))
  expect(text).toContain('Hurtownia Kowal')
})

it('files the open mail with one click', { timeout: 60_000 }, async () => {
  await thunderbird.clickInPanel('button', 'Przypisz')

  await thunderbird.panelShows(/Przypisano|Przypisana|Przypisany/)
  const rows = await timeline()
  expect(rows.map((row: { title: string }) => row.title)).toContain('Zapytanie o krzesła')
  const item = rows.find((row: { title: string }) => row.title === 'Zapytanie o krzesła')
  const { filings } = await ask('GET', `/api/items/${item.id}`)
  expect(filings).toMatchObject([{ method: 'hand' }])
})

it('tags the filed mail for every client, and for no other mail', { timeout: 60_000 }, async () => {
  await until('the tag to reach the mail server', () => isTagged('one@kowal.example'))

  expect(await isTagged('three@kowal.example')).toBe(false)
  expect(await thunderbird.inBackground(tagNames)).toContain('Przypisany')
})

it('files several selected mails in one act and says of each how it went', { timeout: 60_000 }, async () => {
  await thunderbird.select(['three@kowal.example', 'four@kowal.example'])
  await thunderbird.chooseInMenu('Przypisz do kontrahenta…')
  await thunderbird.inPage('several.html', clickButton, 'Przypisz 2 wiadomości')
  const results = () => thunderbird.inPage('several.html', readResults)
  await until('both to be filed', async () => (await results()).every(result => result.endsWith('przypisana')))
  await thunderbird.pictureOf('several.html', path.join(pictures, 'thunderbird-several-pl.png'))

  expect(await results()).toEqual([
    expect.stringContaining('Pierwsza z wielu'),
    expect.stringContaining('Druga z wielu'),
  ])
  const titles = (await timeline()).map((row: { title: string }) => row.title)
  expect(titles).toEqual(expect.arrayContaining(['Pierwsza z wielu', 'Druga z wielu']))
  await until('both tags', async () => (await isTagged('three@kowal.example')) && isTagged('four@kowal.example'))
})

it('takes the tag off when the mail is shown after somebody unfiled it elsewhere', { timeout: 60_000 }, async () => {
  const row = (await timeline()).find(({ title }: { title: string }) => title === 'Pierwsza z wielu')
  const headers = { authorization: `Bearer ${token}` }
  const unfiled = await fetch(`${origin}/api/items/${row.id}`, { method: 'DELETE', headers })
  expect(unfiled.status).toBe(204)

  await thunderbird.open('three@kowal.example')

  await until('the tag to leave the mail server', async () => !(await isTagged('three@kowal.example')))
  expect(await isTagged('four@kowal.example')).toBe(true)
  await thunderbird.open('one@kowal.example')
  await thunderbird.panelShows('Hurtownia Kowal sp. z o.o.')
})

it('follows the selection in a window of its own', { timeout: 60_000 }, async () => {
  await thunderbird.clickMailButton()
  await until('the open mail to be there', async () => (await popOutText()).includes('Odepnij'))
  await thunderbird.pictureOf('pop-out.html', path.join(pictures, 'thunderbird-pop-out-pl.png'))

  await thunderbird.open('stranger@obcy.example')
  await until('the other mail to be there', async () => (await popOutText()).includes('jan@obcy.example'))

  await thunderbird.select(['three@kowal.example', 'four@kowal.example'])
  await until('several mails to be there', async () => (await popOutText()).includes('2 zaznaczone wiadomości'))

  await thunderbird.open('one@kowal.example')
  await until('the first mail to be back', async () => (await popOutText()).includes('Hurtownia Kowal'))
})

it('shows a mail that was just delivered within 15 seconds, though the background slept', {
  timeout: 90_000,
}, async () => {
  const { port, user, password } = dovecot
  await ask('POST', '/api/mailboxes', {
    kind: 'imap',
    host: '127.0.0.1',
    port,
    tls: false,
    user,
    password,
    since: '2026-01-01',
  })
  await until('the background to sleep', async () => !(await thunderbird.isBackgroundAwake()), { limitMs: 20_000 })

  const delivered = performance.now()
  await dovecot.deliver(mail('two@kowal.example', 'Nowa wiadomość w trakcie'))
  await thunderbird.panelShows('Nowa wiadomość w trakcie')

  expect(performance.now() - delivered).toBeLessThan(15_000)
  const titles = (await timeline()).map((row: { title: string }) => row.title)
  expect(titles.filter((title: string) => title === 'Nowa wiadomość w trakcie')).toHaveLength(1)
})

it('takes the mail out again', { timeout: 60_000 }, async () => {
  await thunderbird.clickInPanel('button', 'Odepnij: Hurtownia Kowal sp. z o.o. · 2026/0001')

  await until(
    'the server to know',
    async () => !(await timeline()).some((row: { title: string }) => row.title === 'Zapytanie o krzesła'),
  )
  await until('the tag to leave the mail server', async () => !(await isTagged('one@kowal.example')))
  await thunderbird.screenshot(path.join(pictures, 'thunderbird-unfiled-pl.png'))
})
