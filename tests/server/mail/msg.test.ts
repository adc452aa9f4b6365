import { expect, it } from 'vitest'
import { convertMsg } from '../../../server/mail/convert-msg.ts'
import { msgSource } from '../../../server/mail/msg-source.ts'
import { parseMessage } from '../../../server/mail/parse.ts'
import { Unparsable } from '../../../server/mail/parse-pool.ts'
import { isSoundOle } from '../../../server/mail/sound-ole.ts'
import { startCpuClock } from '../../support/cpu-clock.ts'
import { buildMsg, type MsgInput } from '../../support/msg.ts'

const PDF = Buffer.from('%PDF-1.4\nFaktura VAT 7/2026')
const sent: MsgInput = {
  texts: {
    '0037': 'Zamówienie 14/2026',
    '0C1A': 'Anna Żak',
    '0C1E': 'SMTP',
    '0C1F': 'anna@klient.example',
    '1000': 'Dzień dobry,\r\nzamawiamy żółte śruby.',
    '1035': '<zamowienie-14@klient.example>',
    '1042': '<oferta-9@nasza.example>',
  },
  html: Buffer.from('<p>Dzień dobry,<br>zamawiamy żółte śruby.</p>'),
  recipients: [
    { name: 'Biuro', address: 'biuro@nasza.example', type: 1 },
    { name: 'Łukasz', address: 'lukasz@nasza.example', type: 2 },
    { name: 'Cichy', address: 'cichy@nasza.example', type: 3 },
    { name: 'Bez adresu', address: '/O=FIRMA/CN=KTOS', type: 1, texts: { '39FE': 'ktos@klient.example' } },
  ],
  files: [{ name: 'Faktura żółw.pdf', content: PDF, mediaType: 'application/pdf' }],
  sentAt: new Date('2026-01-12T09:30:00Z'),
}
const read = async (msg: Buffer) => parseMessage(await convertMsg(new Uint8Array(msg)))

it('reads a message that Outlook saved, from its properties', async () => {
  const parsed = await read(buildMsg(sent))

  expect(parsed).toMatchObject({
    subject: 'Zamówienie 14/2026',
    messageId: 'zamowienie-14@klient.example',
    inReplyTo: ['oferta-9@nasza.example'],
    sentAt: '2026-01-12T09:30:00.000Z',
    from: [{ name: 'Anna Żak', address: 'anna@klient.example' }],
    to: [
      { name: 'Biuro', address: 'biuro@nasza.example' },
      { name: 'Bez adresu', address: 'ktos@klient.example' },
    ],
    cc: [{ name: 'Łukasz', address: 'lukasz@nasza.example' }],
    bcc: [{ name: 'Cichy', address: 'cichy@nasza.example' }],
    text: 'Dzień dobry,\nzamawiamy żółte śruby.',
    html: '<p>Dzień dobry,<br>zamawiamy żółte śruby.</p>',
    attachments: [{ name: 'Faktura żółw.pdf', type: 'application/pdf', documentType: 'invoice' }],
    marks: [],
  })
  expect(Buffer.from(parsed.attachments[0]?.content ?? [])).toEqual(PDF)
})

it('keeps the header that the message travelled with', async () => {
  const header = [
    'Microsoft Mail Internet Headers Version 2.0',
    'Received: from a.example by b.example; Mon, 12 Jan 2026 10:31:00 +0100',
    'From: "Anna" <anna@klient.example>',
    'To: biuro@nasza.example,',
    ' szef@nasza.example',
    'Subject: Inny temat',
    'Date: Mon, 12 Jan 2026 10:30:00 +0100',
    'Message-ID: <prawdziwy@klient.example>',
    'Authentication-Results: b.example; dmarc=pass',
    'Content-Type: multipart/mixed; boundary="dawny"',
    'MIME-Version: 1.0',
    '',
    '--dawny',
    'Content-Type: text/plain',
  ].join('\r\n')

  const parsed = await read(buildMsg({ ...sent, texts: { ...sent.texts, '007D': header } }))

  expect(parsed).toMatchObject({
    subject: 'Inny temat',
    messageId: 'prawdziwy@klient.example',
    to: [{ address: 'biuro@nasza.example' }, { address: 'szef@nasza.example' }],
    text: 'Dzień dobry,\nzamawiamy żółte śruby.',
    attachments: [{ name: 'Faktura żółw.pdf' }],
  })
  expect(parsed.headers).toMatchObject({ receivedCount: 1, authenticationResults: ['b.example; dmarc=pass'] })
})

it.each([
  ['of its own', 1_250, Buffer.from('bf f3 b3 e6'.replaceAll(' ', ''), 'hex')],
  ['that says nothing', 65_001, Buffer.from('żółć')],
  ['that no standard has', 28_602, Buffer.from('żółć')],
  ['of nobody', -2_147_483_648, Buffer.from('żółć')],
])('reads HTML in letters %s', async (_name, codePage, html) => {
  const parsed = await read(buildMsg({ texts: { '0037': 'x' }, html, codePage }))

  expect(parsed.html).toBe('żółć')
})

