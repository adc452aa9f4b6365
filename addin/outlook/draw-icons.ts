import { mkdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { chromium } from 'playwright-core'

/** The sizes in pixels that Outlook's manifest names: ribbon, lists of add-ins, mobile screens of three densities. */
export const iconSizes = [16, 25, 32, 48, 50, 64, 75, 80, 96, 128, 144]

const here = import.meta.dirname
const folder = path.join(here, 'public/outlook')

/** Draws the icons of the manifest from the application's own, because Outlook takes pixels only. Run by hand after a change. */
async function drawIcons(): Promise<void> {
  const drawing = await readFile(path.join(here, '../app/icon.svg'), 'utf8')
  await mkdir(folder, { recursive: true })
  const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox', '--headless'] })
  try {
    for (const size of iconSizes) {
      const page = await browser.newPage({ viewport: { width: size, height: size } })
      await page.setContent(`<style>*{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${drawing}`)
      await page.screenshot({ path: path.join(folder, `icon-${size}.png`), omitBackground: true })
      await page.close()
    }
  } finally {
    await browser.close()
  }
}

if (import.meta.main) await drawIcons()
