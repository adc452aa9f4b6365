import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, it } from 'vitest'
import { visitExtensionPages } from '../../looks/extension-pages.ts'
import { pageStates } from '../../looks/extension-states.ts'
import { barriers, openBrowser } from './reader.ts'

it('puts no barrier before anybody on the pages of the Thunderbird extension, in either language and look', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'lupa-extension-pages-'))
  const browser = await openBrowser()
  const met: Record<string, string[]> = {}
  try {
    await visitExtensionPages(browser, folder, async (page, name, { language, look }) => {
      met[`${name} ${language} ${look}`] = await barriers(page)
    })
  } finally {
    await browser.close()
    await rm(folder, { recursive: true, force: true })
  }

  expect(Object.keys(met)).toHaveLength(2 * Object.keys(pageStates).length)
  expect(Object.entries(met).filter(([, found]) => found.length > 0)).toEqual([])
}, 120_000)
