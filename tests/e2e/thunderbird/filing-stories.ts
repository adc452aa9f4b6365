import path from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { buildMail } from '../../support/mail.ts'
import { readPanel } from './inside-panel.ts'
import * as inside from './inside-thunderbird.ts'
import { setLayout } from './inside-windows.ts'
import { until } from './until.ts'
import { pictures, type World } from './world.ts'

const [arrowDown, enter] = ['\uE015', '\uE007']
export const filingMails = [
  mail('one', 'Oferta na regały'),
  buildMail({ messageId: '<two@nikt.example>', from: 'Jan <jan@nikt.example>', to: 'biuro@nasza.example' }),
]
let world: World
const ids: Record<string, string> = {}

function mail(id: string, subject: string): string {
  const [from, to] = ['Ewa <ewa@regalux.example>', 'biuro@nasza.example']
  return buildMail({ messageId: `<${id}@regalux.example>`, from, to, subject })
}

async function titlesOf(contractor: string): Promise<string[]> {
  const { items } = await world.ask('GET', `/api/contractors/${ids[contractor]}/timeline`)
  return items.map((row: { title: string }) => row.title)
}

/** Opens the mail and sees to it that it is filed. */
async function openFiled() {
  await world.thunderbird.open('one@regalux.example')
  await world.thunderbird.panelShows('Regalux')
  if ((await titlesOf('Regalux')).length === 0) await press('Przypisz')
  await world.thunderbird.panelShows('Odepnij')
}

const press = (name: string) => world.thunderbird.clickInPanel('button', name)
const isTagged = async () => (await world.dovecot.keywords('one@regalux.example')).includes('$lupafiled')

// biome-ignore-start lint/suspicious/noExplicitAny: these run inside the extension or the mail, where their globals live.
async function openIn(place: string, headerMessageId: string): Promise<void> {
  await (globalThis as any).messenger.messageDisplay.open({ headerMessageId, location: place })
}

function focusIn(host: string, role: string): boolean {
  let focused = document.querySelector(host) as any
  for (let inner = focused; inner; inner = inner.openOrClosedShadowRoot?.activeElement) focused = inner
  return focused?.getAttribute('role') === role
}

function holds(host: string, selector: string, words = ''): boolean {
  const within = (root: any): any[] => [
    ...root.querySelectorAll(selector),
    ...[...root.querySelectorAll('*')].flatMap(one =>
      one.openOrClosedShadowRoot ? within(one.openOrClosedShadowRoot) : [],
    ),
  ]
  const root = (document.querySelector(host) as any)?.openOrClosedShadowRoot
  return Boolean(root) && within(root).some(one => one.textContent.includes(words))
}
function clickIn(host: string, name: string): boolean {
  const within = (root: any): any[] =>
    [...root.querySelectorAll('*')].flatMap(one => [
      one,
      ...(one.openOrClosedShadowRoot ? within(one.openOrClosedShadowRoot) : []),
    ])
  const found = within(document).find(one => one.localName === 'button' && one.getAttribute('aria-label') === name)
  found?.click()
  return Boolean(found) && host !== ''
}
// biome-ignore-end lint/suspicious/noExplicitAny: see above

/** Filed mails are moved and taken out, wherever they are shown. */
export function filingStories(open: () => World) {
  beforeAll(async () => {
    world = open()
    await world.thunderbird.privileged(setLayout, 'classic')
    const regalux = await world.ask('POST', '/api/contractors', { name: 'Regalux', addresses: ['@regalux.example'] })
    const other = await world.ask('POST', '/api/contractors', { name: 'Spedytor', addresses: ['@spedytor.example'] })
    Object.assign(ids, { Regalux: regalux.id, Spedytor: other.id })
    await world.ask('POST', `/api/contractors/${other.id}/cases`, { title: 'Transport regałów' })
    await world.thunderbird.open('one@regalux.example')
    await world.thunderbird.panelShows('Regalux')
  })

  afterAll(() => world.thunderbird.privileged(setLayout, 'vertical'))

  it('moves a filed mail to another contractor by keyboard, and back by the undo', { timeout: 60_000 }, async () => {
    const { thunderbird } = world
    await press('Przypisz')
    // It gives the mail's head one line more, which moves the panel down.
    await until('the tag', isTagged)
    await press('Przenieś: Regalux')
    await press('Zmień')
    await until('the field to have the focus', () => thunderbird.inMessage(focusIn, 'lupa-panel', 'combobox'))
    await thunderbird.type('Spedy')
    await until('the list', () => thunderbird.inMessage(holds, 'lupa-panel', '[role=option]'))
    for (const key of [arrowDown, enter]) await thunderbird.pressTogether([key])
    await until('the target', () => thunderbird.inMessage(holds, 'lupa-panel', 'form.stack .cut', 'Spedytor'))
    await thunderbird.screenshot(path.join(pictures, 'thunderbird-move-classic-pl.png'))

    // In so low a panel the word of the filing stands over the button.
    await press('Zamknij')
    await press('Przenieś')

    await thunderbird.panelShows('Przeniesiono: Spedytor')
    expect(await titlesOf('Spedytor')).toEqual(['Oferta na regały'])
    expect(await titlesOf('Regalux')).toEqual([])
    await until('the tag', isTagged)

    await press('Cofnij')

    await until('the mail to be back', async () => (await titlesOf('Regalux')).length === 1)
    expect(await titlesOf('Spedytor')).toEqual([])
    expect(await isTagged()).toBe(true)
  })

  it('stands beside a mail in a tab and in a window of its own', { timeout: 60_000 }, async () => {
    const { thunderbird } = world
    for (const place of ['tab', 'window'] as const) {
      await thunderbird.inBackground(openIn, place, 'one@regalux.example')
      const read = () => thunderbird.privileged(inside.runInOpened, place, readPanel.toString(), ['lupa-panel'])
      await until(`the panel in a ${place}`, async () => String(await read()).includes('Regalux'))
      await until(`the filed state in a ${place}`, async () => String(await read()).includes('Odepnij'))
    }
  })

  it.each([
    ['awake', async () => undefined],
    ['asleep', () => world.thunderbird.suspendBackground()],
  ])(
    'takes a mail out although another is selected before the time to undo is over, the background %s',
    {
      timeout: 60_000,
    },
    async (_how, prepare) => {
      const { thunderbird } = world
      await openFiled()
      await press('Odepnij: Regalux')
      await thunderbird.panelShows('Cofnij')
      await prepare()

      await thunderbird.open('two@nikt.example')

      await until('the server to know', async () => (await titlesOf('Regalux')).length === 0, { limitMs: 5_000 })
    },
  )

  it.each(['tab', 'window'] as const)(
    'takes a mail out although its %s is closed at once, where the background had fallen asleep',
    { timeout: 60_000 },
    async place => {
      const { thunderbird } = world
      await world.tidy()
      await thunderbird.open('two@nikt.example')
      await openFiled()
      await thunderbird.inBackground(openIn, place, 'one@regalux.example')
      const inPlace = (work: (...args: never[]) => unknown, ...args: unknown[]) =>
        thunderbird.privileged(inside.runInOpened, place, work.toString(), ['lupa-panel', ...args])
      await until('its filed state', async () => String(await inPlace(readPanel)).includes('Odepnij'))
      await thunderbird.suspendBackground()
      await inPlace(clickIn, 'Odepnij: Regalux')
      await until('the way back', async () => String(await inPlace(readPanel)).includes('Cofnij'))

      await world.tidy()

      await until('the server to know', async () => (await titlesOf('Regalux')).length === 0, { limitMs: 5_000 })
    },
  )
}
