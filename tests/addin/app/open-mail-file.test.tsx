import { render } from 'preact'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { openMailFile } from '../../../addin/app/open-mail-file.ts'
import { type BrowserHost, browserHost } from '../../../addin/host/browser.ts'
import { MailDrop } from '../../../addin/pane/mail-drop.tsx'
import { LARGEST_SHOWN_MSG } from '../../../shared/document.ts'
import { type FakeHost, fakeHost, refusal, reply } from '../../support/fake-host.ts'
import { byRole } from '../by-role.ts'
import { eventually } from '../pane/show-pane.ts'

const OLE = new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])
const mail = 'From: Ewa <ewa@klient.example>\r\nSubject: =?utf-8?B?xbvDs8WCdw==?=\r\nMessage-ID: <a@b>\r\n\r\nZażółć'
const msg = new File([OLE, 'rest'], 'oferta.msg')
let server: FakeHost
let host: BrowserHost

beforeEach(() => {
  server = fakeHost(null, { 'POST /api/messages/mail': reply(200, mail) })
  const { fetch, storage } = server
  host = { ...browserHost(), fetch, storage }
})
afterEach(() => render(null, document.body))

it('shows the mail in a file of Outlook’s, and files that file itself', async () => {
  await openMailFile(host, msg)

  expect(await host.openMessage()).toMatchObject({ subject: 'Żółw', messageId: 'a@b' })
  expect(await host.words?.()).toContain('Zażółć')
  expect(await host.source()).toBe(msg)
  const asked = server.asked.find(({ path }) => path === '/api/messages/mail')
  expect(asked?.body).toBe(msg)
  expect(asked?.headers['content-type']).toBe('message/rfc822')
})

it('knows it by its bytes, and asks the server nothing of a mail as it travels', async () => {
  await openMailFile(host, new File([mail], 'udaje.msg'))
  expect(server.asked).toEqual([])

  await openMailFile(host, new File([OLE, 'rest'], 'bez kropki'))
  expect(server.asked.map(({ path }) => path)).toContain('/api/messages/mail')
})

it('does not send one that is too large to be shown', async () => {
  const file = new File([OLE, new Uint8Array(LARGEST_SHOWN_MSG)], 'duży.msg')

  await expect(openMailFile(host, file)).rejects.toMatchObject({ code: 'too-large' })
  expect(server.asked).toEqual([])
})

it.each([
  ['not-processable', 422, 'Serwer nie umie odczytać tej wiadomości.'],
  ['takes-too-long', 422, 'Odczytanie tego pliku trwa za długo'],
  ['too-large', 413, 'Pliku .msg większego niż 20 MB nie da się tu pokazać.'],
  ['too-many', 429, 'Za dużo prób.'],
  [null, 0, 'Tego pliku nie da się odczytać jako wiadomości.'],
])('says in words that a dropped file is refused as %s, and keeps the mail before', async (code, status, words) => {
  await openMailFile(host, msg)
  server.answer('POST /api/messages/mail', code === null ? reply(200, 'nic') : refusal(status, code))
  const onFile = vi.fn((file: Blob) => openMailFile(host, file))
  render(<MailDrop onFile={onFile} onMessageId={() => undefined} />, document.body)

  const drop = Object.assign(new Event('drop', { bubbles: true, cancelable: true }), {
    dataTransfer: { files: [new File([OLE, 'inny'], 'inny.msg')] },
  })
  byRole(document.body, 'region', 'Wiadomość').dispatchEvent(drop)

  await eventually(() => byRole(document.body, 'alert', words))
  expect(drop.defaultPrevented).toBe(true)
  expect(await host.openMessage()).toMatchObject({ subject: 'Żółw' })
})
