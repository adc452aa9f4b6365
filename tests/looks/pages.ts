import { mkdir, rm } from 'node:fs/promises'
import path from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { changeMe } from '../../shared/user.ts'
import { openBrowser } from '../e2e/browser/reader.ts'
import { root, say } from '../run/steps.ts'
import { lupa } from '../support/command-line.ts'
import { freshDataFolder } from '../support/data-folder.ts'
import { administrator, directClient } from '../support/live-server.ts'
import { coloursOf, type Dress, fileOf, picturesOf, putOn } from './dresses.ts'
import { addressesOf } from './page-addresses.ts'
import { laySheet } from './sheet.ts'

const folder = path.join(root, 'build/looks/pages')
const SETTLE_MS = 500
const HEIGHT = 900
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

/**
 * Takes a picture of every page of the sample company in each dress, and lays them on one sheet. What has to be scrolled
 * sideways is told. Words behind the call choose pages by their names: `npm run looks -- pages search`.
 */
export async function lookAtPages(wanted: string[]) {
  await rm(folder, { recursive: true, force: true })
  await mkdir(folder, { recursive: true })
  const data = freshDataFolder('looks')
  const run = lupa(['serve', '--sample'], {
    LUPA_DATA: data,
    LUPA_ADMIN_EMAIL: administrator.email,
    LUPA_ADMIN_PASSWORD: administrator.password,
  })
  const [, origin = ''] = await run.says(/Lupa is ready at (http:\S+)/)
  // What is looked at comes after the server is ready.
  await run.says(/The sample company is loaded/)
  const browser = await openBrowser()
  try {
    const addresses = await addressesOf(origin)
    const names = Object.keys(addresses).filter(name => wanted.length === 0 || wanted.includes(name))
    for (const dress of dresses) await takePictures(browser, origin, addresses, names, dress)
    await laySheet(
      await browser.newPage({ viewport: { width: 1800, height: 1000 } }),
      folder,
      picturesOf(names, dresses),
      SHEET_SCALE,
    )
  } finally {
    await browser.close()
    run.child.kill('SIGTERM')
    await run.ended
    await rm(data, { recursive: true, force: true })
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
  const context = await browser.newContext({
    viewport: { width: dress.width, height: HEIGHT },
    ...coloursOf(dress),
    locale: dress.language,
  })
  const page = await context.newPage()
  page.on('pageerror', error => say(`${error}`))
  await page.goto(`${origin}/#/`)
  if (names.includes('sign in')) await takePicture(page, 'sign in', dress)
  await page.locator('input[type=email]').fill(administrator.email)
  await page.locator('input[type=password]').fill(administrator.password)
  await page.locator('button[type=submit]').click()
  await page.locator('.shell').waitFor()
  await page.locator(`html[lang=${dress.language}]`).waitFor()
  await putOn(page, dress)
  for (const name of names.filter(one => one !== 'sign in')) {
    await page.goto(`${origin}/${addresses[name]}`)
    await page.locator('h1').first().waitFor()
    await takePicture(page, name, dress)
  }
  await context.close()
}

async function takePicture(page: Page, name: string, dress: Dress) {
  await page.waitForTimeout(SETTLE_MS)
  const isWider = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth)
  if (isWider) say(`${fileOf(name, dress)} has to be scrolled sideways`)
  await page.screenshot({ path: path.join(folder, fileOf(name, dress)) })
}
