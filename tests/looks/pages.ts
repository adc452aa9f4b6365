import { mkdir, rm } from 'node:fs/promises'
import path from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { adminTexts } from '../../addin/text/app-texts.ts'
import { changeMe } from '../../shared/user.ts'
import { openBrowser } from '../e2e/browser/reader.ts'
import { root, say } from '../run/steps.ts'
import { lupa } from '../support/command-line.ts'
import { freshDataFolder } from '../support/data-folder.ts'
import { administrator, directClient } from '../support/live-server.ts'
import { dialogScenes, me } from './dialog-scenes.ts'
import { doorScenes } from './door-scenes.ts'
import { coloursOf, type Dress, fileOf, picturesOf, putOn, worn } from './dresses.ts'
import { fileScenes } from './file-scenes.ts'
import { addressesOf } from './page-addresses.ts'
import { previewScenes } from './preview-scenes.ts'
import { hearAnswers, type Scene } from './scene.ts'
import { laySheet } from './sheet.ts'
import { troubleScenes } from './trouble-scenes.ts'

const folder = path.join(root, 'build/looks/pages')
const SETTLE_MS = 500
const HEIGHT = 900
const PATIENCE_MS = 8000
const SHEET_SCALE = 0.35
/** Each language, look and width at least once with each other, and what is looked at more seldom. */
const dresses: Dress[] = [
  { language: 'en', look: 'light', width: 1440 },
  { language: 'pl', look: 'dark', width: 1440 },
  { language: 'pl', look: 'light', width: 360 },
  { language: 'en', look: 'dark', width: 360 },
  { language: 'pl', look: 'high contrast', width: 1440 },
  { language: 'en', look: 'light', width: 2560 },
  { language: 'pl', look: 'print', width: 800 },
]

/** In which states and dialogs are looked at: there are many of them, and they differ in less. */
const sceneDresses: Dress[] = [
  { language: 'pl', look: 'light', width: 1440 },
  { language: 'en', look: 'dark', width: 360 },
  { language: 'en', look: 'light', width: 1440 },
  { language: 'pl', look: 'dark', width: 360 },
  { language: 'pl', look: 'high contrast', width: 1440 },
]
const sets: Record<string, Record<string, Scene>> = {
  dialogs: dialogScenes,
  files: { ...fileScenes, ...previewScenes },
  troubles: troubleScenes,
  doors: doorScenes,
}
/** Failing, empty and waiting look alike on all pages, so fewer dresses tell, unless others are named. */
const troubleDresses = process.env['LUPA_LOOKS_DRESS'] ? sceneDresses : sceneDresses.slice(0, 2)
const scenes: Record<string, Scene> = {
  ...dialogScenes,
  ...fileScenes,
  ...previewScenes,
  ...troubleScenes,
  ...doorScenes,
}

/**
 * Takes a picture of every page of the sample company in each dress, and lays them on one sheet. What has to be scrolled
 * sideways is told. Words behind the call choose pages by their names: `npm run looks -- pages search`; `dialogs`,
 * `files`, `troubles` and `doors` are sets of pictures that are taken only when named, as each of them. `LUPA_LOOKS_AT` is the
 * address of a server that has the sample company already, with the same administrator; `LUPA_LOOKS_DRESS` narrows the
 * dresses, as in `en dark 360`.
 */
export async function lookAtPages(wanted: string[]) {
  await rm(folder, { recursive: true, force: true })
  await mkdir(folder, { recursive: true })
  const server = await serveSample()
  const browser = await openBrowser()
  try {
    const addresses = await addressesOf(server.origin)
    me.id = JSON.parse(await (await directClient(server.origin, administrator)).text('/api/me')).id
    const chosen = wanted.flatMap(name => (sets[name] ? Object.keys(sets[name]) : name))
    const pages = Object.keys(addresses).filter(name => wanted.length === 0 || wanted.includes(name))
    const states = Object.keys(scenes).filter(name => chosen.includes(name) && !(name in troubleScenes))
    const troubles = Object.keys(troubleScenes).filter(name => chosen.includes(name))
    for (const dress of pages.length > 0 ? worn(dresses) : [])
      await takePictures(browser, server.origin, addresses, pages, dress)
    for (const dress of states.length > 0 ? worn(sceneDresses) : [])
      await takePictures(browser, server.origin, addresses, states, dress)
    for (const dress of troubles.length > 0 ? worn(troubleDresses) : [])
      await takePictures(browser, server.origin, addresses, troubles, dress)
    await laySheet(
      await browser.newPage({ viewport: { width: 1800, height: 1000 } }),
      folder,
      [
        ...picturesOf(pages, worn(dresses)),
        ...picturesOf(states, worn(sceneDresses)),
        ...picturesOf(troubles, worn(troubleDresses)),
      ],
      SHEET_SCALE,
    )
  } finally {
    await browser.close()
    await server.stop()
  }
}

