import { expect, it } from 'vitest'
import { parseMessage } from '../../../server/mail/parse.ts'
import type { Mark } from '../../../server/mail/parsed-message.ts'
import { startCpuClock } from '../../support/cpu-clock.ts'

const TIME_LIMIT_MS = 2_000
const MB = 1024 * 1024
const HEAD = 'From: Jan <jan@firma.example>\r\nSubject: Test\r\nDate: Mon, 12 Jan 2026 10:00:00 +0100\r\n'
const HTML = `${HEAD}Content-Type: text/html\r\n\r\n`

function nested(depth: number): string {
  const open = Array.from(
    { length: depth },
    (_, index) => `Content-Type: multipart/mixed; boundary=b${index}\r\n\r\n--b${index}\r\n`,
  )
  return `${HEAD}${open.join('')}\r\nna dnie\r\n--b${depth - 1}--\r\n`
}

function parts(count: number): string {
  return `${HEAD}Content-Type: multipart/mixed; boundary=x\r\n\r\n${'--x\r\nContent-Type: image/png\r\n\r\nabc\r\n'.repeat(count)}--x--`
}

function forwards(depth: number): string {
  return `${HEAD}${'Content-Type: message/rfc822\r\n\r\n'.repeat(depth)}\r\ntekst`
}

