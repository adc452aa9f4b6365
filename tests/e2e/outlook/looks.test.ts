import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { mail } from './mails.ts'
import { type OutlookWindow, openOutlook } from './outlook-window.ts'
import { barriersBeside, signInBeside } from './pane-reader.ts'
import { openWorld, type World } from './world.ts'

/** Where pictures of every state are left for somebody to look at, when the variable names a folder. */
const album = process.env.LUPA_SCREENS

let world: World

beforeAll(async () => {
  world = await openWorld('allowed')
})

afterAll(() => world?.close())

const light = '#ffffff'
const dark = '#1f1f1f'

const items = [
  mail('known'),
  mail('unknown', { from: { name: 'Obcy Człowiek', address: 'obcy@inna.example' } }),
  mail('draft', { kind: 'compose', to: [{ name: 'Anna', address: 'anna@meblex.example' }] }),
  mail('empty', { kind: 'compose', subject: '', to: [] }),
  mail('meeting', { kind: 'appointment' }),
  mail('long', { subject: `Bardzo długi temat wiadomości ${'o regałach magazynowych '.repeat(5)}` }),
]

const states: Record<string, string[]> = {
  known: ['known'],
  unknown: ['unknown'],
  draft: ['draft'],
  'empty-draft': ['empty'],
  meeting: ['meeting'],
  several: ['known', 'long', 'unknown'],
  nothing: [],
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
    outlook = await openOutlook(world.browser, { items, selected: ['known'], language, width })
    await outlook.page.emulateMedia({ forcedColors, reducedMotion: 'reduce' })
    const heading = outlook.pane.getByRole('heading', { level: 2 }).first()
    await heading.waitFor()
    await outlook.rig((rig, paint: string) => rig.theme(paint), colour)
    const found: Record<string, string[]> = {}
    if (await outlook.pane.getByLabel(/^(Hasło|Password)/).count()) {
      await picture('sign-in')
      found['sign-in'] = await barriersBeside(outlook)
      await signInBeside(outlook)
    }

    for (const [name, ids] of Object.entries(states)) {
      await outlook.rig((rig, chosen: string[]) => rig.select(...chosen), ids)
      await outlook.page.waitForTimeout(900)
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
  await outlook.pane.getByRole('heading', { name: 'Meblex' }).waitFor()
  await outlook.pane.getByRole('button', { name: 'Wskaż innego kontrahenta' }).focus()

  const focused = () => outlook.pane.locator(':focus').textContent()
  for (let press = 0; press < 12 && (await focused()) !== 'Przypisz'; press += 1)
    await outlook.page.keyboard.press('Tab')
  await outlook.page.keyboard.press('Enter')

  await outlook.pane.getByRole('article', { name: 'Przypisano' }).waitFor()
  await outlook.close()
})
