import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { preview } from 'vite'
import { buildExtension } from '../../addin/thunderbird/build.ts'
import { say } from '../run/steps.ts'
import type { Picture } from './dresses.ts'
import { type PageState, pageStates } from './extension-states.ts'

const dresses = [
  { language: 'pl', look: 'light', width: 480 },
  { language: 'en', look: 'dark', width: 320 },
] as const

type Catalogue = Record<string, { message: string; placeholders?: Record<string, { content: string }> }>

/** Takes a picture of every state of the extension's own pages, without Thunderbird; answers the files with their widths. */
export async function takeExtensionPages(browser: Browser, folder: string): Promise<Picture[]> {
  const taken: Picture[] = []
  await visitExtensionPages(browser, folder, async (page, name, { language, look, width }) => {
    const file = `${name.replaceAll(' ', '-')}-${language}-${look}-${width}.png`
    if (await page.evaluate(() => document.documentElement.scrollWidth > innerWidth)) say(`${file} is too wide`)
    await page.screenshot({ path: path.join(folder, file), fullPage: true })
    taken.push({ file, width })
  })
  return taken
}

/** Opens every state of the extension's own pages as they are built, without Thunderbird, one after the other. */
export async function visitExtensionPages(
  browser: Browser,
  folder: string,
  visit: (page: Page, name: string, dress: (typeof dresses)[number]) => Promise<void>,
): Promise<void> {
  const xpi = await buildExtension({ outFile: path.join(folder, 'extension/lupa.xpi') })
  const outDir = xpi.replace(/\.xpi$/, '')
  const server = await preview({
    configFile: false,
    root: folder,
    logLevel: 'warn',
    build: { outDir },
    preview: { port: 0, host: '127.0.0.1' },
  })
  try {
    for (const dress of dresses) {
      const { language, look, width } = dress
      const words = await readFile(path.join(outDir, `_locales/${language}/messages.json`), 'utf8')
      const context = await browser.newContext({ viewport: { width, height: 440 }, colorScheme: look })
      for (const [name, state] of Object.entries(pageStates)) {
        const page = await context.newPage()
        const broken: Error[] = []
        page.on('pageerror', error => void broken.push(error))
        await page.addInitScript(standInForThunderbird, { language, words: JSON.parse(words) as Catalogue, state })
        await show(page, `${server.resolvedUrls?.local[0]}${state.page}`, state)
        // What is half drawn is neither looked at nor judged.
        if (broken[0]) throw new Error(`${name} is broken`, { cause: broken[0] })
        await visit(page, name, dress)
        await page.close()
      }
      await context.close()
    }
  } finally {
    await server.close()
  }
}

async function show(page: Page, address: string, { outcome, linkAsked, waiting, warning }: PageState) {
  await page.goto(warning ? `${address}#warning` : address)
  await page.waitForFunction(() => document.title !== 'Lupa')
  if (linkAsked) {
    await page.locator('[name=email]').fill('anna@firma.example')
    await page.locator('#forgotten').click()
    await page.waitForFunction(() => document.querySelector(':is(#told, #trouble):not(:empty)') !== null)
  }
  if (waiting) {
    await page.locator('#sign-out').click()
    await page.locator('#leave').waitFor()
  }
  if (!outcome) return
  await page.locator('[name=email]').fill('anna@firma.example')
  await page.locator('[name=password]').fill('nie to hasło')
  await page.locator('[type=submit]').click()
  await page.waitForFunction(() => document.querySelector('#trouble')?.textContent !== '')
}

/** Runs in the page before its own scripts: as much of Thunderbird as these pages ask for. */
function standInForThunderbird(given: { language: string; words: Catalogue; state: PageState }) {
  const {
    server = { address: null, fixed: false },
    account,
    warning,
    outcome = 'done',
    linkAsked,
    waiting = 0,
  } = given.state
  const whole = { tab: 1, subject: '', place: null, strangers: [], mixed: [], files: [], outsiders: [], ...warning }
  const answers: Record<string, unknown> = {
    server,
    'sign-in': outcome,
    'password-link': linkAsked,
    'queue-list': Array(waiting).fill({}),
    wake: null,
  }
  const nothing = { addListener: () => undefined, removeListener: () => undefined }
  const local: Record<string, unknown> = account === undefined ? {} : { account }
  const messageOf = (key: string, substitutions: string[] = []) =>
    (given.words[key]?.message ?? '').replace(/\$(\w+)\$/g, (_, name: string) => {
      const place = given.words[key]?.placeholders?.[name.toLowerCase()]?.content ?? ''
      return substitutions[Number(place.slice(1)) - 1] ?? ''
    })
  Object.assign(globalThis, {
    messenger: {
      i18n: { getMessage: messageOf, getUILanguage: () => given.language },
      runtime: { sendMessage: async ({ ask }: { ask: string }) => answers[ask], getURL: (name: string) => name },
      storage: {
        local: { get: async () => local },
        session: { get: async (key: string) => ({ [key]: whole }) },
        onChanged: nothing,
      },
      permissions: { request: async () => true },
    },
  })
}