/** Bad mail, the marks it must bear, and nothing else is asked but to be read in time and stay within bounds. */
const torture: [name: string, source: string | Buffer, marks: Mark[]][] = [
  ['nothing', '', ['no-headers', 'no-date']],
  ['only line ends', '\r\n'.repeat(500_000), ['no-headers', 'no-date']],
  ['only CRs', '\r'.repeat(MB), ['no-headers', 'no-date']],
  ['only NULs', '\0'.repeat(MB), ['no-headers', 'nul-bytes', 'no-date']],
  ['only dashes', `${HEAD}Content-Type: multipart/mixed; boundary="-"\r\n\r\n${'-'.repeat(MB)}`, []],
  [
    '20,000 header lines',
    `${'X-A: b\r\n'.repeat(9_000)}${HEAD}${'X-A: b\r\n'.repeat(11_000)}\r\nx`,
    ['header-truncated'],
  ],
  ['a header of 12 MB', `${HEAD}${`X-A: ${'b'.repeat(2_000)}\r\n`.repeat(6_000)}\r\nx`, ['header-truncated']],
  ['one folded header of 9,000 lines', `${HEAD}X-A: b\r\n${' c\r\n'.repeat(9_000)}\r\nx`, []],
  ['a header value of 3 MB', `${HEAD}X-A: ${'b '.repeat(1.5 * MB)}\r\n\r\nx`, []],
  ['a subject of 1 MB', `Subject: ${'ż'.repeat(MB / 2)}\r\n${HEAD}\r\nx`, []],
  ['100,000 encoded words', `${HEAD}X-A: ${'=?utf-8?Q?=C5=BC?= '.repeat(50_000)}\r\n\r\nx`, []],
  ['encoded words in the subject without end', `Subject: ${'=?utf-8?Q?'.repeat(90_000)}\r\n${HEAD}\r\nx`, []],
  ['1 MB of addresses', `${HEAD}To: ${'a@firma.example, '.repeat(60_000)}\r\n\r\nx`, []],
  ['1 MB of brackets in To', `${HEAD}To: ${'<'.repeat(MB)}\r\n\r\nx`, []],
  ['1 MB of comments in To', `${HEAD}To: ${'('.repeat(MB)}\r\n\r\nx`, []],
  ['1 MB of quotes in From', `From: ${'"'.repeat(MB)}\r\nDate: Mon, 12 Jan 2026 10:00:00 +0100\r\n\r\nx`, []],
  ['groups in groups', `${HEAD}To: ${'a:'.repeat(200_000)}\r\n\r\nx`, []],
  ['1 MB of references', `${HEAD}References: ${'<a@b> '.repeat(170_000)}\r\n\r\nx`, []],
  ['open references', `${HEAD}References: ${'<'.repeat(MB)}\r\n\r\nx`, []],
  ['depth of 1,000', nested(1_000), ['parts-truncated']],
  ['depth of 101', nested(101), ['parts-truncated']],
  ['depth of 100', nested(100), []],
  ['20,000 parts', parts(20_000), ['parts-truncated']],
  ['9,000 parts', parts(9_000), []],
  ['forwards in forwards', forwards(5_000), []],
  ['100 multiparts and 300,000 lines that look like delimiters', nested(90) + '--b\r\n'.repeat(300_000), []],
  [
    '20,000 parameters',
    `${HEAD}Content-Type: application/pdf; ${Array.from({ length: 20_000 }, (_, index) => `name*${index}=a`).join('; ')}\r\n\r\nx`,
    [],
  ],
  ['a line of 15 MB', `${HEAD}\r\n${'x'.repeat(15 * MB)}`, ['text-too-long']],
  ['text of 60 MB', `${HEAD}\r\n${'Dzień dobry\r\n'.repeat(4 * MB)}`, ['text-too-long']],
  [
    '1 MB lines in quoted-printable',
    `${HEAD}Content-Transfer-Encoding: quoted-printable\r\n\r\n${'='.repeat(MB)}`,
    ['bad-encoding'],
  ],
  [
    'broken base64',
    `${HEAD}Content-Type: application/pdf; name=a.pdf\r\nContent-Transfer-Encoding: base64\r\n\r\nJVBERi0x*LjQ%\r\nKg`,
    ['bad-encoding'],
  ],
  [
    'base64 that was cut off',
    `${HEAD}Content-Type: application/pdf; name=a.pdf\r\nContent-Transfer-Encoding: base64\r\n\r\nJVBERi0xLjQKJ`,
    ['bad-encoding'],
  ],
  [
    'base64 with padding on each of 100,000 lines',
    `${HEAD}Content-Transfer-Encoding: base64\r\n\r\n${'YQ==\r\n'.repeat(100_000)}`,
    [],
  ],
  [
    'text that claims to be base64',
    `${HEAD}Content-Transfer-Encoding: base64\r\n\r\nDzień dobry, to nie jest base64.`,
    ['bad-encoding'],
  ],
  ['a charset nobody knows', `${HEAD}Content-Type: text/plain; charset=klingon\r\n\r\nżółw`, []],
  ['a charset of 60 kB', `${HEAD}Content-Type: text/plain; charset=${'x'.repeat(60_000)}\r\n\r\nżółw`, []],
  ['1 MB of < in HTML', `${HTML}${'<'.repeat(MB)}`, []],
  ['1 MB of open tags', `${HTML}${'<a '.repeat(MB / 3)}>`, []],
  ['1 MB of open quotes', `${HTML}${'<a b="'.repeat(MB / 6)}>`, []],
  ['1 MB of open comments', `${HTML}${'<!--'.repeat(MB / 4)}`, []],
  ['1 MB of open scripts', `${HTML}${'<script>'.repeat(MB / 8)}`, []],
  ['1 MB of open styles and titles', `${HTML}${'<style><title>'.repeat(MB / 14)}</title>`, []],
  ['200,000 quotations', `${HTML}${'<blockquote>a'.repeat(200_000)}`, []],
  ['1 MB of table cells', `${HTML}${'<td><tr>'.repeat(MB / 8)}`, []],
  ['1 MB of hidden elements', `${HTML}${'<p style="display:none">'.repeat(MB / 24)}`, []],
  ['1 MB of style attributes', `${HTML}<p${' style=a'.repeat(MB / 8)}>`, []],
  ['1 MB of entities', `${HTML}${'&amp;&#x0;&#xD800;&'.repeat(MB / 19)}`, []],
  ['1 MB of quotation marks', `${HEAD}\r\n${'>'.repeat(MB)}`, []],
  ['1 MB of short quoted lines', `${HEAD}\r\n${'>\n\n-\n'.repeat(MB / 5)}x`, []],
  ['1 MB of lines that begin like an answer', `${HEAD}\r\n${'W dniu - \n'.repeat(MB / 10)}`, []],
  ['long lines of dividers', `${HEAD}\r\n${`-${' '.repeat(990)}x\n`.repeat(2_000)}`, []],
  ['1 MB of Outlook headers', `${HEAD}\r\n${'Od: a\n'.repeat(MB / 6)}`, []],
  [
    'flowed text without end',
    `${HEAD}Content-Type: text/plain; format=flowed; delsp=yes\r\n\r\n${'a \n'.repeat(MB / 3)}`,
    [],
  ],
  ['underscores like the footer of a list', `${HEAD}\r\n${`${'_'.repeat(30)}\n`.repeat(30_000)}`, []],
  [
    'XML with 1 MB of open comments',
    `${HEAD}Content-Type: text/xml; name=a.xml\r\n\r\n<?xml version="1.0"?>${'<!--'.repeat(MB / 4)}`,
    [],
  ],
  ['SVG comments', `${HEAD}Content-Type: image/svg+xml; name=a.svg\r\n\r\n${'<!---->'.repeat(MB / 7)}`, []],
  [
    'a delimiter that is the terminator of another',
    `${HEAD}Content-Type: multipart/mixed; boundary=a\r\n\r\n--a\r\nContent-Type: multipart/mixed; boundary=a--\r\n\r\n--a--\r\n\r\nx\r\n--a----\r\n--a--`,
    [],
  ],
  [
    'a multipart within itself',
    `${HEAD}Content-Type: multipart/mixed; boundary=a\r\n\r\n--a\r\nContent-Type: multipart/mixed; boundary=a\r\n\r\n--a\r\n\r\nx\r\n--a--`,
    [],
  ],
  ['a boundary of nothing', `${HEAD}Content-Type: multipart/mixed; boundary=""\r\n\r\n--\r\n\r\nx\r\n----`, []],
]

