import type { Page, Route } from 'playwright-core'
import type { AdminPagesText } from '../../addin/text/admin-pages-pl.ts'
import type { AppText } from '../../addin/text/app-pl.ts'
import type { Language } from '../../addin/text/language.ts'

export type Words = AppText & AdminPagesText

/** What the server is made to say: a status that refuses, a body, the bytes of a file, a change of what it said, or nothing at all. */
export type Said = number | 'lost' | 'never' | Uint8Array | object | ((body: never) => object)

/** A page in a state that the sample company is not in by itself, or with a dialog open on it. */
export interface Scene {
  /** The page on which it happens, by its name. */
  page: string
  /** By method and a pattern of paths, such as `GET /api/jobs`. */
  answers?: Record<string, Said>
  /** What is pressed and typed before the picture is taken. */
  act?: (page: Page, text: Words, language: Language) => Promise<void>
}

/** Stands for all that a page asks, but for what the frame around it needs to appear at all. */
export const EVERYTHING = '/api/**'
/** The same, but for the contractor, case or item that the page is about: what stands on a page beside what it stands on. */
export const PARTS = '/api/***'
const frame = 'me$|session|events|document-types$'
const meant: Record<string, string> = {
  [PARTS]: `/api/(?!${frame}|(contractors|cases|items)/[^/?]{36}$)[^?]+`,
  [EVERYTHING]: `/api/(?!${frame})[^?]+`,
}

/** Has the server say what a scene wants, until the returned function is called. */
export async function hearAnswers(page: Page, answers: Record<string, Said>): Promise<() => Promise<void>> {
  const routes = Object.entries(answers).map(([route, said]) => {
    const [method = '', pattern = ''] = route.split(' ')
    const handler = (asked: Route) => (asked.request().method() === method ? answer(asked, said) : asked.fallback())
    return {
      pattern: new RegExp(`${meant[pattern] ?? pattern.replaceAll('*', '[^/?]*')}(\\?.*)?$`),
      handler,
    }
  })
  for (const { pattern, handler } of routes) await page.route(pattern, handler)
  // What is still being said when the page is left has nobody left to hear it.
  return () => page.unrouteAll({ behavior: 'ignoreErrors' })
}

async function answer(asked: Route, said: Said) {
  if (said === 'lost') return asked.abort('connectionrefused')
  if (said === 'never') return
  if (typeof said === 'number' && said < 300) return asked.fulfill({ status: said })
  if (typeof said === 'number')
    return asked.fulfill({
      status: said,
      contentType: 'application/problem+json',
      body: JSON.stringify({ type: 'about:blank', title: 'x', status: said, code: codes[said] ?? 'internal' }),
    })
  if (said instanceof Uint8Array)
    return asked.fulfill({ contentType: 'application/octet-stream', body: Buffer.from(said) })
  if (typeof said !== 'function') return asked.fulfill({ json: said })
  const response = await asked.fetch()
  // A file that a page shows is no list that could be emptied.
  if (!response.headers()['content-type']?.includes('json')) return asked.fulfill({ response })
  return asked.fulfill({ json: said((await response.json()) as never) })
}

const codes: Record<number, string> = {
  403: 'not-allowed',
  404: 'not-found',
  422: 'not-processable',
  429: 'too-many',
  503: 'unavailable',
}

/** Presses the first button of that name, in a dialog when one is open. */
export async function press(page: Page, name: string | RegExp) {
  const open = page.locator('dialog[open]').last()
  const where = (await open.count()) > 0 ? open : page.locator('main')
  const exact = typeof name === 'string' ? { name, exact: true } : { name }
  const button = where.getByRole('button', exact).first()
  // What has no room in a narrow window is in a menu.
  const more = where.locator('.act-row > .more:not(.over)')
  const isInMenu = !(await button.count()) && (await more.count()) > 0
  if (isInMenu) await more.first().click()
  await (isInMenu ? where.getByRole('menuitem', exact).first() : button).click({ timeout: PATIENCE_MS })
}

/** Types into the first field of that name, in a dialog when one is open. */
export async function fill(page: Page, name: string | RegExp, value: string) {
  const open = page.locator('dialog[open]').last()
  const where = (await open.count()) > 0 ? open : page.locator('main')
  await where.getByLabel(name).first().fill(value, { timeout: PATIENCE_MS })
}

const PATIENCE_MS = 5000
