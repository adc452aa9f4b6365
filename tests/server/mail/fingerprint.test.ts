import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { parseMessage } from '../../../server/mail/parse.ts'
import { readMessage } from './message-files.ts'

const PDF = Buffer.from('%PDF-1.4\nfaktura 7/2026')
const TEXT = 'Dzień dobry,\r\n\r\nw załączeniu faktura nr 7/2026 na 1 230,00 zł.\r\n\r\nPozdrawiam\r\nAnna Nowak\r\n'
const HTML =
  '<p>Dzień dobry,</p><p>w załączeniu <b>faktura</b> nr 7/2026 na 1&nbsp;230,00 zł.</p><p>Pozdrawiam<br><a href="https://lupa-test.example">Anna Nowak</a></p>'

type Copy = {
  above?: string[]
  from?: string
  subject?: string
  date?: string
  text?: string
  html?: string | null
  attachment?: Buffer
  encoding?: 'base64' | 'quoted-printable'
  charset?: BufferEncoding
  boundary?: string
  belowParts?: string[]
}

/** One copy of the same mail, as some program or server re-made it. */
function copy(changes: Copy = {}): Buffer {
  const boundary = changes.boundary ?? 'granica'
  const html = changes.html === undefined ? HTML : changes.html
  return Buffer.from(
    [
      ...(changes.above ?? []),
      `From: ${changes.from ?? 'Anna Nowak <anna.nowak@lupa-test.example>'}`,
      'To: jan@hurtownia-kowal.example',
      `Subject: ${changes.subject ?? '=?UTF-8?Q?Faktura_7/2026_za_=C5=82o=C5=BCyska?='}`,
      `Date: ${changes.date ?? 'Mon, 12 Jan 2026 10:00:05 +0100'}`,
      'Message-ID: <jeden@lupa-test.example>',
      'MIME-Version: 1.0',
      `Content-Type: multipart/mixed; boundary="${boundary}"`,
      '',
      `--${boundary}`,
      'Content-Type: multipart/alternative; boundary=wybor',
      '',
      ...part('text/plain; charset=utf-8', changes.text ?? TEXT, changes.encoding),
      ...(html === null ? [] : part('text/html; charset=utf-8', html, changes.encoding)),
      '--wybor--',
      `--${boundary}`,
      'Content-Type: application/pdf; name="FV 7-2026.pdf"',
      'Content-Disposition: attachment; filename="FV 7-2026.pdf"',
      'Content-Transfer-Encoding: base64',
      '',
      (changes.attachment ?? PDF).toString('base64'),
      ...(changes.belowParts ?? []),
      `--${boundary}--`,
    ].join('\r\n'),
  )
}

function part(type: string, text: string, encoding: Copy['encoding'] = 'quoted-printable'): string[] {
  const bytes = Buffer.from(text)
  const quoted = Array.from(bytes, byte =>
    byte > 126 || byte === 61 ? `=${byte.toString(16).toUpperCase().padStart(2, '0')}` : String.fromCharCode(byte),
  )
  const body =
    encoding === 'base64'
      ? bytes.toString('base64').replace(/.{76}/g, '$&\r\n')
      : quoted.join('').replace(/[^\r\n]{60}(?<!=.?)(?=[^\r\n])/g, '$&=\r\n')
  return ['--wybor', `Content-Type: ${type}`, `Content-Transfer-Encoding: ${encoding}`, '', body]
}

async function fingerprint(source: Uint8Array): Promise<string> {
  return (await parseMessage(source)).fingerprint
}

