import { readFileSync } from 'node:fs'
import { stripTypeScriptTypes } from 'node:module'
import path from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import type { FilingStore, KeptFiling } from '../../../addin/queue/kept-filing.ts'
import { openBrowser } from './reader.ts'

const ADDRESS = 'http://lupa.example/'
const module = path.join(import.meta.dirname, '../../../addin/queue/filing-store.ts')
const code = stripTypeScriptTypes(readFileSync(module, 'utf8'))
const html = `<script type="module">import { filingStore } from '/store.js'; globalThis.filings = filingStore</script>`
declare const filings: FilingStore
let browser: Browser
let page: Page

beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

/** Each test in a browser that has kept nothing yet, on a page that is nothing but the store. */
beforeEach(async () => {
  const context = await browser.newContext()
  page = await context.newPage()
  await page.route(`${ADDRESS}**`, route => {
    const isCode = route.request().url().endsWith('.js')
    return route.fulfill({ contentType: isCode ? 'text/javascript' : 'text/html', body: isCode ? code : html })
  })
  await page.goto(ADDRESS)
})

const facts = (id: string): KeptFiling => ({
  id,
  messageId: `${id}@x.example`,
  subject: `Mail ${id}`,
  placeName: 'Meblex',
  contractorId: 'meblex',
  caseId: null,
  newCase: null,
  comment: '',
  title: '',
  account: 'jan@nasza.example',
  addedAt: '2026-11-01T08:00:00.000Z',
  state: 'waiting',
  attempts: 1,
  failure: 'offline',
  dueAt: 0,
})

/** Keeps filings the way the first version did: each with its mail. */
function keepAsBefore(rows: { facts: object; mail: string }[]) {
  return page.evaluate(async all => {
    const request = indexedDB.open('lupa', 1)
    request.onupgradeneeded = () => request.result.createObjectStore('filings', { keyPath: 'id' })
    await new Promise(resolve => {
      request.onsuccess = resolve
    })
    const transaction = request.result.transaction('filings', 'readwrite')
    for (const { facts, mail } of all)
      transaction.objectStore('filings').put({ ...facts, source: new TextEncoder().encode(mail).buffer })
    await new Promise(resolve => {
      transaction.oncomplete = resolve
    })
    request.result.close()
  }, rows)
}

/** What the store says it keeps, with each mail as text; or how it fails. */
function everything() {
  return page.evaluate(async () => {
    const all = await filings.all()
    const mails = all.map(async ({ id }) => {
      const source = await filings.source(id)
      return source && new TextDecoder().decode(source)
    })
    return { all, mails: await Promise.all(mails) }
  })
}

function add(filing: object, mail: string | null) {
  return page.evaluate(
    async ({ filing, mail }) => {
      const source = mail === null ? null : new TextEncoder().encode(mail).buffer
      await filings.add(filing as KeptFiling, source)
    },
    { filing, mail },
  )
}

it('tells what waits without its mail, which it has when it is asked for', async () => {
  await add(facts('one'), 'Subject: one\r\n\r\nx')
  await add({ ...facts('unread'), failure: 'no-source' }, null)

  const { all, mails } = await everything()

  expect(all).toEqual([facts('one'), { ...facts('unread'), failure: 'no-source' }])
  expect(mails).toEqual(['Subject: one\r\n\r\nx', undefined])
})

it('has everything that the first version kept, mail by mail, and what it could not read as nothing', async () => {
  await keepAsBefore([
    { facts: facts('one'), mail: 'Subject: one\r\n\r\nx' },
    { facts: { ...facts('two'), state: 'stopped', failure: 'case-closed' }, mail: 'Subject: two\r\n\r\ny' },
    { facts: { ...facts('unread'), state: 'stopped', failure: 'no-source' }, mail: '' },
  ])

  const { all, mails } = await everything()

  expect(all).toEqual([
    facts('one'),
    { ...facts('two'), state: 'stopped', failure: 'case-closed' },
    { ...facts('unread'), state: 'stopped', failure: 'no-source' },
  ])
  expect(mails).toEqual(['Subject: one\r\n\r\nx', 'Subject: two\r\n\r\ny', undefined])
})

it('loses nothing of the first version where moving it ends in the midst, and moves it the next time', async () => {
  await keepAsBefore(['one', 'two'].map(id => ({ facts: facts(id), mail: `mail ${id}` })))
  await page.evaluate(() => {
    const { update } = IDBCursor.prototype
    let updated = 0
    IDBCursor.prototype.update = function (value) {
      updated += 1
      if (updated === 2) throw new Error('the browser ends')
      return update.call(this, value)
    }
  })
  await expect(everything()).rejects.toThrow()
  await page.reload()

  expect(await everything()).toEqual({ all: [facts('one'), facts('two')], mails: ['mail one', 'mail two'] })
})

it('keeps no mail without its filing, where the second cannot be written', async () => {
  await page.evaluate(() => {
    const { put } = IDBObjectStore.prototype
    IDBObjectStore.prototype.put = function (value, key) {
      if (this.name === 'filings') throw new Error('the disk is full')
      return put.call(this, value, key)
    }
  })
  await expect(add(facts('one'), 'mail one')).rejects.toThrow('the disk is full')
  await page.reload()

  expect(await kept()).toEqual([0, 0])
})

it('forgets the mail with its filing', async () => {
  await add(facts('one'), 'mail one')
  await page.evaluate(async () => {
    await filings.remove('one')
  })

  expect(await kept()).toEqual([0, 0])
})

it('reads no mail to tell what waits', async () => {
  await add(facts('one'), 'mail one')
  await page.reload()
  await page.evaluate(() => {
    const { get, getAll } = IDBObjectStore.prototype
    const unlessMail = <Read extends (...all: never[]) => unknown>(read: Read) =>
      function (this: IDBObjectStore, ...all: Parameters<Read>) {
        if (this.name === 'sources') throw new Error('a mail is read')
        return read.apply(this, all)
      }
    Object.assign(IDBObjectStore.prototype, { get: unlessMail(get), getAll: unlessMail(getAll) })
  })

  const told = await page.evaluate(async () => {
    return [await filings.all(), await filings.get('one')]
  })

  expect(told).toEqual([[facts('one')], facts('one')])
})

/** How many filings and how many mails lie in the database. */
function kept(): Promise<number[]> {
  return page.evaluate(async () => {
    await filings.all()
    const request = indexedDB.open('lupa')
    const settled = (asked: IDBRequest) =>
      new Promise(resolve => {
        asked.onsuccess = resolve
      })
    await settled(request)
    const stores = ['filings', 'sources']
    const transaction = request.result.transaction(stores)
    const counts = stores.map(name => transaction.objectStore(name).count())
    await Promise.all(counts.map(settled))
    request.result.close()
    return counts.map(({ result }) => result)
  })
}
