import { expect, it } from 'vitest'
import { parseMessage } from '../../../server/mail/parse.ts'
import { parseSource, stopParsing } from '../../../server/mail/parse-source.ts'
import { readTnef } from '../../../server/mail/read-tnef.ts'
import { startCpuClock } from '../../support/cpu-clock.ts'
import {
  attribute,
  buildTnef,
  namedProperty,
  numberProperty,
  property,
  tnefFile,
  tnefMessage,
} from '../../support/tnef.ts'

// The layout of every sample follows [MS-OXTNEF], sections 2.1.3.1 to 2.1.3.4.

const MB = 1024 * 1024
const LONG_NAME = 0x3707
const PDF = Buffer.from('%PDF-1.4\nFaktura VAT 7/2026')
const HTML = Buffer.from('<p>Dzień dobry, w załączeniu <b>faktura</b>.</p>')
const budget = () => ({ bytes: 100 * MB, files: 1_000 })

/** What Outlook sends: text in the properties, one file with a long name, one with the old title only. */
const sample = buildTnef([
  tnefMessage([
    namedProperty('moje pole', 5),
    property(0x1000, 'Dzień dobry, w załączeniu faktura.'),
    property(0x1013, HTML),
    numberProperty(0x3fde, 65_001),
  ]),
  tnefFile({ title: 'FAKTUR~1.PDF', data: PDF, properties: [property(LONG_NAME, 'Faktura żółw 7-2026.pdf')] }),
  tnefFile({ title: 'um\xb9wa.txt', data: Buffer.from('Umowa o dzieło') }),
])

function mailWith(tnef: Buffer, { text = '' } = {}): Buffer {
  return Buffer.from(
    [
      'From: Jan <jan@klient.example>',
      'Subject: Faktura',
      'Date: Mon, 12 Jan 2026 10:00:00 +0100',
      'Content-Type: multipart/mixed; boundary=x',
      '',
      '--x',
      'Content-Type: text/plain; charset=utf-8',
      '',
      text,
      '--x',
      'Content-Type: application/ms-tnef; name=winmail.dat',
      'Content-Transfer-Encoding: base64',
      '',
      tnef.toString('base64'),
      '--x--',
      '',
    ].join('\r\n'),
  )
}

it('puts the files and the text of a winmail.dat in its place', async () => {
  const parsed = await parseMessage(mailWith(sample))

  expect(parsed.text).toBe('Dzień dobry, w załączeniu faktura.')
  expect(parsed.newText).toBe('Dzień dobry, w załączeniu faktura.')
  expect(parsed.html).toBe(HTML.toString())
  expect(parsed.attachments.map(({ name, type, documentType }) => [name, type, documentType])).toEqual([
    ['Faktura żółw 7-2026.pdf', 'application/pdf', 'invoice'],
    ['umąwa.txt', 'text/plain', 'contract'],
  ])
  expect(Buffer.from(parsed.attachments[0]?.content ?? [])).toEqual(PDF)
  expect(parsed.marks).toEqual([])
})

it('keeps the text that travelled beside it', async () => {
  const parsed = await parseMessage(mailWith(sample, { text: 'Treść obok.' }))

  expect(parsed.text).toBe('Treść obok.')
  expect(parsed.html).toBeNull()
})

it('takes the files out of a message within, and its text as a file', async () => {
  const within = buildTnef([
    tnefMessage([property(0x1000, 'Treść przekazanego')]),
    tnefFile({ data: PDF, properties: [property(LONG_NAME, 'oferta.pdf')] }),
  ])
  const outer = buildTnef([
    tnefFile({
      properties: [numberProperty(0x3705, 5), property(0x3001, 'Przekazana wiadomość'), property(0x3701, within, 0x0d)],
    }),
  ])

  const parsed = await parseMessage(mailWith(outer))

  expect(parsed.attachments.map(({ name }) => name)).toEqual(['Przekazana wiadomość.txt', 'oferta.pdf'])
  expect(parsed.marks).toEqual([])
})

