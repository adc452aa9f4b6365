import { gzipSync } from 'node:zlib'
import iconv from 'iconv-lite'
import type { Mark } from '../../../server/mail/parsed-message.ts'
import { attribute, buildTnef } from '../../support/tnef.ts'
import { buildZip } from '../../support/zip.ts'

const MB = 1024 * 1024
const HEAD =
  'From: Jan <jan@firma.example>\r\nTo: anna@nasza.example\r\nSubject: Test\r\nDate: Mon, 12 Jan 2026 10:00:00 +0100\r\n'
const HTML = `${HEAD}Content-Type: text/html\r\n\r\n`
const mixed = (...parts: string[]) =>
  `${HEAD}Content-Type: multipart/mixed; boundary=x\r\n\r\n${parts.map(part => `--x\r\n${part}\r\n`).join('')}--x--\r\n`
const file = (name: string, type: string, bytes: Uint8Array) =>
  mixed(
    'Content-Type: text/plain\r\n\r\nW załączeniu.',
    `Content-Type: ${type}; name="${name}"\r\nContent-Disposition: attachment; filename="${name}"\r\nContent-Transfer-Encoding: base64\r\n\r\n${Buffer.from(bytes).toString('base64')}`,
  )
const word = (text: string) => `=?utf-8?B?${Buffer.from(text).toString('base64')}?=`
const nested = (depth: number) =>
  `${HEAD}${Array.from({ length: depth }, (_, index) => `Content-Type: multipart/mixed; boundary=b${index}\r\n\r\n--b${index}\r\n`).join('')}\r\nna dnie\r\n--b${depth - 1}--\r\n`
const laughs = `<?xml version="1.0"?><!DOCTYPE a [${Array.from({ length: 20 }, (_, n) => `<!ENTITY l${n + 1} "${`&l${n};`.repeat(10)}">`).join('')}]><Faktura>&l20;</Faktura>`

/** A kind of hostile mail, built when it is needed, and the marks that it has to bear in the end. */
type Kind = [name: string, build: () => string | Uint8Array, marks?: Mark[]]

