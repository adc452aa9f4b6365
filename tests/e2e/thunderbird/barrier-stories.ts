import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { buildMail } from '../../support/mail.ts'
import { barriersIn, type Surface } from './barriers.ts'
import { runInTabPage } from './inside-thunderbird.ts'
import { setLook } from './inside-windows.ts'
import { until } from './until.ts'
import type { World } from './world.ts'

const [first, second] = ['Stolarnia Dąb', 'Hartownia Klon'] as const
export const barrierMails = [mail('one'), mail('two')]
const locales = path.resolve(import.meta.dirname, '../../../addin/thunderbird/_locales')
let world: World

function mail(id: string): string {
  const from = 'Ewa Lis <ewa@dab.example>'
  return buildMail({ messageId: `<${id}@dab.example>`, from, to: 'biuro@nasza.example', subject: `Regały ${id}` })
}

// biome-ignore-start lint/suspicious/noExplicitAny: these run inside the extension, where its globals live.
async function write(to: string[]): Promise<number> {
  const { messenger } = globalThis as any
  return (await messenger.compose.beginNew({ to, subject: 'Regały', plainTextBody: 'Dzień dobry' })).id
}

async function openLupa(tabId: number): Promise<void> {
  const { messenger } = globalThis as any
  const { windowId } = await messenger.tabs.get(tabId)
  await messenger.composeAction.openPopup({ windowId })
}

function send(tabId: number): void {
  void (globalThis as any).messenger.compose.sendMessage(tabId, { mode: 'sendNow' }).catch(() => undefined)
}

function openSettings(): Promise<void> {
  return (globalThis as any).messenger.runtime.openOptionsPage()
}

async function openSpace(): Promise<void> {
  const { spaces } = (globalThis as any).messenger
  const [ours] = await spaces.query({ isSelfOwned: true })
  await spaces.open(ours.id)
}

function isFormShown(): boolean {
  return (globalThis as any).document.querySelector('#sign-in')?.checkVisibility() === true
}

function readPage(): string {
  return (globalThis as any).document.body.innerText
}
// biome-ignore-end lint/suspicious/noExplicitAny: see above

/** A contractor with something of everything that the pane shows, and another. */
async function moveIn() {
  const { id: contractorId } = await world.ask('POST', '/api/contractors', { name: first, addresses: ['@dab.example'] })
  await world.ask('POST', '/api/contractors', { name: second, addresses: ['@klon.example'] })
  await world.ask('POST', `/api/contractors/${contractorId}/cases`, { title: 'Dostawa regałów' })
  for (const kind of ['call', 'task', 'note'])
    await world.ask('POST', '/api/activities', { kind, contractorId, title: `Regały: ${kind}` })
  const attachments = [{ name: 'Oferta.pdf', type: 'application/pdf', content: '%PDF-1.4 oferta\n%%EOF' }]
  await world.hand(
    buildMail({ from: 'Ewa <ewa@dab.example>', subject: 'Oferta', attachments }),
    `?contractorId=${contractorId}`,
  )
}

async function pageShows(page: string, words: string) {
  await until(`${page} to say ${words}`, async () => (await world.thunderbird.inPage(page, readPage)).includes(words))
}

interface Speech {
  language: 'pl' | 'en'
  /** What the extension itself says. */
  own: Record<string, { message: string }>
}

/** How each surface is brought on screen, in whatever language Thunderbird speaks, and words that it shows when it is whole. */
function surfacesIn({ language, own }: Speech): [Surface, string, () => Promise<void>][] {
  const { thunderbird } = world
  const openMail = async () => {
    await thunderbird.open('one@dab.example')
    await thunderbird.panelShows('Regały: note')
  }
  const sesame = language === 'pl' ? 'Hasło' : 'Password'
  return [
    ['panel', 'Regały: note', openMail],
    [
      'pop-out.html',
      'Regały: note',
      async () => {
        await openMail()
        await thunderbird.clickMailButton()
        await pageShows('pop-out.html', 'Regały: note')
      },
    ],
    [
      'several.html',
      'Regały two',
      async () => {
        await openMail()
        await thunderbird.select(['one@dab.example', 'two@dab.example'])
        await thunderbird.chooseInMenu(own['fileSeveral']?.message ?? '')
        await pageShows('several.html', 'Regały two')
      },
    ],
    [
      'compose.html',
      'Oferta.pdf',
      async () => {
        await thunderbird.inBackground(openLupa, await thunderbird.inBackground(write, ['ewa@dab.example']))
        await pageShows('compose.html', 'Oferta.pdf')
      },
    ],
    [
      'guard.html',
      second,
      async () => {
        await thunderbird.inBackground(send, await thunderbird.inBackground(write, ['a@dab.example', 'b@klon.example']))
        await pageShows('guard.html', second)
      },
    ],
    [
      'options.html',
      world.me.email,
      async () => {
        await thunderbird.inBackground(openSettings)
        await pageShows('options.html', world.me.email)
      },
    ],
    [
      'tab',
      sesame,
      async () => {
        await thunderbird.inBackground(openSpace)
        const read = () => thunderbird.privileged(runInTabPage, readPage.toString(), []).catch(() => '')
        await until('the application', async () => String(await read()).includes(sesame))
      },
    ],
  ]
}

/** What Thunderbird speaks, and how it looks before and after. */
interface Dress {
  language: 'pl' | 'en'
  look: 'light' | 'dark'
}

/** What is on screen before anybody signed in, judged by axe by day and by night. */
export function doorBarrierStories(open: () => World, { language, look }: Dress) {
  const signIn = language === 'pl' ? 'Zaloguj' : 'Sign in'

  afterAll(() => world.thunderbird.privileged(setLook, look))

  it('puts no barrier before who is not signed in, by day or by night', { timeout: 60_000 }, async () => {
    world = open()
    await world.thunderbird.open('one@dab.example')
    await world.thunderbird.panelShows(signIn)
    const panel = await barriersIn(world.thunderbird, 'panel', signIn)
    await world.thunderbird.inBackground(openSettings)
    await until('the form', () => world.thunderbird.inPage('options.html', isFormShown))
    const options = await barriersIn(world.thunderbird, 'options.html', signIn)
    await world.tidy()

    expect({ panel, options }).toEqual({ panel: [], options: [] })
  })
}

/** Everything of ours that is on screen in Thunderbird, judged by axe by day and by night. */
export function barrierStories(open: () => World, { language, look }: Dress) {
  beforeAll(async () => {
    world = open()
    await moveIn()
  })

  afterAll(() => world.thunderbird.privileged(setLook, look))

  it('puts no barrier before anybody, by day or by night', { timeout: 120_000 }, async () => {
    const own = JSON.parse(await readFile(path.join(locales, language, 'messages.json'), 'utf8'))
    const found: Record<string, string[]> = {}

    for (const [surface, words, show] of surfacesIn({ language, own })) {
      await show()
      found[surface] = await barriersIn(world.thunderbird, surface, words)
      await world.tidy()
    }

    expect(Object.entries(found).filter(([, lines]) => lines.length > 0)).toEqual([])
  })
}