it('knows a logo of the signature by its Content-ID', async () => {
  const logo = Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), Buffer.alloc(20_000, 1)])
  const tnef = buildTnef([
    tnefMessage([property(0x1013, Buffer.from('<img src="cid:logo@1">'))]),
    tnefFile({ data: logo, properties: [property(LONG_NAME, 'logo.png'), property(0x3712, 'logo@1')] }),
  ])

  const parsed = await parseMessage(mailWith(tnef))

  expect(parsed.attachments).toMatchObject([{ name: 'logo.png', contentId: 'logo@1', documentType: null }])
})

const giant = { size: 0xffffffff }
const hostile: [string, Buffer, number][] = [
  ['a size of 4 GB', buildTnef([attribute(2, 0x00069002, Buffer.alloc(14), giant)]), 0],
  [
    'a size of 4 GB behind a good file',
    buildTnef([tnefFile({ title: 'a.txt', data: PDF }), attribute(2, 0x0006800f, PDF, giant)]),
    1,
  ],
  ['4 billion properties', buildTnef([attribute(1, 0x00069003, Buffer.alloc(MB, 0xff))]), 0],
  ['4 billion values', buildTnef([attribute(1, 0x00069003, Buffer.from('010000001f100010ffffffff', 'hex'))]), 0],
  [
    'a wrong checksum',
    buildTnef([attribute(1, 0x0002800c, Buffer.from('x'), { checksum: 1 }), tnefFile({ title: 'a.txt', data: PDF })]),
    1,
  ],
  ['a file without its bytes', buildTnef([tnefFile({ title: 'a.txt' })]), 0],
  ['a level nobody knows', buildTnef([attribute(3, 0x00069002, Buffer.alloc(14))]), 0],
  [
    '2,000 files',
    buildTnef(Array.from({ length: 2_000 }, (_, index) => tnefFile({ title: `${index}.txt`, data: PDF }))),
    1_000,
  ],
  [
    'itself within itself, 200 times',
    Array.from({ length: 200 }).reduce<Buffer>(
      within => buildTnef([tnefFile({ title: 'winmail.dat', data: within })]),
      sample,
    ),
    1,
  ],
  ['nothing but the signature', Buffer.from('789f3e22', 'hex'), 0],
]

it.each(hostile)('keeps a winmail.dat with %s, and what was found', async (_name, tnef, found) => {
  const tookMs = startCpuClock()

  const parsed = await parseMessage(mailWith(tnef))

  expect(tookMs()).toBeLessThan(2_000)
  expect(parsed.marks).toEqual(['winmail-kept'])
  expect(parsed.attachments).toHaveLength(found + 1)
  expect(parsed.attachments[0]).toMatchObject({ type: 'application/ms-tnef', size: tnef.length })
})

it('takes out no more than the message may hold', () => {
  const files = Array.from({ length: 3 }, () => tnefFile({ title: 'a.bin', data: Buffer.alloc(10) }))

  const { files: taken, isWhole } = readTnef(buildTnef(files), { bytes: 25, files: 1_000 })

  expect(taken).toHaveLength(2)
  expect(isWhole).toBe(false)
})

it('unpacks in the parsing thread', async () => {
  const parsed = await parseSource(mailWith(sample))
  await stopParsing()

  expect(parsed.attachments).toHaveLength(2)
})

it('reads what is there of a winmail.dat cut off at any byte', () => {
  for (let end = 0; end < sample.length; end += 1) {
    const { files, isWhole } = readTnef(sample.subarray(0, end), budget())

    expect(files.length).toBeLessThanOrEqual(2)
    // Cut between two attributes it is shorter but in order.
    if (isWhole) expect(readTnef(sample.subarray(0, end + 1), budget()).isWhole).toBe(false)
  }
  expect(readTnef(sample, budget()).isWhole).toBe(true)
})

it('never fails on 2,000 damaged ones', () => {
  let state = 7
  const next = (below: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state % below
  }
  const tookMs = startCpuClock()
  let whole = 0

  for (let round = 0; round < 2_000; round += 1) {
    const damaged = Buffer.from(sample)
    for (let flips = 0; flips <= next(6); flips += 1) damaged[next(damaged.length)] = next(256)
    const tnef = readTnef(next(2) === 0 ? damaged : damaged.subarray(0, next(damaged.length)), budget())
    if (tnef.isWhole) whole += 1
  }

  expect(tookMs()).toBeLessThan(20_000)
  expect(whole).toBeLessThan(200)
})