async function serveSample(): Promise<{ origin: string; stop(): Promise<void> }> {
  const there = process.env['LUPA_LOOKS_AT']
  if (there) return { origin: there, stop: async () => {} }
  const data = freshDataFolder('looks')
  const run = lupa(['serve', '--sample'], {
    LUPA_DATA: data,
    LUPA_ADMIN_EMAIL: administrator.email,
    LUPA_ADMIN_PASSWORD: administrator.password,
  })
  const [, origin = ''] = await run.says(/Lupa is ready at (http:\S+)/)
  // What is looked at comes after the server is ready.
  await run.says(/The sample company is loaded/)
  return {
    origin,
    stop: async () => {
      run.child.kill('SIGTERM')
      await run.ended
      await rm(data, { recursive: true, force: true })
    },
  }
}

async function takePictures(
  browser: Browser,
  origin: string,
  addresses: Record<string, string>,
  names: string[],
  dress: Dress,
) {
  // Whoever signs in on a new device is spoken to in the language of the account, whatever the browser's is.
  await (await directClient(origin, administrator)).patch(changeMe.url, { language: dress.language })
  await adminTexts.load(dress.language)
  const context = await browser.newContext({
    viewport: { width: dress.width, height: HEIGHT },
    ...coloursOf(dress),
    locale: dress.language,
  })
  const page = await context.newPage()
  page.setDefaultTimeout(PATIENCE_MS)
  page.on('pageerror', error => say(`${error}`))
  await page.goto(`${origin}/#/`)
  if (names.includes('sign in')) await takePicture(page, 'sign in', dress)
  for (const name of names.filter(one => one in doorScenes))
    await playScene(page, name, doorScenes[name] as Scene, `${origin}/${doorScenes[name]?.page}`, dress)
  // A step to another address of the same page would leave what was played at the door on it.
  await page.goto('about:blank')
  await page.goto(`${origin}/#/`)
  await page.locator('input[type=email]').fill(administrator.email)
  await page.locator('input[type=password]').fill(administrator.password)
  await page.locator('button[type=submit]').click()
  await page.locator('.shell').waitFor()
  await page.locator(`html[lang=${dress.language}]`).waitFor()
  await putOn(page, dress)
  for (const name of names.filter(one => one !== 'sign in' && !(one in doorScenes))) {
    const scene = scenes[name]
    if (scene) await playScene(page, name, scene, `${origin}/${addresses[scene.page]}`, dress)
    else {
      await page.goto(`${origin}/${addresses[name]}`)
      await page.locator('h1').first().waitFor()
      await takePicture(page, name, dress)
    }
  }
  await context.close()
}

/** Loads the page anew, so that nothing of what the server said before is left on it, and plays what happens there. */
async function playScene(page: Page, name: string, { answers = {}, act }: Scene, address: string, dress: Dress) {
  const unhear = await hearAnswers(page, answers)
  try {
    await page.goto('about:blank')
    await page.goto(address)
    await page.locator('main').waitFor()
    await page.waitForTimeout(SETTLE_MS)
    await act?.(page, adminTexts.in(dress.language), dress.language)
  } catch (error) {
    say(`${fileOf(name, dress)} could not be played: ${error}`)
  }
  await takePicture(page, name, dress)
  await unhear()
}

async function takePicture(page: Page, name: string, dress: Dress) {
  await page.waitForTimeout(SETTLE_MS)
  const isWider = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth)
  if (isWider) say(`${fileOf(name, dress)} has to be scrolled sideways`)
  await page.screenshot({ path: path.join(folder, fileOf(name, dress)) })
}
