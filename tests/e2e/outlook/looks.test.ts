import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { base64, mail, mailWithPriceList } from './mails.ts'
import { type OutlookWindow, openOutlook } from './outlook-window.ts'
import { barriersBeside, barriersIn, signInBeside } from './pane-reader.ts'
import { openWorld, type World } from './world.ts'

/** Where pictures of every state are left for somebody to look at, when the variable names a folder. */
const album = process.env.LUPA_SCREENS

let world: World

beforeAll(async () => {
  world = await openWorld('blocked')
  const place = `contractorId=${world.contractorId}&caseId=${world.caseId}`
  await world.direct.handIn(`/api/messages?${place}`, mailWithPriceList)
  const me = JSON.parse(await world.direct.text('/api/me'))
  const task = { kind: 'task', contractorId: world.contractorId, assigneeId: me.id, dueOn: '2026-01-02' }
  await world.direct.post('/api/activities', { ...task, title: 'Wysłać poprawioną ofertę' })
  const { issuer, clientId } = world.microsoft
  await world.direct.post('/api/sign-in-providers', {
    name: 'Microsoft 365',
    issuer,
    clientId,
    clientSecret: 'tajemnica',
  })
})

afterAll(() => world?.close())

const light = '#ffffff'
const dark = '#1f1f1f'

const offer = {
  id: 'a1',
  name: 'Oferta na regały.pdf',
  contentType: 'application/pdf',
  content: base64('%PDF-1.7 oferta'),
}
const items = [
  mail('known'),
  mail('unknown', { from: { name: 'Obcy Człowiek', address: 'obcy@inna.example' } }),
  mail('draft', { kind: 'compose', to: [{ name: 'Anna', address: 'anna@meblex.example' }] }),
  mail('empty', { kind: 'compose', subject: '', to: [] }),
  mail('meeting', { kind: 'appointment' }),
  mail('filed'),
  ...['sum-1', 'sum-2', 'sum-3'].map(id => mail(id)),
  mail('unreadable'),
  mail('meant', { kind: 'compose', to: [{ name: 'Anna', address: 'anna@meblex.example' }] }),
  mail('carrying', { attachments: [offer], source: base64(mailWithPriceList) }),
  mail('long', { subject: `Bardzo długi temat wiadomości ${'o regałach magazynowych '.repeat(5)}` }),
]

/** What is selected, and what is done then. */
interface Scene {
  ids: string[]
  act?(outlook: OutlookWindow): Promise<void>
}

const states: Record<string, Scene> = {
  known: { ids: ['known'] },
  // Filed already, when an earlier look has done it.
  filed: {
    ids: ['filed'],
    async act({ pane }) {
      const button = pane.getByRole('button', { name: /^(Przypisz|File)$/ })
      if (await button.count()) await button.click()
    },
  },
  attachments: {
    ids: ['carrying'],
    act: ({ pane }) => pane.getByRole('button', { name: /^(Załączniki|Attachments)$/ }).click(),
  },
  unreadable: { ids: ['unreadable'], act: fileInVain },
  unknown: { ids: ['unknown'] },
  draft: { ids: ['draft'] },
  'empty-draft': { ids: ['empty'] },
  'draft-with-case': {
    ids: ['meant'],
    act: ({ pane }) => pane.getByRole('button', { name: /^(Wybierz sprawę|Choose the case|Choose case)$/ }).click(),
  },
  meeting: { ids: ['meeting'] },
  several: { ids: ['known', 'long', 'unknown'] },
  results: {
    ids: ['sum-1', 'sum-2', 'sum-3'],
    act: ({ pane }) => pane.getByRole('button', { name: /^(Przypisz|File) 3/ }).click(),
  },
  nothing: { ids: [] },
}

async function fileInVain(outlook: OutlookWindow) {
  await outlook.rig(rig => {
    for (const id of [204, 37, 150]) rig.always[id] = 9030
  })
  await outlook.pane.getByRole('button', { name: /^(Przypisz|File)$/ }).click()
  await outlook.pane.getByRole('alert').waitFor()
  await outlook.rig(rig => {
    rig.always = {}
  })
}

