import { afterAll, beforeAll, expect, it } from 'vitest'
import { administrator, type DirectClient, directClient, type LiveServer, startLiveServer } from '../../support/live-server.ts'
import { type Internet, lupaOrigin, openInternet } from './internet.ts'
import { mail } from './mails.ts'
import { openOutlook, openOutlookBrowser, type OutlookBrowser, type OutlookWindow } from './outlook-window.ts'
import { signInBeside } from './pane-reader.ts'

let server: LiveServer
let internet: Internet
let browser: OutlookBrowser
let direct: DirectClient
let window: OutlookWindow

beforeAll(async () => {
  server = await startLiveServer({ LUPA_PUBLIC_URL: lupaOrigin })
  direct = await directClient(server.origin, administrator)
  const contractor = await direct.post('/api/contractors', { name: 'Meblex', addresses: ['@meblex.example'] })
  await direct.post(`/api/contractors/${contractor.id}/cases`, { title: 'Dostawa regałów' })
  internet = await openInternet(server.origin)
  browser = await openOutlookBrowser(internet.port, 'blocked')
})

afterAll(async () => {
  await browser?.close()
  await internet?.close()
  await server?.stop()
})

it('stands beside a mail and files it as it travelled', async () => {
  window = await openOutlook(browser, { items: [mail('one')], selected: ['one'] })



  await signInBeside(window)
  await window.pane.getByRole('heading', { name: 'Meblex' }).waitFor()
  await window.page.screenshot({ path: '/tmp/outlook2.png' })
  expect(1).toBe(1)
})