/** Mail as attackers and broken programs write it: headers, depth, parts, lines, charsets, names, files and HTML. */
export const hostileKinds: Kind[] = [
  ['a header of 12 MB', () => `${HEAD}${`X-A: ${'b'.repeat(2_000)}\r\n`.repeat(6_000)}\r\nx`, ['header-truncated']],
  ['a header of 20,000 lines', () => `${HEAD}${'X-A: b\r\n'.repeat(20_000)}\r\nx`, ['header-truncated']],
  ['a header value of 3 MB', () => `${HEAD}X-A: ${'b '.repeat(1.5 * MB)}\r\n\r\nx`],
  [
    '100,000 encoded words',
    () => `${HEAD}X-A: ${'=?utf-8?Q?=C5=BC?= '.repeat(50_000)}\r\nSubject: ${'=?utf-8?Q?'.repeat(50_000)}\r\n\r\nx`,
  ],
  ['1 MB of brackets and comments in To', () => `${HEAD}Cc: ${'<('.repeat(MB / 2)}\r\n\r\nx`],
  [
    '20,000 parameters of RFC 2231',
    () =>
      `${HEAD}Content-Type: application/pdf; ${Array.from({ length: 20_000 }, (_, n) => `name*${n}=a`).join('; ')}\r\n\r\nx`,
  ],
  [
    'header lines within encoded words',
    () => `${HEAD.replace('Test', word('Test\r\nBcc: zly@oszust.example\r\n\r\nx'))}\r\nx`,
  ],
  ['fields called as parts of an object', () => `__proto__: x\r\nconstructor: y\r\n${HEAD}\r\nx`],
  ['a depth of 1,000', () => nested(1_000), ['parts-truncated']],
  ['5,000 mails within each other', () => `${HEAD}${'Content-Type: message/rfc822\r\n\r\n'.repeat(5_000)}\r\nx`],
  [
    'a multipart within itself',
    () =>
      `${HEAD}Content-Type: multipart/mixed; boundary=a\r\n\r\n--a\r\nContent-Type: multipart/mixed; boundary=a\r\n\r\n--a\r\n\r\nx\r\n--a--`,
  ],
  [
    '20,000 parts',
    () => mixed(...Array.from({ length: 20_000 }, () => 'Content-Type: image/png\r\n\r\nabc')),
    ['parts-truncated'],
  ],
  ['300,000 lines like delimiters', () => nested(90) + '--b\r\n'.repeat(300_000)],
  ['a line of 15 MB', () => `${HEAD}\r\n${'x'.repeat(15 * MB)}`, ['text-too-long']],
  ['a line of 7 MB', () => `${HEAD}\r\n${'x'.repeat(7 * MB)}`],
  ['CR, LF and CRCRLF in turn', () => `${HEAD}\r\n${'raz\rdwa\ntrzy\r\r\n'.repeat(50_000)}`],
  ['nothing but NUL', () => '\0'.repeat(MB), ['nul-bytes', 'no-headers']],
  ['NUL in subject and text', () => `${HEAD.replace('Test', 'Te\0st')}\r\nDzień\0 dobry`, ['nul-bytes']],
  [
    'bytes behind each other by chance',
    () => Uint8Array.from({ length: 200_000 }, (_, n) => (n * 7919 + (n >> 8)) % 256),
  ],
  [
    'broken base64',
    () =>
      `${HEAD}Content-Type: application/pdf; name=a.pdf\r\nContent-Transfer-Encoding: base64\r\n\r\nJVBERi0x*LjQ%\r\nKg`,
    ['bad-encoding'],
  ],
  [
    'base64 cut off',
    () => `${HEAD}Content-Type: application/pdf; name=a.pdf\r\nContent-Transfer-Encoding: base64\r\n\r\nJVBERi0xLjQKJ`,
    ['bad-encoding'],
  ],
  [
    '1 MB of = in quoted-printable',
    () => `${HEAD}Content-Transfer-Encoding: quoted-printable\r\n\r\n${'='.repeat(MB)}`,
    ['bad-encoding'],
  ],
  [
    'a charset that nobody knows',
    () =>
      Buffer.concat([
        Buffer.from(`${HEAD}Content-Type: text/plain; charset=x-klingon\r\n\r\n`),
        iconv.encode('Zażółć gęślą jaźń, proszę o płatność', 'windows-1250'),
      ]),
    ['charset-guessed'],
  ],
  [
    'letters beyond ASCII without any charset',
    () => iconv.encode(`${HEAD.replace('Test', 'Płatność zaległa')}\r\nProszę o zapłatę, gęślą jaźń`, 'windows-1250'),
    ['charset-guessed'],
  ],
  [
    'HTML hidden in UTF-7',
    () => `${HEAD}Content-Type: text/plain; charset=utf-7\r\n\r\n+ADw-script+AD4-alert(1)+ADw-/script+AD4-`,
  ],
  [
    'half a letter in UTF-16',
    () =>
      Buffer.concat([
        Buffer.from(`${HEAD}Content-Type: text/plain; charset=utf-16le\r\n\r\n`),
        Buffer.from([0x3d, 0xd8, 0x41]),
      ]),
    ['bad-encoding'],
  ],
  [
    'file names that climb, end early and turn around',
    () =>
      mixed(
        ...['../../etc/passwd', 'a\0.exe', '\u202efdp.exe', 'CON', `${'x'.repeat(5_000)}.pdf`].map(
          name =>
            `Content-Type: application/pdf\r\nContent-Disposition: attachment; filename="${word(name)}"\r\n\r\n%PDF-1.4`,
        ),
      ),
    ['disguised-file'],
  ],
  ['a From name of two alphabets', () => `${HEAD.replace('Jan', word('J\u0430n'))}\r\nx`, ['disguised-name']],
  [
    'a From name with letters without width',
    () => `${HEAD.replace('Jan', word('Ja\u200bn'))}\r\nx`,
    ['disguised-name'],
  ],
  [
    'another address in the From name',
    () => `${HEAD.replace('Jan', '"prezes@bank.example"')}\r\nx`,
    ['address-in-name'],
  ],
  ['two From fields', () => `From: prezes@bank.example\r\n${HEAD}\r\nx`, ['several-from']],
  [
    'a zip bomb',
    () => file('faktury.zip', 'application/zip', buildZip([{ name: 'a.txt', content: Buffer.alloc(60 * MB) }])),
  ],
  ['a gzip bomb', () => file('faktury.xml.gz', 'application/gzip', gzipSync(Buffer.alloc(60 * MB)))],
  [
    'a winmail.dat that says it holds 4 GB',
    () =>
      file(
        'winmail.dat',
        'application/ms-tnef',
        buildTnef([attribute(2, 0x00069002, Buffer.alloc(14), { size: 0xffffffff })]),
      ),
    ['winmail-kept'],
  ],
  [
    'a .msg of nothing but its first bytes',
    () =>
      file(
        'list.msg',
        'application/vnd.ms-outlook',
        Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(5_000, 0xff)]),
      ),
  ],
  ['entities that grow a billion times', () => file('faktura.xml', 'application/xml', Buffer.from(laughs))],
  [
    'a meeting each second for ever',
    () =>
      file(
        'spotkanie.ics',
        'text/calendar',
        Buffer.from(
          'BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:1\r\nDTSTART:20260101T000000Z\r\nRRULE:FREQ=SECONDLY\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n',
        ),
      ),
  ],
  [
    'clear text beside an encrypted part',
    () =>
      mixed(
        'Content-Type: text/html\r\n\r\n<img src="http://zly.example/?',
        'Content-Type: application/pkcs7-mime; smime-type=enveloped-data; name=smime.p7m\r\nContent-Transfer-Encoding: base64\r\n\r\nMIIB',
      ),
    ['encrypted'],
  ],
  [
    'one part of three',
    () =>
      `${HEAD}Content-Type: message/partial; id="a@b"; number=1; total=3\r\n\r\nFrom: prezes@bank.example\r\n\r\nczęść`,
  ],
  [
    'a body that lies elsewhere',
    () =>
      mixed(
        'Content-Type: message/external-body; access-type=URL; URL="http://127.0.0.1:9/tajne"\r\n\r\nContent-Type: text/html\r\n\r\n',
      ),
  ],
  ['1 MB of open tags', () => `${HTML}${'<a b="<!--<script><style>'.repeat(MB / 25)}`],
  ['200,000 quotations within each other', () => `${HTML}${'<blockquote>a'.repeat(200_000)}`],
]