it('makes up no date and no Message-ID', async () => {
  const parsed = await read(buildMsg({ texts: { '0037': 'Szkic', '1000': 'tekst' } }))

  expect(parsed).toMatchObject({ subject: 'Szkic', text: 'tekst', messageId: null, sentAt: null, from: [] })
})

it('turns a message within into mail, with its own files', async () => {
  const parsed = await read(
    buildMsg({ texts: { '0037': 'Przekazuję', '1000': 'w załączniku' }, files: [{ message: sent }] }),
  )

  const [inner] = parsed.attachments
  expect(inner).toMatchObject({ type: 'message/rfc822', name: 'Zamówienie 14-2026.eml' })
  const within = await parseMessage(inner?.content ?? new Uint8Array())
  expect(within).toMatchObject({ subject: 'Zamówienie 14/2026', attachments: [{ name: 'Faktura żółw.pdf' }] })
})

it('writes the same bytes each time', async () => {
  const msg = buildMsg({ ...sent, files: [...(sent.files ?? []), { message: sent }] })

  const [one, other] = await Promise.all([convertMsg(new Uint8Array(msg)), convertMsg(new Uint8Array(msg))])

  expect(Buffer.from(one).equals(Buffer.from(other))).toBe(true)
})

it('reads no file and no page that a message names', async () => {
  const html = Buffer.from('<img src="file:///etc/passwd"><img src="http://127.0.0.1:1/x.png">')
  const parsed = await read(buildMsg({ texts: { '0037': 'x' }, html, files: [{ name: '/etc/passwd', content: PDF }] }))

  expect(parsed.attachments).toMatchObject([{ name: 'passwd', size: PDF.length }])
})

it('lets no line of a property become a header', async () => {
  const parsed = await read(
    buildMsg({
      texts: {
        '0037': 'Temat\r\nBcc: zly@zly.example',
        '0C1A': 'Jan\r\nTo: zly@zly.example',
        '0C1F': 'jan@klient.example',
        '1000': 'x',
      },
    }),
  )

  expect(parsed.to).toEqual([])
  expect(parsed.bcc).toEqual([])
  expect(parsed.from).toMatchObject([{ address: 'jan@klient.example' }])
})

/** Writes a number into a place of a sound file. */
function damaged(at: number, value: number): Buffer {
  const msg = buildMsg({ ...sent, files: [{ name: 'duzy.bin', content: Buffer.alloc(40_000, 1) }] })
  msg.writeUInt32LE(value >>> 0, at)
  return msg
}
const sample = damaged(0, 0xe011cfd0)
const sector = (index: number) => (index + 1) * 512
const fatAt = sector(sample.readUInt32LE(76))
const directory = sample.readUInt32LE(48)
const hostile: [string, Buffer][] = [
  ['a directory without end', damaged(fatAt + directory * 4, directory)],
  ['a table beyond the file', damaged(76, 0x00ffffff)],
  ['four billion tables', damaged(44, 0xffffffff)],
  ['a loop in the tree of names', damaged(sector(directory) + 76, 0)],
  ['a stream of 2 GB', damaged(sector(directory) + 128 + 120, 0x7fffffff)],
  ['a stream on the sectors of another', damaged(sector(directory) + 116, directory)],
  ['its first half only', sample.subarray(0, sample.length / 2)],
  ['no message', buildMsg({})],
  ['other bytes', Buffer.alloc(5_000, 7)],
  ['nothing', Buffer.alloc(0)],
]

it.each(hostile)('refuses a .msg with %s, in time', async (_name, msg) => {
  const tookMs = startCpuClock()

  await expect(msgSource(msg)).rejects.toBeInstanceOf(Unparsable)

  expect(tookMs()).toBeLessThan(2_000)
})

it('goes on after a broken one', async () => {
  await expect(msgSource(Buffer.alloc(5_000, 7))).rejects.toBeInstanceOf(Unparsable)

  expect(Buffer.from(await msgSource(buildMsg(sent))).toString('latin1')).toContain('zamowienie-14@klient.example')
})

it('never hangs on 300 damaged ones', async () => {
  const tookMs = startCpuClock()
  let state = 11
  const next = (below: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state % below
  }
  let sound = 0
  for (let round = 0; round < 300; round += 1) {
    const msg = Buffer.from(sample)
    for (let flips = 0; flips <= next(8); flips += 1) msg[next(msg.length)] = next(256)
    if (!isSoundOle(msg)) continue
    sound += 1
    await convertMsg(new Uint8Array(msg)).catch(() => null)
  }

  expect(sound).toBeGreaterThan(50)
  expect(tookMs()).toBeLessThan(30_000)
})
