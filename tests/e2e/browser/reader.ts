import type { AxeResults } from 'axe-core'
import { type Browser, chromium, type Page, type Request } from 'playwright-core'
import { axeSource, linesOf } from '../../support/axe.ts'

const PATIENCE_MS = 10_000
const MOST_TABS = 60
const QUIET_ROUND_MS = 100
const QUIET_ROUNDS = 4

/** The browser that Debian brings. */
const chromiumPath = '/usr/bin/chromium'

/** Opens a browser without a screen. */
export function openBrowser(): Promise<Browser> {
  const args = ['--no-sandbox', '--headless', '--disable-gpu', '--disable-background-networking']
  return chromium.launch({ executablePath: chromiumPath, args })
}

/** A person's own window: nothing is shared with another's. Whatever the page complains of is collected in `complaints`. */
export async function openWindow(
  browser: Browser,
  options: { locale?: string; width?: number } = {},
): Promise<{ page: Page; complaints: string[] }> {
  const viewport = { width: options.width ?? 1280, height: 800 }
  const context = await browser.newContext({ locale: options.locale ?? 'pl-PL', viewport, acceptDownloads: true })
  const page = await context.newPage()
  page.setDefaultTimeout(PATIENCE_MS)
  const complaints: string[] = []
  countRequests(page)
  page.on('pageerror', error => complaints.push(String(error)))
  page.on('console', message => {
    // A refusal is shown to the reader; that Chromium counts it among the errors is its own habit.
    const isRefusal = message.text().startsWith('Failed to load resource')
    if (message.type() === 'error' && !isRefusal) complaints.push(message.text())
  })
  return { page, complaints }
}

/** Signs in on the page that is open, in Polish. */
export async function signInOn(page: Page, who: { email: string; password: string }) {
  await page.getByLabel('E-mail').fill(who.email)
  await page.getByLabel('Hasło').fill(who.password)
  await page.getByRole('button', { name: 'Zaloguj się', exact: true }).click()
  await page.getByRole('navigation', { name: 'Nawigacja główna' }).waitFor()
}

/** Chooses the language of the application; in a narrow window the choice lies behind the menu, so the window is widened for it. */
export async function chooseLanguage(page: Page, word: string) {
  const size = page.viewportSize()
  await page.setViewportSize({ width: 1280, height: 800 })
  if (!(await page.locator('details.account[open]').count())) await page.locator('details.account > summary').click()
  await page.getByLabel(/^(Język|Language)$/).selectOption({ label: word })
  await page.locator('details.account > summary').click()
  if (size) await page.setViewportSize(size)
}

/** Goes to an address within the application and waits for its heading. */
export async function visit(page: Page, hash: string) {
  await page.evaluate(next => location.assign(next), hash)
  await page.getByRole('heading', { level: 1 }).waitFor()
  await untilAnswered(page)
}

const underWay = new WeakMap<Page, Set<Request>>()

/** Keeps what a page has asked and not been answered. Live events are never answered to the end. */
function countRequests(page: Page) {
  const asked = new Set<Request>()
  underWay.set(page, asked)
  page.on('request', request => request.url().endsWith('/api/events') || asked.add(request))
  for (const over of ['requestfinished', 'requestfailed'] as const)
    page.on(over as 'requestfinished', request => void asked.delete(request))
}

/** Waits until a page has asked for nothing for a while. */
export async function untilAnswered(page: Page) {
  for (let quiet = 0; quiet < QUIET_ROUNDS; ) {
    await page.waitForTimeout(QUIET_ROUND_MS)
    quiet = underWay.get(page)?.size ? 0 : quiet + 1
  }
}

/** Presses Tab until the focus stands on what is called so; fails when it never does. */
export async function tabTo(page: Page, name: string) {
  for (let press = 0; press < MOST_TABS; press += 1) {
    await page.keyboard.press('Tab')
    if ((await focusedName(page)).includes(name)) return
  }
  throw new Error(`Tab never reaches "${name}"`)
}

/** What the element with the focus is called. */
export function focusedName(page: Page): Promise<string> {
  return page.evaluate(() => {
    const element = document.activeElement
    if (element === document.body) return ''
    const label = element instanceof HTMLInputElement ? element.labels?.[0]?.textContent : undefined
    return element?.getAttribute('aria-label') ?? label ?? element?.textContent ?? ''
  })
}

/** What axe finds wrong with the page as it stands, one line each; of one rule alone where only that can differ. */
export async function barriers(page: Page, { rule, part }: { rule?: string; part?: string } = {}): Promise<string[]> {
  // Evaluated and not added as a script, which the page's own policy would refuse.
  await page.evaluate(axeSource)
  // What is fading in has less contrast than it is going to have. What turns for ever is never finished, and what
  // lies in a closed <details> does not move until it is drawn: Chromium 156 lets its end wait as long.
  await page.evaluate(async () => {
    const isDrawn = ({ effect }: Animation) => (effect as KeyframeEffect | null)?.target?.checkVisibility() ?? false
    const ending = document
      .getAnimations()
      .filter(one => one.effect?.getComputedTiming().iterations !== Infinity && isDrawn(one))
    await Promise.allSettled(ending.map(one => one.finished))
  })
  const options = { resultTypes: ['violations'], ...(rule && { runOnly: [rule] }) }
  return linesOf(
    await page.evaluate<AxeResults>(`axe.run(${part ? JSON.stringify(part) : 'document'}, ${JSON.stringify(options)})`),
  )
}
