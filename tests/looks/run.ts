import { mkdir, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { build, preview } from 'vite'
import { withoutSchemas } from '../../addin/without-schemas.ts'
import { openBrowser } from '../e2e/browser/reader.ts'
import { root, say } from '../run/steps.ts'
import { takeExtensionPages } from './extension-pages.ts'
import { type State, states } from './states.ts'

/** Takes a picture of every state of the pane, and of the Thunderbird extension's pages, and lays them on one sheet: `build/looks/index.html` and `.png`. */
const folder = path.join(root, 'build/looks')
const outDir = path.join(folder, 'page')
const SETTLE_MS = 250
const dresses = [
  { language: 'pl', look: 'light', width: 320 },
  { language: 'en', look: 'dark', width: 320 },
  { language: 'pl', look: 'dark', width: 600 },
  { language: 'en', look: 'light', width: 600 },
  { language: 'pl', look: 'high contrast', width: 320 },
] as const

type Dress = (typeof dresses)[number]

async function takePictures() {
  await rm(folder, { recursive: true, force: true })
  await mkdir(folder, { recursive: true })
  const settings = { configFile: false as const, root: import.meta.dirname, logLevel: 'warn' as const }
  await build({
    ...settings,
    resolve: withoutSchemas,
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
    build: { outDir, emptyOutDir: true, rolldownOptions: { input: path.join(import.meta.dirname, 'pane.html') } },
  })
  const server = await preview({ ...settings, build: { outDir }, preview: { port: 0, host: '127.0.0.1' } })
  const browser = await openBrowser()
  const address = `${server.resolvedUrls?.local[0]}pane.html`
  try {
    for (const dress of dresses) {
      const context = await browser.newContext({
        viewport: { width: dress.width, height: 700 },
        ...coloursOf(dress),
        locale: dress.language,
      })
      for (const [name, state] of Object.entries(states)) {
        const page = await context.newPage()
        await takePicture(page, address, name, state, dress)
        await page.close()
      }
      await context.close()
    }
    const pages = await takeExtensionPages(browser, folder)
    await laySheet(await browser.newPage({ viewport: { width: 1800, height: 1000 } }), pages)
  } finally {
    await browser.close()
    await server.close()
  }
}

async function takePicture(page: Page, address: string, name: string, state: State, dress: Dress) {
  page.on('pageerror', error => say(`${name}: ${error}`))
  await page.goto(`${address}#${new URLSearchParams({ state: name, language: dress.language })}`)
  await page.locator('.pane .part').first().waitFor()
  for (const button of state.press ?? [])
    await page.getByRole('button', { name: button[dress.language], exact: true }).click()
  await page.waitForTimeout(SETTLE_MS)
  const isWider = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth)
  if (isWider) say(`${fileOf(name, dress)} has to be scrolled sideways`)
  await page.screenshot({ path: path.join(folder, fileOf(name, dress)), fullPage: true })
}

/** High contrast is a set of colours that the system forces upon every page. */
function coloursOf({ look }: Dress) {
  return look === 'high contrast' ? { forcedColors: 'active' as const } : { colorScheme: look }
}

function fileOf(name: string, { language, look, width }: Dress): string {
  return `${name.replaceAll(' ', '-')}-${language}-${look.replaceAll(' ', '-')}-${width}.png`
}

async function laySheet(page: Page, others: { file: string; width: number }[]) {
  const ofPane = dresses.flatMap(dress =>
    Object.keys(states).map(name => ({ file: fileOf(name, dress), width: dress.width })),
  )
  const figures = [...ofPane, ...others].map(
    ({ file, width }) => `<figure><figcaption>${file}</figcaption><img src="${file}" width="${width}"></figure>`,
  )
  const style =
    'body{display:flex;flex-wrap:wrap;gap:12px;align-items:start;font:12px sans-serif;background:#888}figure{margin:0}'
  const file = path.join(folder, 'index.html')
  await writeFile(file, `<!doctype html><meta charset="utf-8"><style>${style}</style>${figures.join('')}`)
  await page.goto(`file://${file}`)
  await page.screenshot({ path: path.join(folder, 'index.png'), fullPage: true })
  say(file)
}

await takePictures()
