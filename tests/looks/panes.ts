import { mkdir, rm } from 'node:fs/promises'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { openBrowser } from '../e2e/browser/reader.ts'
import { root, say } from '../run/steps.ts'
import { serveBuilt } from './built-page.ts'
import { coloursOf, type Dress, fileOf, picturesOf, worn } from './dresses.ts'
import { takeExtensionPages } from './extension-pages.ts'
import { laySheet } from './sheet.ts'
import { type State, states } from './states.ts'

const folder = path.join(root, 'build/looks/panes')
const outDir = path.join(folder, 'page')
const SETTLE_MS = 600
const dresses: Dress[] = [
  { language: 'pl', look: 'light', width: 320 },
  { language: 'en', look: 'dark', width: 320, program: 'outlook' },
  { language: 'pl', look: 'dark', width: 600 },
  { language: 'en', look: 'light', width: 600, program: 'outlook' },
  { language: 'pl', look: 'high contrast', width: 320, program: 'outlook' },
  { language: 'en', look: 'high contrast', width: 320 },
]

/**
 * Takes a picture of every state of the pane, or of those wanted, in each dress (or those of `LUPA_LOOKS_DRESS`), and of the
 * Thunderbird extension's pages, and lays them on one sheet.
 */
export async function lookAtPanes(wanted: string[] = []) {
  await rm(folder, { recursive: true, force: true })
  await mkdir(folder, { recursive: true })
  const { address, stop } = await serveBuilt('pane.html', outDir)
  const browser = await openBrowser()
  const chosen = Object.entries(states).filter(([name]) => wanted.length === 0 || wanted.includes(name))
  try {
    for (const dress of worn(dresses)) {
      const context = await browser.newContext({
        viewport: { width: dress.width, height: 700 },
        ...coloursOf(dress),
        locale: dress.language,
      })
      for (const [name, state] of chosen) {
        const page = await context.newPage()
        await takePicture(page, address, name, state, dress)
        await page.close()
      }
      await context.close()
    }
    const pictures = [
      ...picturesOf(
        chosen.map(([name]) => name),
        worn(dresses),
      ),
      ...(await takeExtensionPages(browser, folder)),
    ]
    await laySheet(await browser.newPage({ viewport: { width: 1800, height: 1000 } }), folder, pictures)
  } finally {
    await browser.close()
    await stop()
  }
}

async function takePicture(page: Page, address: string, name: string, state: State, dress: Dress) {
  await showState(page, address, { name, state, dress })
  const isWider = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth)
  if (isWider) say(`${fileOf(name, dress)} has to be scrolled sideways`)
  await page.screenshot({ path: path.join(folder, fileOf(name, dress)), fullPage: true })
}

/** Brings a page to a state of the pane, as the built `pane.html` at this address draws it. */
export async function showState(
  page: Page,
  address: string,
  { name, state, dress, settleMs = SETTLE_MS }: { name: string; state: State; dress: Dress; settleMs?: number },
) {
  page.on('pageerror', error => say(`${name}: ${error}`))
  await page.goto(`${address}#${addressOf(name, dress)}`)
  await page.locator('.pane .part').first().waitFor()
  const { pick, files, unfold, seek, act } = state
  if (unfold) await page.locator('summary', { hasText: unfold[dress.language] }).click()
  if (pick) await page.getByRole('combobox', { name: pick.label[dress.language] }).selectOption(pick.option)
  if (files) await page.locator('input[type=file]').setInputFiles(files.map(fileNamed))
  for (const button of state.press ?? [])
    await page.getByRole('button', { name: button[dress.language], exact: true }).click()
  if (seek) await page.getByRole('searchbox', { name: /sprawy|case/ }).fill(seek)
  // A picture shows how far it came.
  await act?.(page).catch(error => say(`${name}: ${error}`))
  await page.waitForTimeout(settleMs)
}

function addressOf(state: string, { language, look, program }: Dress): string {
  return new URLSearchParams({
    state,
    language,
    program: program ?? '',
    look: look === 'dark' ? look : 'light',
  }).toString()
}

function fileNamed(name: string) {
  const text = name.startsWith('pusty') ? '' : 'Treść'
  return { name, mimeType: 'application/octet-stream', buffer: Buffer.from(text) }
}
