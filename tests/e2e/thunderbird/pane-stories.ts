import path from 'node:path'
import { beforeAll, expect, it } from 'vitest'
import { buildMail } from '../../support/mail.ts'
import { closeWindows } from './inside-windows.ts'
import { polish, signIn } from './sign-in.ts'
import { until } from './until.ts'
import { pictures, type World } from './world.ts'

export const paneMails = [
  mail('one@kowal.example', 'Zapytanie o krzesła'),
  // The list has the newest on top, and a Date is exact to the second only.
  mail('three@kowal.example', 'Pierwsza z wielu'),
  mail('four@kowal.example', 'Druga z wielu', new Date(Date.now() - 60_000)),
  buildMail({ messageId: '<stranger@obcy.example>', from: 'Jan Obcy <jan@obcy.example>', to: 'biuro@nasza.example' }),
]
let world: World
let contractorId: string
let reference: string

const timeline = async () => (await world.ask('GET', `/api/contractors/${contractorId}/timeline`)).items

const popOutText = () => world.thunderbird.inPage('pop-out.html', readPane)
const isTagged = async (messageId: string) => (await world.dovecot.keywords(messageId)).includes('$lupafiled')

// biome-ignore-start lint/suspicious/noExplicitAny: these run inside the extension, where its globals live.
async function tagNames(): Promise<string[]> {
  const tags = await (globalThis as any).messenger.messages.tags.list()
  return tags.map(({ tag }: { tag: string }) => tag)
}

async function selectionsKept(): Promise<string[]> {
  const kept = Object.keys(await (globalThis as any).messenger.storage.session.get(null))
  return kept.filter(key => key.startsWith('selection'))
}

/** Leaves no room where selections are kept, as two windows do that were opened for many thousand mails. */
async function fillRoom(): Promise<void> {
  const { session } = (globalThis as any).messenger.storage
  // Each its own, so that nothing is written twice.
  for (let size = 2 ** 22; size > 32; size /= 2)
    await session.set({ [`filling:${crypto.randomUUID()}`]: 'x'.repeat(size) }).then(
      () => {
        size *= 2
      },
      () => undefined,
    )
}

