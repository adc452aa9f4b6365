import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, it } from 'vitest'
import { serveBuilt } from '../../looks/built-page.ts'
import { coloursOf, type Dress } from '../../looks/dresses.ts'
import { showState } from '../../looks/panes.ts'
import { states } from '../../looks/states.ts'
import { barriers, openBrowser } from './reader.ts'

/** What is asked of the stand-ins is answered at once. */
const SETTLE_MS = 150
const dresses: Dress[] = [
  { language: 'pl', look: 'light', width: 320 },
  { language: 'en', look: 'dark', width: 600, program: 'outlook' },
]

it.each(dresses)(
  'puts no barrier before anybody in any state of the pane, $language, $look, $width',
  async dress => {
    const folder = await mkdtemp(path.join(tmpdir(), 'lupa-pane-states-'))
    const { address, stop } = await serveBuilt('pane.html', folder)
    const browser = await openBrowser()
    const met: Record<string, string[]> = {}
    try {
      const context = await browser.newContext({
        viewport: { width: dress.width, height: 700 },
        ...coloursOf(dress),
        locale: dress.language,
      })
      for (const [name, state] of Object.entries(states)) {
        const page = await context.newPage()
        await showState(page, address, { name, state, dress, settleMs: SETTLE_MS })
        // The mail program around it has the first heading, and the rest of a page.
        met[name] = await barriers(page, { part: '#pane' })
        await page.close()
      }
    } finally {
      await browser.close()
      await stop()
      await rm(folder, { recursive: true, force: true })
    }

    expect(Object.keys(met)).toEqual(Object.keys(states))
    expect(Object.entries(met).filter(([, found]) => found.length > 0)).toEqual([])
  },
  600_000,
)