describe.each([
  ['pl-PL', light, 320, 'none'],
  ['en-GB', dark, 320, 'none'],
  ['pl-PL', dark, 600, 'none'],
  ['en-GB', light, 320, 'active'],
] as const)('in %s on %s, %i px wide, forced colours %s', (language, colour, width, forcedColors) => {
  let outlook: OutlookWindow

  async function picture(name: string) {
    if (!album) return
    mkdirSync(album, { recursive: true })
    const file = [name, language, colour === dark ? 'dark' : 'light', width, forcedColors].join('-')
    await outlook.page.screenshot({ path: path.join(album, `${file}.png`) })
  }

  it('has no barrier in any state', async () => {
    const account = { unasked: null, asked: null }
    outlook = await openOutlook(world.browser, { items, selected: ['known'], language, width, account })
    await outlook.page.emulateMedia({ forcedColors, reducedMotion: 'reduce' })
    const heading = outlook.pane.getByRole('heading', { level: 2 }).first()
    await heading.waitFor()
    await outlook.rig((rig, paint: string) => rig.theme(paint), colour)
    const found: Record<string, string[]> = {}
    await outlook.pane.getByRole('button', { name: /^(Zaloguj się kontem|Sign in with) Microsoft 365$/ }).click()
    await outlook.pane.getByRole('alert').waitFor()
    await picture('sign-in')
    found['sign-in'] = await barriersBeside(outlook)
    await signInBeside(outlook)

    for (const [name, { ids, act }] of Object.entries(states)) {
      await outlook.rig((rig, chosen: string[]) => rig.select(...chosen), ids)
      await outlook.page.waitForTimeout(900)
      await act?.(outlook)
      if (act) await outlook.page.waitForTimeout(900)
      await picture(name)
      found[name] = await barriersBeside(outlook)
    }

    expect(Object.entries(found).filter(([, lines]) => lines.length > 0)).toEqual([])
    const ground = await outlook.pane.locator('.lupa.pane').evaluate(box => getComputedStyle(box).backgroundColor)
    expect(ground).toBe(colour === dark ? 'rgb(41, 41, 41)' : 'rgb(255, 255, 255)')
    await outlook.close()
  })
})

it('files a mail by keyboard alone', async () => {
  const outlook = await openOutlook(world.browser, { items: [mail('keys')], selected: ['keys'] })
  await signInBeside(outlook)
  await outlook.pane.getByRole('heading', { name: 'Meblex' }).waitFor()
  await outlook.pane.getByRole('button', { name: 'Wskaż innego kontrahenta' }).focus()

  const focused = () => outlook.pane.locator(':focus').textContent()
  for (let press = 0; press < 12 && (await focused()) !== 'Przypisz'; press += 1)
    await outlook.page.keyboard.press('Tab')
  await outlook.page.keyboard.press('Enter')

  await outlook.pane.getByRole('article', { name: 'Przypisano' }).waitFor()
  await outlook.close()
})

it.each([
  ['pl-PL', 'light'],
  ['en-GB', 'dark'],
] as const)('has no barrier in the window for signing in, in %s on %s', async (language, colorScheme) => {
  const outlook = await openOutlook(world.browser, { items: [mail('known')], selected: ['known'], language })
  const opening = outlook.page.context().waitForEvent('page')
  await outlook.pane.getByRole('button', { name: /separate window|osobnym oknie/ }).click()
  const window = await opening
  await window.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
  await window.setViewportSize({ width: 420, height: 640 })
  await window.getByRole('heading', { level: 1 }).waitFor()

  expect(await barriersIn(window.mainFrame())).toEqual([])
  if (album) await window.screenshot({ path: path.join(album, `window-${language}-${colorScheme}.png`) })
  await outlook.close()
})
