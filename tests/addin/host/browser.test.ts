import { expect, it, vi } from 'vitest'
import { browserHost } from '../../../addin/host/browser.ts'

const source = [
  'From: =?utf-8?Q?Anna_Nowak_=C5=81?= <Anna@Meblex.example>',
  'To: Zarząd: jan@nasza.example, "Ewa" <ewa@nasza.example>;',
  'Subject: =?utf-8?B?RG9zdGF3YSByZWdhxYLDs3c=?=',
  'Date: Mon, 23 Nov 2026 10:00:00 +0100',
  'Message-ID: <two@meblex.example>',
  'In-Reply-To: <one@nasza.example>',
  'References: <zero@nasza.example>',
  ' <one@nasza.example>',
  '',
  'From: nobody@else.example',
].join('\r\n')

it('reads the facts of a message file, and nothing of its body', async () => {
  const host = browserHost()

  await host.openFile(new Blob([source]))

  expect(await host.openMessage()).toEqual({
    messageId: 'two@meblex.example',
    subject: 'Dostawa regałów',
    sentAt: '2026-11-23T09:00:00.000Z',
    from: [{ name: 'Anna Nowak Ł', address: 'anna@meblex.example' }],
    sender: [],
    replyTo: [],
    to: [
      { name: '', address: 'jan@nasza.example' },
      { name: 'Ewa', address: 'ewa@nasza.example' },
    ],
    cc: [],
    inReplyTo: 'one@nasza.example',
    references: ['zero@nasza.example', 'one@nasza.example'],
  })
  expect(await (await host.source()).text()).toBe(source)
})

const inHtml = (html: string) =>
  new Blob([`From: a@meblex.example\r\nSubject: x\r\nContent-Type: text/html; charset=utf-8\r\n\r\n${html}`])

it('gives the words of a mail that has HTML only, and runs nothing of it', async () => {
  const host = browserHost()
  const html = `<style>p{}</style><script>document.title = 'ran'</script><p>Zgoda</p><p>Budmax&nbsp;S.A.<br>Radom</p>
    <img src="x" onerror="document.title = 'ran'"><blockquote>Nasza S.A.<blockquote>Dawna S.A.</blockquote></blockquote>`

  await host.openFile(inHtml(html))

  const lines = ((await host.words?.()) ?? '').split('\n').map(line => line.trim())
  expect(lines.filter(Boolean)).toEqual(['Zgoda', 'Budmax\u00a0S.A.', 'Radom', '> Nasza S.A.Dawna S.A.'])
  expect(document.title).not.toBe('ran')
})

it('is not kept busy by HTML without end', { timeout: 5_000 }, async () => {
  const host = browserHost()
  await host.openFile(inHtml(`${'<br '.repeat(200_000)}<p>Budmax`))

  expect(typeof (await host.words?.())).toBe('string')
})

it('refuses a file that is no message, and keeps the one before', async () => {
  const host = browserHost()
  await host.openFile(new Blob([source]))

  await expect(host.openFile(new Blob(['%PDF-1.7 ...']))).rejects.toThrow()

  expect((await host.openMessage())?.messageId).toBe('two@meblex.example')
})

it('shows what was made of a file that is not in the form of a mail, and hands out the file itself', async () => {
  const host = browserHost()

  await host.openFile(new Blob(['of Outlook']), new Blob([source]))

  expect((await host.openMessage())?.messageId).toBe('two@meblex.example')
  expect(await host.words?.()).toContain('From: nobody@else.example')
  expect(await (await host.source()).text()).toBe('of Outlook')
})

it('knows a message by its Message-ID alone, without a source', async () => {
  const host = browserHost()

  host.openMessageId(' <two@meblex.example> ')

  expect((await host.openMessage())?.messageId).toBe('two@meblex.example')
  await expect(host.source()).rejects.toThrow()
})

it('tells when another message is shown, until it is told to stop', () => {
  const host = browserHost()
  const listener = vi.fn()

  const stop = host.onOpenMessageChange(listener)
  host.openMessageId('a@b.example')
  stop()
  host.close()

  expect(listener).toHaveBeenCalledTimes(1)
})

it('keeps what it is given in the storage of the browser', async () => {
  const host = browserHost()

  await host.storage.write('refresh', 'x')

  expect(await browserHost().storage.read('refresh')).toBe('x')
  await host.storage.remove('refresh')
  expect(await host.storage.read('refresh')).toBeNull()
})
