import type { Frame } from 'playwright-core'
import { lupaOrigin, openInternet } from '../e2e/outlook/internet.ts'
import { mail } from '../e2e/outlook/mails.ts'
import { type OutlookWindow, openOutlook, openOutlookBrowser } from '../e2e/outlook/outlook-window.ts'
import { idOf, kindOf, readers } from './plan.ts'
import type { Stage } from './stage.ts'

const TARGET_MS = 150
const PAUSE_MS = 300

/** To which file the mails belong that are selected one after the other, and which of the ways to them are measured. */
interface Walk {
  fileOf(turn: number): number
  counts(file: number): boolean
}

const walks: Record<string, Walk> = {
  'each another file': { fileOf: turn => turn + 1, counts: () => true },
  'the biggest file, from a small one': { fileOf: turn => (turn % 2 === 0 ? 1 : 0), counts: file => file === 0 },
}

/**
 * How long it takes in Chromium from the selection of a mail until its file stands painted beside it, with Microsoft's own
 * library between; one line for each walk.
 */
export async function paneInChromium({ origin, tokenFor }: Stage, clicks: number): Promise<string[]> {
  const internet = await openInternet(origin)
  const browser = await openOutlookBrowser(internet.port, 'allowed')
  try {
    const items = Array.from({ length: clicks + 2 }, (_, turn) =>
      mail(`k${turn}`, { from: { name: 'Biuro', address: `biuro@k${turn}.example` } }),
    )
    // The others see parts of the biggest file, and next to nothing of the contractors after it.
    const userId = idOf(kindOf.user, readers['in 20,000 audiences'])
    const user = { id: userId, name: 'Biuro', email: 'biuro@nasza.example' }
    const session = { token: await tokenFor(userId), refresh: 'bench', user }
    await browser.context.route('**/api/session/refresh', route => route.fulfill({ json: session }))
    await browser.context.addInitScript(
      home => location.origin === home && localStorage.setItem('lupa:refresh', 'bench'),
      lupaOrigin,
    )
    const outlook = await openOutlook(browser, { items, selected: ['k0'] })
    await outlook.pane.getByRole('heading', { name: 'Kontrahent 0', exact: true }).waitFor()
    const lines: string[] = []
    for (const [name, walk] of Object.entries(walks)) lines.push(lineOf(name, await goAlong(outlook, walk, clicks)))
    return lines
  } finally {
    await browser.close()
    await internet.close()
  }
}

async function goAlong(outlook: OutlookWindow, { fileOf, counts }: Walk, clicks: number): Promise<number[]> {
  const frame = outlook.page.frames().find(one => one.url().includes('/outlook.html'))
  if (!frame) throw new Error('the pane is not there')
  const times: number[] = []
  for (let turn = 0; turn < clicks; turn += 1) {
    await outlook.page.waitForTimeout(PAUSE_MS)
    const file = fileOf(turn)
    const painted = untilPainted(frame, `Kontrahent ${file}`)
    const selected = await outlook.rig((rig, id: string) => {
      const now = performance.timeOrigin + performance.now()
      rig.select(id)
      return now
    }, `k${file}`)
    const took = (await painted) - selected
    if (counts(file)) times.push(took)
  }
  return times
}

/** The moment at which the frame after the file's rows is drawn; both pages read the same clock. */
function untilPainted(frame: Frame, name: string): Promise<number> {
  return frame.evaluate(
    heading =>
      new Promise<number>(resolve => {
        const isThere = () =>
          document.querySelector('.file:not(.stale) h2')?.textContent === heading &&
          document.querySelector('.file:not(.stale) .timeline .rows > li') !== null
        const look = () => {
          if (!isThere()) return void requestAnimationFrame(look)
          const channel = new MessageChannel()
          channel.port1.onmessage = () => resolve(performance.timeOrigin + performance.now())
          requestAnimationFrame(() => channel.port2.postMessage(null))
        }
        look()
      }),
    name,
  )
}

function lineOf(name: string, times: number[]): string {
  const sorted = times.toSorted((one, other) => one - other)
  const at = (share: number) => (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0).toFixed(0)
  return `${name.padEnd(36)} p50 ${at(0.5).padStart(4)} ms   p95 ${at(0.95).padStart(4)} ms   of ${sorted.length}   (target ${TARGET_MS})`
}
