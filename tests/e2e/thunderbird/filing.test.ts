import path from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { buildMail } from '../../support/mail.ts'
import { readPanel } from './inside-panel.ts'
import * as inside from './inside-thunderbird.ts'
import { polish, signIn } from './sign-in.ts'
import { until } from './until.ts'
import { pictures, startWorld, type World } from './world.ts'

const [arrowDown, enter] = ['\uE015', '\uE007']
let world: World
const ids: Record<string, string> = {}

beforeAll(async () => {
  const mails = [mail('one', 'Oferta na regały'), mail('two', 'Inna wiadomość')]
  world = await startWorld({ name: 'filing', mails, layout: 'classic' })
  const meblex = await world.ask('POST', '/api/contractors', { name: 'Meblex', addresses: ['@meblex.example'] })
  const other = await world.ask('POST', '/api/contractors', { name: 'Trans-Pol', addresses: ['@trans-pol.example'] })
  Object.assign(ids, { Meblex: meblex.id, 'Trans-Pol': other.id })
  await world.ask('POST', `/api/contractors/${other.id}/cases`, { title: 'Transport regałów' })
  await world.thunderbird.open('one@meblex.example')
  await world.thunderbird.panelShows(/ustawienia/)
  await signIn(world.thunderbird, world.me, polish)
  await world.thunderbird.panelShows('Meblex')
}, 180_000)

afterAll(() => world?.stop(), 60_000)

function mail(id: string, subject: string): string {
  const [from, to] = ['Ewa <ewa@meblex.example>', 'biuro@nasza.example']
  return buildMail({ messageId: `<${id}@meblex.example>`, from, to, subject })
}

async function titlesOf(contractor: string): Promise<string[]> {
  const { items } = await world.ask('GET', `/api/contractors/${ids[contractor]}/timeline`)
  return items.map((row: { title: string }) => row.title)
}

const press = (name: string) => world.thunderbird.clickInPanel('button', name)
const isTagged = async () => (await world.dovecot.keywords('one@meblex.example')).includes('$lupafiled')

it('moves a filed mail to another contractor by keyboard, and back by the undo', { timeout: 60_000 }, async () => {
  const { thunderbird } = world
  await press('Przypisz')
  // It gives the mail's head one line more, which moves the panel down.
  await until('the tag', isTagged)
  await press('Przenieś: Meblex')
  await press('Zmień')
  await until('the field to have the focus', () => thunderbird.inMessage(focusIn, 'lupa-panel', 'combobox'))
  await thunderbird.type('Trans')
  await until('the list', () => thunderbird.inMessage(holds, 'lupa-panel', '[role=option]'))
  for (const key of [arrowDown, enter]) await thunderbird.pressTogether([key])
  await until('the target', () => thunderbird.inMessage(holds, 'lupa-panel', 'form.stack .cut', 'Trans-Pol'))
  await thunderbird.screenshot(path.join(pictures, 'thunderbird-move-classic-pl.png'))

  await press('Przenieś')

  await thunderbird.panelShows('Przeniesiono: Trans-Pol')
  expect(await titlesOf('Trans-Pol')).toEqual(['Oferta na regały'])
  expect(await titlesOf('Meblex')).toEqual([])
  await until('the tag', isTagged)

  await press('Cofnij')

  await until('the mail to be back', async () => (await titlesOf('Meblex')).length === 1)
  expect(await titlesOf('Trans-Pol')).toEqual([])
  expect(await isTagged()).toBe(true)
})

it('stands beside a mail in a tab and in a window of its own', { timeout: 60_000 }, async () => {
  const { thunderbird } = world
  for (const place of ['tab', 'window'] as const) {
    await thunderbird.inBackground(openIn, place, 'one@meblex.example')
    const read = () => thunderbird.privileged(inside.runInOpened, place, readPanel.toString(), ['lupa-panel'])
    await until(`the panel in a ${place}`, async () => String(await read()).includes('Meblex'))
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
    await thunderbird.open('one@meblex.example')
    await thunderbird.panelShows('Oferta')
    if ((await titlesOf('Meblex')).length === 0) await press('Przypisz')
    await press('Odepnij: Meblex')
    await thunderbird.panelShows('Cofnij')
    // What was answered a moment ago is still awake.
    await new Promise(resolve => setTimeout(resolve, 3_000))
    await prepare()

    await thunderbird.open('two@meblex.example')

    await until('the server to know', async () => (await titlesOf('Meblex')).length === 0, { limitMs: 5_000 })
  },
)

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
// biome-ignore-end lint/suspicious/noExplicitAny: see above
