import type { Browser, Page } from 'playwright-core'
import { afterAll } from 'vitest'
import {
  administrator,
  type DirectClient,
  directClient,
  type LiveServer,
  startLiveServer,
} from '../../support/live-server.ts'
import { openBrowser, openWindow, signInOn } from './reader.ts'

/** Where a story is played: a server of its own, a way to it past all pages, and a window with the administrator signed in. */
export interface Story<Given> {
  server: LiveServer
  direct: DirectClient
  browser: Browser
  page: Page
  /** What the browser complained of so far. */
  complaints: string[]
  /** What there was before the window was opened. */
  given: Given
}

interface Opening<Given> {
  /** Where the window opens. */
  at?: string
  /** Puts there what the story begins with. */
  prepare?: (direct: DirectClient, server: LiveServer) => Promise<Given>
}

/** Opens all that a story needs; it is gone after the test file, and also when the opening fails. */
export async function openStory<Given = undefined>({ at = '', prepare }: Opening<Given>): Promise<Story<Given>> {
  const server = await startLiveServer()
  let browser: Browser | undefined
  const close = async () => {
    await browser?.close()
    await server.stop()
  }
  try {
    const direct = await directClient(server.origin, administrator)
    const given = (await prepare?.(direct, server)) as Given
    browser = await openBrowser()
    const { page, complaints } = await openWindow(browser)
    await page.goto(`${server.origin}/${at}`)
    await signInOn(page, administrator)
    afterAll(close)
    return { server, direct, browser, page, complaints, given }
  } catch (error) {
    await close()
    throw error
  }
}