async function makeRoom(): Promise<void> {
  const { session } = (globalThis as any).messenger.storage
  const kept = Object.keys(await session.get(null))
  await session.remove(kept.filter(key => key.startsWith('filling:')))
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

function readPage(): string {
  return (globalThis as any).document.body.textContent
}

function readResults(): string[] {
  return [...(globalThis as any).document.querySelectorAll('li')].map(row => row.textContent.trim())
}
// biome-ignore-end lint/suspicious/noExplicitAny: see above

function mail(messageId: string, subject: string, date = new Date()): string {
  const from = 'Anna Kowal <anna@kowal.example>'
  return buildMail({ messageId: `<${messageId}>`, from, to: 'biuro@nasza.example', subject, date })
}

/** A first hour beside the mail: signing in, filing, the tag, several mails at once, the window of its own. */
export function paneStories(open: () => World) {
  beforeAll(async () => {
    world = open()
    const kowal = { name: 'Hurtownia Kowal sp. z o.o.', addresses: ['@kowal.example'] }
    contractorId = (await world.ask('POST', '/api/contractors', kowal)).id
    const complaint = await world.ask('POST', `/api/contractors/${contractorId}/cases`, { title: 'Reklamacja krzeseł' })
    reference = complaint.reference
    await world.ask('POST', '/api/activities', { kind: 'call', contractorId, title: 'Rozmowa o terminie dostawy' })
  })

  it('signs in from the settings page', { timeout: 60_000 }, async () => {
    await world.thunderbird.open('one@kowal.example')
    await world.thunderbird.panelShows(/Zaloguj|ustawienia/)

    await signIn(world.thunderbird, world.me, polish)

    await world.thunderbird.panelShows('Hurtownia Kowal sp. z o.o.')
  })

  it('shows the contractor and his timeline beside the open mail', { timeout: 60_000 }, async () => {
    await world.thunderbird.open('one@kowal.example')

    const text = await world.thunderbird.panelShows('Hurtownia Kowal sp. z o.o.')

    await world.thunderbird.panelShows('Rozmowa o terminie dostawy')
    await world.thunderbird.screenshot(path.join(pictures, 'thunderbird-pl.png'))
    expect(text).toContain('Hurtownia Kowal')
  })

  it('files the open mail with one click', { timeout: 60_000 }, async () => {
    await world.thunderbird.clickInPanel('button', 'Przypisz')

    await world.thunderbird.panelShows(/Przypisano|Przypisana|Przypisany/)
    const rows = await timeline()
    expect(rows.map((row: { title: string }) => row.title)).toContain('Zapytanie o krzesła')
    const item = rows.find((row: { title: string }) => row.title === 'Zapytanie o krzesła')
    const { filings } = await world.ask('GET', `/api/items/${item.id}`)
    expect(filings).toMatchObject([{ method: 'hand' }])
  })

  it('tags the filed mail for every client, and for no other mail', { timeout: 60_000 }, async () => {
    await until('the tag to reach the mail server', () => isTagged('one@kowal.example'))

    expect(await isTagged('three@kowal.example')).toBe(false)
    expect(await world.thunderbird.inBackground(tagNames)).toContain('Przypisany')
  })

  it('files several selected mails in one act and says of each how it went', { timeout: 60_000 }, async () => {
    await world.thunderbird.select(['three@kowal.example', 'four@kowal.example'])
    await world.thunderbird.chooseInMenu('Przypisz do kontrahenta…')
    await world.thunderbird.inPage('several.html', clickButton, 'Przypisz 2 wiadomości')
    const results = () => world.thunderbird.inPage('several.html', readResults)
    await until('both to be filed', async () => (await results()).every(result => result.endsWith('przypisana')))
    await world.thunderbird.pictureOf('several.html', path.join(pictures, 'thunderbird-several-pl.png'))

    expect(await results()).toEqual([
      expect.stringContaining('Pierwsza z wielu'),
      expect.stringContaining('Druga z wielu'),
    ])
    const titles = (await timeline()).map((row: { title: string }) => row.title)
    expect(titles).toEqual(expect.arrayContaining(['Pierwsza z wielu', 'Druga z wielu']))
    await until('both tags', async () => (await isTagged('three@kowal.example')) && isTagged('four@kowal.example'))
  })

  it('lets the selection of a closed window go, and says when there is no room for one', {
    timeout: 60_000,
  }, async () => {
    const { thunderbird } = world
    await until('it to be kept', async () => (await thunderbird.inBackground(selectionsKept)).length > 0)
    await thunderbird.privileged(closeWindows)
    await until('it to be gone', async () => (await thunderbird.inBackground(selectionsKept)).length === 0)

    await thunderbird.inBackground(fillRoom)
    await thunderbird.chooseInMenu('Przypisz do kontrahenta…')
    const words = () => thunderbird.inPage('several.html', readPage)
    await until('it to be said', async () => (await words()).includes('zbyt wiele wiadomości'))
    await thunderbird.pictureOf('several.html', path.join(pictures, 'thunderbird-too-many-pl.png'))
    await thunderbird.inBackground(makeRoom)
    await thunderbird.privileged(closeWindows)
  })

  it('takes the tag off when the mail is shown after somebody unfiled it elsewhere', { timeout: 60_000 }, async () => {
    const row = (await timeline()).find(({ title }: { title: string }) => title === 'Pierwsza z wielu')
    await world.ask('DELETE', `/api/items/${row.id}`)

    await world.thunderbird.open('three@kowal.example')

    await until('the tag to leave the mail server', async () => !(await isTagged('three@kowal.example')))
    expect(await isTagged('four@kowal.example')).toBe(true)
    await world.thunderbird.open('one@kowal.example')
    await world.thunderbird.panelShows('Hurtownia Kowal sp. z o.o.')
  })

  it('follows the selection in a window of its own', { timeout: 60_000 }, async () => {
    await world.thunderbird.clickMailButton()
    await until('the open mail to be there', async () => (await popOutText()).includes('Odepnij'))
    await world.thunderbird.pictureOf('pop-out.html', path.join(pictures, 'thunderbird-pop-out-pl.png'))

    await world.thunderbird.open('stranger@obcy.example')
    await until('the other mail to be there', async () => (await popOutText()).includes('jan@obcy.example'))

    await world.thunderbird.select(['three@kowal.example', 'four@kowal.example'])
    await until('several mails to be there', async () => (await popOutText()).includes('2 zaznaczone wiadomości'))

    await world.thunderbird.open('one@kowal.example')
    await until('the first mail to be back', async () => (await popOutText()).includes('Hurtownia Kowal'))
  })

  it('takes the mail out again', { timeout: 60_000 }, async () => {
    await world.thunderbird.clickInPanel('button', `Odepnij: Hurtownia Kowal sp. z o.o. · ${reference}`)
    await world.thunderbird.clickInPanel('button', 'Zamknij')

    await until(
      'the server to know',
      async () => !(await timeline()).some((row: { title: string }) => row.title === 'Zapytanie o krzesła'),
    )
    await until('the tag to leave the mail server', async () => !(await isTagged('one@kowal.example')))
    await world.thunderbird.screenshot(path.join(pictures, 'thunderbird-unfiled-pl.png'))
  })
}
