import type { AxeResults } from 'axe-core'
import type { Frame } from 'playwright-core'
import { axeSource, linesOf } from '../../support/axe.ts'
import { administrator } from '../../support/live-server.ts'
import type { OutlookWindow } from './outlook-window.ts'

/** Signs in by password inside the pane. */
export async function signInBeside({ pane }: OutlookWindow) {
  await pane.getByLabel(/^(Adres e-mail|E-mail)/).fill(administrator.email)
  await pane.getByLabel(/^(Hasło|Password)/).fill(administrator.password)
  await pane.getByRole('button', { name: /^(Zaloguj się|Sign in)$/ }).click()
  await pane.getByText(/Zalogowano|Signed in as/).waitFor()
}

/** How far what stands in the pane has jumped since it was opened or last asked, by itself and not by a press (Layout Instability). */
export async function jumpsBeside({ page }: OutlookWindow): Promise<number> {
  const frame = page.frames().find(one => one.url().includes('/outlook.html'))
  if (!frame) throw new Error('the pane is not there')
  return frame.evaluate(async () => {
    const shifts = (entries: PerformanceEntryList) =>
      (entries as (PerformanceEntry & { value: number; hadRecentInput: boolean })[])
        .filter(
          ({ hadRecentInput, startTime }) => !hadRecentInput && startTime >= Number(document.body.dataset.askedAt ?? 0),
        )
        .reduce((sum, { value }) => sum + value, 0)
    const jumped = await new Promise<number>(resolve => {
      const observer = new PerformanceObserver(list => resolve(shifts(list.getEntries())))
      observer.observe({ type: 'layout-shift', buffered: true })
      setTimeout(() => resolve(shifts(observer.takeRecords())), 300)
    })
    document.body.dataset.askedAt = String(performance.now())
    return jumped
  })
}

/** By so much is late what the pane asks besides the file itself, on a slow server. */
export const LATE_MS = 300

/** Lets the server answer late to all but the question for the file. */
export async function slowDown({ page }: OutlookWindow) {
  await page.route(
    url => url.pathname.startsWith('/api/') && url.pathname !== '/api/lookup',
    async route => {
      await new Promise(resolve => setTimeout(resolve, LATE_MS))
      // The mail may be another one by now, and the question withdrawn.
      await route.continue().catch(() => undefined)
    },
  )
}

/** What axe finds wrong in the pane as it stands, and whether it is wider than its frame. */
export async function barriersBeside({ page }: OutlookWindow): Promise<string[]> {
  const frame = page.frames().find(one => one.url().includes('/outlook.html'))
  if (!frame) throw new Error('the pane is not there')
  return barriersIn(frame)
}

/** The same of any page of ours. */
export async function barriersIn(frame: Frame): Promise<string[]> {
  await frame.evaluate(axeSource)
  const found = linesOf(await frame.evaluate<AxeResults>('axe.run(document, { resultTypes: ["violations"] })'))
  const wide = await frame.evaluate(() => document.documentElement.scrollWidth - innerWidth)
  return wide > 0 ? [...found, `wider than the frame by ${wide}`] : found
}
