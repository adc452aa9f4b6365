import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { type BrowserContext, chromium, type FrameLocator, type Page } from 'playwright-core'
import { addAccount, type ShownAccount } from './account-bridge.ts'
import { lupaOrigin, outlookOrigin } from './internet.ts'
import { addNewerMembers } from './newer-office.ts'
import { type Fixture, playOutlook, type Rig } from './play-outlook.ts'

/** Whether the browser lets a frame of another site keep anything: today's browsers do not. */
export type Storage = 'blocked' | 'allowed'

/** A browser whose only internet is ours; what stands on this machine it reaches as it is. */
export interface OutlookBrowser {
  context: BrowserContext
  close(): Promise<void>
}

/** Opens a browser in one of the two moods about other sites' storage. */
export async function openOutlookBrowser(port: number, storage: Storage): Promise<OutlookBrowser> {
  const folder = mkdtempSync(path.join(tmpdir(), 'lupa-outlook-'))
  if (storage === 'allowed') {
    mkdirSync(path.join(folder, 'Default'))
    const preferences = { profile: { cookie_controls_mode: 0, block_third_party_cookies: false } }
    writeFileSync(path.join(folder, 'Default/Preferences'), JSON.stringify(preferences))
  }
  const context = await chromium.launchPersistentContext(folder, {
    executablePath: '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--headless',
      '--disable-gpu',
      '--disable-background-networking',
      `--host-resolver-rules=MAP * 127.0.0.1:${port}, EXCLUDE 127.0.0.1`,
      '--ignore-certificate-errors',
    ],
    viewport: { width: 320, height: 700 },
    ignoreHTTPSErrors: true,
  })
  return {
    context,
    async close() {
      await context.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** One window of our Outlook with the pane in it. */
export interface OutlookWindow {
  page: Page
  pane: FrameLocator
  complaints: string[]
  /** Turns or reads something of the running Outlook. */
  rig<Value, Given = undefined>(act: (rig: Rig, given: Given) => Value, given?: Given): Promise<Awaited<Value>>
  close(): Promise<void>
}

interface Opening {
  items: Fixture[]
  selected: string[]
  set?: string
  language?: string
  width?: number
  /** Which of our pages Outlook runs; the pane, unless another is named. */
  frame?: 'outlook.html' | 'outlook-events.html'
  /** 1 where the add-in may only read mails. */
  permission?: number
  /** What Outlook's own account answers; without it this Outlook shows none. */
  account?: ShownAccount
}

/** Opens a window with these items, the pane beside them. */
export async function openOutlook(
  { context }: OutlookBrowser,
  {
    items,
    selected,
    set = '1.15',
    language = 'pl-PL',
    width = 320,
    frame = 'outlook.html',
    permission = 2,
    account,
  }: Opening,
): Promise<OutlookWindow> {
  const page = await context.newPage()
  await page.setViewportSize({ width, height: 700 })
  page.setDefaultTimeout(10_000)
  const complaints: string[] = []
  page.on('pageerror', error => complaints.push(String(error)))
  page.on('console', message => {
    if (message.type() === 'error' && !isForeign(message.text())) complaints.push(message.text())
  })
  await page.addInitScript(addNewerMembers, { set })
  if (account) await page.addInitScript(addAccount, account)
  await page.goto(`${outlookOrigin}/mail`)
  await page.evaluate(playOutlook, {
    address: `${lupaOrigin}/${frame}`,
    language,
    set,
    items,
    selected,
    permission,
    showsAccount: account !== undefined,
  })
  return {
    page,
    pane: page.frameLocator('iframe'),
    complaints,
    rig: (act, given) => page.evaluate(`(${act})(window.rig, ${JSON.stringify(given ?? null)})`) as Promise<never>,
    close: () => page.close(),
  }
}

/** Refusals are shown to the reader. Microsoft's library wants to draw styles and to report home, which our policy refuses. */
function isForeign(text: string): boolean {
  return (
    text.startsWith('Failed to load resource') ||
    /Applying inline style violates|browser\.pipe\.aria\.microsoft\.com/.test(text)
  )
}