it.each(torture)('%s is read in time', { timeout: 30_000 }, async (_name, source, marks) => {
  const bytes = Buffer.from(source)
  const tookMs = startCpuClock()

  const parsed = await parseMessage(bytes)
  const took = tookMs()

  expect(parsed.marks).toEqual(marks)
  expect(took).toBeLessThan(TIME_LIMIT_MS)
  expect(parsed.subject.length).toBeLessThanOrEqual(2_000)
  expect(JSON.stringify({ ...parsed, attachments: [] }).includes('\\u0000')).toBe(false)
})

it('keeps everything behind the 10,000th part in one attachment', async () => {
  const { attachments } = await parseMessage(Buffer.from(parts(20_000)))

  const last = attachments.at(-1)
  expect(attachments).toHaveLength(10_000)
  expect(
    Buffer.from(last?.content ?? [])
      .toString()
      .match(/abc/g),
  ).toHaveLength(20_000 - 9_999)
})

it('keeps what lies too deep in one attachment', async () => {
  const { attachments } = await parseMessage(Buffer.from(nested(1_000)))

  expect(attachments).toHaveLength(1)
  expect(Buffer.from(attachments[0]?.content ?? []).toString()).toContain('na dnie')
})

it('keeps the part of a header that it reads', async () => {
  const { from, subject, text } = await parseMessage(Buffer.from(`${HEAD}${'X-A: b\r\n'.repeat(20_000)}\r\nx`))

  expect({ from, subject, text }).toEqual({
    from: [{ name: 'Jan', address: 'jan@firma.example' }],
    subject: 'Test',
    text: 'x',
  })
})

it('keeps what can be decoded of broken base64', async () => {
  const { attachments, text } = await parseMessage(
    Buffer.from(
      `${HEAD}Content-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\nContent-Transfer-Encoding: base64\r\n\r\nRHppZcWEIGRvYnJ5Lg==\r\n____\r\nLista dyskusyjna\r\n--x\r\nContent-Type: application/pdf; name=a.pdf\r\nContent-Transfer-Encoding: base64\r\n\r\nJVBERi0x*LjQK\r\n--x--`,
    ),
  )

  expect(text).toBe('Dzień dobry.')
  expect(Buffer.from(attachments[0]?.content ?? []).toString()).toBe('%PDF-1.4\n')
})
