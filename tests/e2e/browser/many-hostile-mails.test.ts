import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { build, type Rolldown } from 'vite'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { parseMessage } from '../../../server/mail/parse.ts'
import { buildSampleCompany } from '../../../server/sample/sample-company.ts'
import { hostileMails } from './hostile-html.ts'
import { openBrowser } from './reader.ts'

/** The cleaning alone, in a page without any policy: what it lets through runs and loads here. */
const AMOUNT = Number(process.env.LUPA_TEST_HOSTILE_MAILS ?? 1000)
const AT_ONCE = 100
const WAIT_MS = 100

let browser: Browser
let page: Page
const asked: string[] = []

beforeAll(async () => {
  const built = (await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      minify: false,
      lib: { entry: path.join(import.meta.dirname, 'cleaned-mails.ts'), formats: ['iife'], name: 'cleaned' },
    },
  })) as Rolldown.RolldownOutput[]
  const [script] = built[0]?.output ?? []
  browser = await openBrowser()
  page = await browser.newPage()
  page.on('dialog', dialog => void dialog.dismiss())
  await page.route('**/*', route => {
    const url = route.request().url()
    if (url === 'http://mails.example/') return route.fulfill({ contentType: 'text/html', body: '<body></body>' })
    asked.push(url)
    return route.abort()
  })
  await page.goto('http://mails.example/')
  await page.addScriptTag({ content: script?.code ?? '' })
})
beforeEach(() => {
  asked.length = 0
})
afterAll(() => browser?.close())

const judge = (mails: string[], isCleaned = true) =>
  page.evaluate(([given, wait, cleaned]) => window.judgeMails(given, wait, cleaned), [
    mails,
    WAIT_MS,
    isCleaned,
  ] as const)

// Many wait for a click or for another browser's parser; that some do not shows that this page would be harmed.
it('is tried with mails that run and load where nothing cleans them', async () => {
  const { ran } = await judge(hostileMails(AT_ONCE), false)

  expect(ran.length).toBeGreaterThan(AT_ONCE / 10)
  expect(asked.filter(url => url.includes('192.0.2.7')).length).toBeGreaterThan(AT_ONCE / 10)
})

it(
  `runs, loads and leaves nothing of ${AMOUNT} hostile mails`,
  async () => {
    const mails = hostileMails(AMOUNT)
    for (let from = 0; from < mails.length; from += AT_ONCE) {
      const { ran, left } = await judge(mails.slice(from, from + AT_ONCE))
      expect(ran.map(number => mails[number])).toEqual([])
      expect(left).toEqual([])
      expect(asked).toEqual([])
    }
  },
  60_000 + AMOUNT * 50,
)

it('keeps every word of real mails', async () => {
  const folder = path.join(import.meta.dirname, '../../messages')
  const names = (await readdir(folder)).filter(name => name.endsWith('.eml'))
  const sources = [
    ...(await Promise.all(names.map(name => readFile(path.join(folder, name))))),
    ...[...buildSampleCompany({ mails: 300 }).mails()].map(({ source }) => source),
  ]
  const pages = (await Promise.all(sources.map(source => parseMessage(source)))).flatMap(({ html }) => html ?? [])
  expect(pages.length).toBeGreaterThan(50)

  expect((await judge(pages)).kept).toBeGreaterThan(0.993)
})
