import path from 'node:path'
import { beforeAll, expect, it } from 'vitest'
import { buildMail } from '../../support/mail.ts'
import * as addOns from './inside-add-ons.ts'
import { bringForward } from './inside-alarms.ts'
import { runInTabPage } from './inside-thunderbird.ts'
import { until } from './until.ts'
import { pictures, type World } from './world.ts'

export const arrivalMails = [mail('old', 'Dawna wiadomość', new Date('2026-07-01T10:00:00+02:00'))]
let world: World
let contractorId: string

function mail(id: string, subject: string, date = new Date()): string {
  return buildMail({
    messageId: `<${id}@tartak.example>`,
    from: 'Ewa <ewa@tartak.example>',
    to: 'biuro@nasza.example',
    subject,
    date,
  })
}

const daysAgo = (days: number) => new Date(Date.now() - days * 24 * 60 * 60_000)

async function switchedOnAt(since: number): Promise<void> {
  // biome-ignore lint/suspicious/noExplicitAny: runs inside the extension, where its globals live.
  await (globalThis as any).messenger.storage.local.set({ 'files-since': since })
}

async function tagsOf(headerMessageId: string): Promise<string[]> {
  // biome-ignore lint/suspicious/noExplicitAny: runs inside the extension, where its globals live.
  const { messages } = (globalThis as any).messenger
  const [found] = (await messages.query({ headerMessageId })).messages
  const known: { key: string; tag: string }[] = await messages.tags.list()
  return known.filter(({ key }) => found?.tags.includes(key)).map(({ tag }) => tag)
}

const titles = async (): Promise<string[]> =>
  (await world.ask('GET', `/api/contractors/${contractorId}/timeline`)).items.map((row: { title: string }) => row.title)
const isTagged = async (id: string) => (await world.dovecot.keywords(`${id}@tartak.example`)).includes('$lupafiled')

/** Mail arrives, and the add-on is switched off and on. */
export function arrivalStories(open: () => World) {
  beforeAll(async () => {
    world = open()
    const contractor = await world.ask('POST', '/api/contractors', { name: 'Tartak', addresses: ['@tartak.example'] })
    contractorId = contractor.id
    await world.thunderbird.open('old@tartak.example')
    await world.thunderbird.panelShows('Tartak')
  })

  it('leaves new mail alone until the user wishes otherwise', { timeout: 60_000 }, async () => {
    await world.dovecot.deliver(mail('first', 'Przed zgodą'))

    await world.thunderbird.open('first@tartak.example')
    await world.thunderbird.panelShows('Przypisz wiadomość')

    expect(await titles()).toEqual([])
  })

  it('files what arrives after the user switched it on, unopened, and nothing of before', {
    timeout: 90_000,
  }, async () => {
    // biome-ignore lint/suspicious/noExplicitAny: runs inside the extension, where its globals live.
    await world.thunderbird.inBackground(() => (globalThis as any).messenger.runtime.openOptionsPage())
    await world.thunderbird.clickInPage('options.html', 'checkbox', 'Przypisuj nową pocztę automatycznie')
    await world.thunderbird.screenshot(path.join(pictures, 'thunderbird-options-pl.png'))
    await world.thunderbird.open('old@tartak.example')

    // Fetched only now, as all the mail of an account that is set up anew.
    await world.dovecot.deliver(mail('before', 'Napisana przed zgodą', daysAgo(3)))
    await world.dovecot.deliver(mail('second', 'Po zgodzie'))

    await until('the mail to be filed', async () => (await titles()).includes('Po zgodzie'), { limitMs: 40_000 })
    await until('its tag', () => isTagged('second'))
    expect(await titles()).toEqual(['Po zgodzie'])
  })

  it('files what was written on Friday and fetched on Monday', { timeout: 90_000 }, async () => {
    await world.thunderbird.inBackground(switchedOnAt, daysAgo(5).getTime())

    await world.dovecot.deliver(mail('friday', 'Z piątku wieczorem', daysAgo(2.5)))

    await until('the mail to be filed', async () => (await titles()).includes('Z piątku wieczorem'), {
      limitMs: 40_000,
    })
    expect(await titles()).not.toContain('Napisana przed zgodą')
  })

  it('marks a new mail that somebody else filed, though nobody opened it', { timeout: 90_000 }, async () => {
    await world.thunderbird.open('old@tartak.example')
    await world.thunderbird.panelShows('Tartak')
    // biome-ignore lint/suspicious/noExplicitAny: runs inside the extension, where its globals live.
    await world.thunderbird.inBackground(() => (globalThis as any).messenger.storage.local.remove('files-since'))
    const source = mail('third', 'Przypisana przez innych')
    await world.hand(source, `?contractorId=${contractorId}`)

    await world.dovecot.deliver(source)

    // It comes in a few seconds by itself.
    await until('it to be looked after', () => world.thunderbird.inBackground(bringForward, 'new-mail'))
    await until('its tag', () => isTagged('third'))
  })

  it('shows the mark that the server set as its own tag', { timeout: 60_000 }, async () => {
    await world.dovecot.deliver(mail('marked', 'Oznaczona przez serwer'), { flags: ['$LupaFiled'] })

    const tags = () => world.thunderbird.inBackground(tagsOf, 'marked@tartak.example')
    await until('the mail', async () => (await tags()).length > 0)
    expect(await tags()).toEqual(['Przypisany'])
  })

  it('opens the web application in a space', { timeout: 60_000 }, async () => {
    const { thunderbird } = world
    const tab = await thunderbird.inBackground(async () => {
      // biome-ignore lint/suspicious/noExplicitAny: runs inside the extension, where its globals live.
      const { spaces } = (globalThis as any).messenger
      const [ours, other] = await spaces.query({ isSelfOwned: true })
      return other ? null : (await spaces.open(ours.id)).id
    })

    const heading = () => document.querySelector('h1, h2')?.textContent ?? ''
    const shown = () => thunderbird.privileged(runInTabPage, heading.toString(), []).catch(() => '')
    await until('the form to sign in', async () => (await shown()) === 'Zaloguj się')
    // biome-ignore lint/suspicious/noExplicitAny: runs inside the extension, where its globals live.
    await thunderbird.inBackground(async id => (globalThis as any).messenger.tabs.remove(id), tab)
  })

  it('is all there again when the add-on is switched off and on', { timeout: 60_000 }, async () => {
    const { thunderbird } = world
    await thunderbird.open('second@tartak.example')
    await thunderbird.panelShows('Po zgodzie')

    await thunderbird.privileged(addOns.switchOffAndOn, 'lupa@lupa.addon')

    await thunderbird.panelShows('Po zgodzie')
    await thunderbird.open('old@tartak.example')
    await thunderbird.panelShows('Przypisz wiadomość')
    await thunderbird.select(['old@tartak.example', 'second@tartak.example'])
    await thunderbird.chooseInMenu('Przypisz do kontrahenta…')
    await until('the window', () => thunderbird.inPage('several.html', () => true))
  })

  it('opens the window of its own by a key', { timeout: 60_000 }, async () => {
    const [control, shift] = ['\uE009', '\uE008']
    await world.thunderbird.open('second@tartak.example')
    await world.thunderbird.panelShows('Po zgodzie')

    await world.thunderbird.pressTogether([control, shift, 'Y'])

    const words = () => world.thunderbird.inPage('pop-out.html', () => document.body.textContent)
    await until('the mail in that window', async () => (await words())?.includes('Tartak'))
  })
}
