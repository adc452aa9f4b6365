import { mkdir, rm } from 'node:fs/promises'
import path from 'node:path'
import { openBrowser } from '../e2e/browser/reader.ts'
import { root, say } from '../run/steps.ts'
import { serveBuilt } from './built-page.ts'
import { coloursOf, type Dress, fileOf, picturesOf } from './dresses.ts'
import { laySheet } from './sheet.ts'

const folder = path.join(root, 'build/looks/styleguide')
const SETTLE_MS = 500
const SHEET_SCALE = 0.5
const dresses = (['pl', 'en'] as const).flatMap(language =>
  (['light', 'dark'] as const).flatMap(look => [360, 1440].map((width): Dress => ({ language, look, width }))),
)

/** Takes a picture of all components in each dress; `stays` leaves the page open for a look by hand. */
export async function lookAtStyleguide({ stays }: { stays: boolean }) {
  await rm(folder, { recursive: true, force: true })
  await mkdir(folder, { recursive: true })
  const { address, stop } = await serveBuilt('styleguide.html', path.join(folder, 'page'))
  const browser = await openBrowser()
  try {
    const all = [...dresses, { language: 'pl', look: 'high contrast', width: 1440 } as const]
    for (const dress of all) await takePicture(dress)
    await laySheet(
      await browser.newPage({ viewport: { width: 1800, height: 1000 } }),
      folder,
      picturesOf(['all'], all),
      SHEET_SCALE,
    )
  } finally {
    await browser.close()
    if (!stays) await stop()
  }
  if (stays) say(address)

  async function takePicture(dress: Dress) {
    const context = await browser.newContext({
      viewport: { width: dress.width, height: 900 },
      ...coloursOf(dress),
      locale: dress.language,
    })
    const page = await context.newPage()
    page.on('pageerror', error => say(`${error}`))
    await page.goto(`${address}#${dress.language}`)
    await page.locator('h1').waitFor()
    await page.waitForTimeout(SETTLE_MS)
    const isWider = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth)
    if (isWider) say(`${fileOf('all', dress)} has to be scrolled sideways`)
    await page.screenshot({ path: path.join(folder, fileOf('all', dress)), fullPage: true })
    await context.close()
  }
}