describe('copies of one mail have one fingerprint', () => {
  it.each<[string, Copy]>([
    ['the sent copy with its Bcc', { above: ['Bcc: archiwum@lupa-test.example'] }],
    [
      'one recipient',
      {
        above: [
          'Delivered-To: jan@hurtownia-kowal.example',
          'Received: by mx1.example; Mon, 12 Jan 2026 10:00:07 +0100',
        ],
      },
    ],
    [
      'another recipient',
      {
        above: [
          'Delivered-To: ola@budomex.example',
          'Received: by mx9.example; Mon, 12 Jan 2026 10:00:09 +0100',
          'Authentication-Results: mx9.example; dkim=pass',
        ],
      },
    ],
    [
      'Thunderbird’s store',
      {
        above: [
          'From - Mon Jan 12 10:00:00 2026',
          'X-Mozilla-Status: 0001',
          'X-Mozilla-Status2: 00000000',
          'X-Mozilla-Keys: $label1',
        ],
      },
    ],
    ['texts encoded anew', { encoding: 'base64' }],
    [
      'Exchange',
      {
        above: ['X-MS-Exchange-Organization-AuthAs: Internal', 'X-MS-Has-Attach: yes', 'Thread-Index: AQHx'],
        encoding: 'base64',
        boundary: '_000_AM0PR05MB4321eurprd05pro_',
        subject: '=?utf-8?B?RmFrdHVyYSA3LzIwMjYg?=\r\n =?utf-8?B?emEgxYJvxbx5c2th?=',
        from: '=?utf-8?B?QW5uYSBOb3dhaw==?= <Anna.Nowak@lupa-test.example>',
        date: 'Mon, 12 Jan 2026 09:00:05 +0000',
        html: `<html><head>\r\n<meta http-equiv="Content-Type" content="text/html; charset=utf-8"></head><body>${HTML}</body></html>`,
      },
    ],
    [
      'a gateway that rewrites links and makes a new plain part',
      {
        text: 'Dzień dobry, [faktura] <https://oslona.example/?url=lupa-test>',
        html: HTML.replace('https://lupa-test.example', 'https://oslona.example/?url=lupa-test'),
      },
    ],
    [
      'a gateway with a banner',
      {
        html: `<div>UWAGA: wiadomość spoza organizacji. Nie otwieraj załączników.</div><br>${HTML}`,
        subject: '[EXTERNAL] =?UTF-8?Q?Faktura_7/2026_za_=C5=82o=C5=BCyska?=',
      },
    ],
    [
      'an English gateway',
      {
        html: `<table><tr><td>[EXTERNAL] This email originated from outside the organisation.</td></tr></table><p></p>${HTML}`,
      },
    ],
    [
      'a Mailman list',
      {
        belowParts: [
          '--granica',
          'Content-Type: text/plain; charset="us-ascii"',
          'Content-Disposition: inline',
          '',
          '_______________________________________________',
          'Faktury mailing list',
          'https://lists.lupa-test.example/mailman/listinfo/faktury',
        ],
      },
    ],
    [
      'a Google group',
      {
        html: `${HTML}<p></p>\r\n\r\n-- <br />\r\nYou received this message because you are subscribed to the Google Groups &quot;Faktury&quot; group.<br />To unsubscribe write to x.<br />`,
      },
    ],
    [
      'the parts put together again by an add-in',
      { boundary: 'zlozone-na-nowo', encoding: 'base64', above: ['X-Rebuilt: yes'] },
    ],
  ])('%s', async (_name, changes) => {
    expect(await fingerprint(copy(changes))).toBe(await fingerprint(copy()))
  })

  it('a plain mail by way of a list', async () => {
    const footer = `${TEXT}\r\n_______________________________________________\r\nLista dyskusyjna Faktury\r\nfaktury@lists.lupa-test.example\r\n`

    expect(await fingerprint(copy({ html: null, text: footer }))).toBe(await fingerprint(copy({ html: null })))
  })

  it.each(['\n', '\r\r\n', '\r'])('a store that ends lines otherwise', async lineEnd => {
    const other = Buffer.from(copy().toString('latin1').replaceAll('\r\n', lineEnd), 'latin1')

    expect(await fingerprint(other)).toBe(await fingerprint(copy()))
  })

  it('a text attachment encoded anew', async () => {
    const lines = (encoding: string, body: string) =>
      Buffer.from(
        `From: a@firma.example\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\nContent-Type: text/csv; name=a.csv\r\nContent-Transfer-Encoding: ${encoding}\r\n\r\n${body}\r\n--x--`,
      )

    expect(await fingerprint(lines('base64', Buffer.from('a;b\n1;2\n').toString('base64')))).toBe(
      await fingerprint(lines('7bit', 'a;b\r\n1;2')),
    )
  })

  it('a real mail of Thunderbird, sent and received', async () => {
    const sent = readMessage('thunderbird-sent.eml').toString('latin1')
    const received = `Received: by mx.example; Wed, 14 Jan 2026 09:05:20 +0100\r\n${sent
      .replace(/^X-Mozilla.*\n/gm, '')
      .replace(/^Bcc:.*\n/m, '')
      .replaceAll('\n', '\r\n')}`

    expect(await fingerprint(Buffer.from(received, 'latin1'))).toBe(await fingerprint(Buffer.from(sent, 'latin1')))
  })
})

describe('another mail under the same Message-ID has another fingerprint', () => {
  it.each<[string, Copy]>([
    ['another account number', { html: HTML.replace('7/2026', '8/2026') }],
    ['another sender', { from: 'Anna Nowak <anna.nowak@1upa-test.example>' }],
    ['another subject', { subject: 'Faktura 8/2026' }],
    ['another second', { date: 'Mon, 12 Jan 2026 10:00:06 +0100' }],
    ['another attachment', { attachment: Buffer.from('%PDF-1.4\nfaktura 8/2026') }],
    ['text in front disguised as a banner', { html: `<p>[EXTERNAL]</p><p>Nowy numer konta: 11 2222</p>${HTML}` }],
    [
      'much text in front within a banner',
      { html: `<p>[EXTERNAL] ${'Nowy numer konta: 11 2222. '.repeat(30)}</p>${HTML}` },
    ],
    [
      'text below disguised as a footer',
      { html: `${HTML}<p>_______________________</p><p>Nowy numer konta: 11 2222</p>` },
    ],
  ])('%s', async (_name, changes) => {
    expect(await fingerprint(copy(changes))).not.toBe(await fingerprint(copy()))
  })

  it('also when only the plain text differs and there is no HTML', async () => {
    expect(await fingerprint(copy({ html: null, text: 'Inny tekst' }))).not.toBe(
      await fingerprint(copy({ html: null })),
    )
  })
})

it('is stable: it must not change by accident, or known mail would count as new', async () => {
  const known = await fingerprint(copy())

  expect(known).toMatch(/^[0-9a-f]{64}$/)
  expect(createHash('sha256').update(known).digest('hex').slice(0, 16)).toMatchInlineSnapshot(`"1b3c2786861651a1"`)
})
