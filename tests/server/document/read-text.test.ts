import iconv from 'iconv-lite'
import { expect, it } from 'vitest'
import { readText } from '../../../server/document/text/read-text.ts'
import { emptySheet } from '../../../server/sample/documents/sheet.ts'
import { sheetAsDocx } from '../../../server/sample/documents/sheet-as-docx.ts'
import { sheetAsPdf } from '../../../server/sample/documents/sheet-as-pdf.ts'
import { sheetAsXlsx } from '../../../server/sample/documents/sheet-as-xlsx.ts'
import { buildMail } from '../../support/mail.ts'
import { buildMsg } from '../../support/msg.ts'
import { buildDocx, buildOdt, buildPptx, docxOf, lockPdf } from '../../support/office.ts'
import { buildZip } from '../../support/zip.ts'

const sheet = {
  ...emptySheet,
  title: 'Umowa źródłowa',
  paragraphs: ['Zażółć gęślą jaźń.'],
  table: { columns: ['Towar', 'Ilość'], rows: [['Śruba ocynkowana', 100]] },
}

it.each([
  ['PDF', sheetAsPdf(sheet), ['Umowa źródłowa', 'Zażółć gęślą jaźń.', 'Śruba ocynkowana 100']],
  ['DOCX', sheetAsDocx(sheet), ['Umowa źródłowa', 'Zażółć gęślą jaźń.', 'Śruba ocynkowana 100']],
  ['XLSX', sheetAsXlsx(sheet), ['Umowa źródłowa', 'Towar Ilość', 'Śruba ocynkowana 100']],
  ['PPTX', buildPptx('Wyniki kwartału', 'Plan sprzedaży'), ['Wyniki kwartału\nPlan sprzedaży']],
  ['ODT', buildOdt('<text:h>Aneks</text:h><text:p>termin<text:s/>dostawy</text:p>'), ['Aneks\ntermin dostawy']],
  [
    'RTF',
    Buffer.from(
      String.raw`{\rtf1\ansi\ansicpg1250{\fonttbl{\f0 Arial;}}{\*\generator X;}Za\'bf\'f3\'b3\'e6 \u347?r\'f3d\par koniec}`,
    ),
    ['Zażółć śród\nkoniec'],
  ],
  [
    'HTML',
    Buffer.from(
      '<!doctype html><meta charset="windows-1250"><style>p{}</style><p>Dostawa <b>ju\xbf</b></p><script>skrypt()</script>',
      'latin1',
    ),
    ['Dostawa już'],
  ],
  [
    'text in an old code page',
    iconv.encode('Treść zamówienia, któż wie', 'windows-1250'),
    ['Treść zamówienia, któż wie'],
  ],
  ['text in UTF-16', Buffer.from('\ufeffZażalenie klienta', 'utf16le'), ['Zażalenie klienta']],
  ['XML', Buffer.from('<?xml version="1.0"?><Faktura><Nazwa>Śruba &amp; nit</Nazwa></Faktura>'), ['Śruba & nit']],
  [
    '.msg',
    buildMsg({ texts: { '0037': 'Wycena dachu', '1000': 'W załączeniu wycena.' } }),
    ['Wycena dachu', 'W załączeniu wycena.'],
  ],
])('reads %s', async (_sort, bytes, expected) => {
  const { state, text } = await readText(bytes)

  expect(state).toBe('read')
  for (const piece of expected) expect(text).toContain(piece)
  expect(text).not.toMatch(/skrypt|Arial|generator/)
})

it('reads a mail with what hangs on it, and the mail that hangs on that', async () => {
  const inner = buildMail({
    subject: 'Wewnętrzny',
    attachments: [{ name: 'a.docx', type: 'application/octet-stream', content: buildDocx('Głęboko schowane') }],
  })
  const outer = buildMail({
    subject: 'Zewnętrzny',
    attachments: [
      { name: 'zły.pdf', type: 'application/pdf', content: '%PDF-1.4 nic' },
      { name: 'dalej.eml', type: 'message/rfc822', content: inner },
    ],
  })

  const { state, text } = await readText(Buffer.from(outer))

  expect(state).toBe('read')
  expect(text).toContain('Zewnętrzny')
  expect(text).toContain('Wewnętrzny')
  expect(text).toContain('Głęboko schowane')
})

it('leaves out what was struck out of a document', async () => {
  const { text } = await readText(
    docxOf(
      '<w:document><w:p><w:del><w:delText>tajne</w:delText></w:del><w:r><w:t>jawne</w:t></w:r></w:p></w:document>',
    ),
  )

  expect(text).toBe('jawne')
})

it.each([
  ['a PDF with a password', lockPdf(sheetAsPdf(sheet)), 'encrypted'],
  [
    'an ODT with a password',
    buildOdt('', { manifest: '<m:file-entry><m:encryption-data/></m:file-entry>' }),
    'encrypted',
  ],
  [
    'an office document with a password',
    Buffer.concat([
      Buffer.from('d0cf11e0a1b11ae1', 'hex'),
      Buffer.alloc(2_000),
      Buffer.from('EncryptedPackage', 'utf16le'),
    ]),
    'encrypted',
  ],
  ['a zip with a password', buildZip([{ name: 'word/document.xml', content: 'x', flags: 0x801 }]), 'encrypted'],
  ['a torn PDF', Buffer.from('%PDF-1.7\n1 0 obj <<'), 'broken'],
  ['a torn archive', buildDocx('ucięty dokument').subarray(0, 120), 'broken'],
  [
    'a part that is longer than it says',
    buildZip([{ name: 'word/document.xml', content: 'x'.repeat(5_000), claims: 10 }]),
    'broken',
  ],
  [
    'a .msg in pieces',
    Buffer.concat([
      Buffer.from('d0cf11e0a1b11ae1', 'hex'),
      Buffer.alloc(2_000, 7),
      Buffer.from('__properties_version1.0', 'utf16le'),
    ]),
    'broken',
  ],
  ['a bomb', docxOf(`<w:t>${' '.repeat(50_000_000)}</w:t>`), 'too-costly'],
  ['XML without a floor', docxOf('<a>'.repeat(100_000)), 'too-costly'],
  ['a plain archive', buildZip([{ name: 'a.txt', content: 'tekst' }]), 'other'],
  ['a program', Buffer.from([77, 90, 0, 1, 2, 3, 0, 0]), 'other'],
  ['nothing', Buffer.alloc(0), 'none'],
  ['a Word document without a word', buildDocx(''), 'none'],
])('says of %s how it is', async (_what, bytes, state) => {
  expect(await readText(bytes)).toEqual({ state, text: '' })
})

it('expands nothing that a document defines', async () => {
  const entities = '<!DOCTYPE a [<!ENTITY b "xxxxxxxxxx"><!ENTITY c SYSTEM "file:///etc/passwd">]>'

  expect(await readText(docxOf(`${entities}<w:t>&b;</w:t>`))).toEqual({ state: 'part', text: '&b;' })
  expect(await readText(docxOf(`${entities}<w:t>&c;</w:t>`))).toEqual({ state: 'part', text: '&c;' })
})

it('stops at the caps and keeps what it has', async () => {
  const long = await readText(Buffer.from('słowo '.repeat(200_000)))
  const sheets = Array.from({ length: 130 }, (_, index) => ({
    name: `ppt/slides/slide${index + 1}.xml`,
    content: `<a>${noise(index)}</a>`,
  }))
  const wide = await readText(
    buildZip([
      { name: 'ppt/presentation.xml', content: '<p/>' },
      { name: 'ppt/slides/slide0.xml', content: '<a><t>Początek</t></a>' },
      ...sheets,
    ]),
  )

  expect(long).toMatchObject({ state: 'part' })
  expect(long.text.length).toBeGreaterThan(400_000)
  expect(long.text.length).toBeLessThanOrEqual(500_000)
  expect(wide).toEqual({ state: 'part', text: 'Początek' })
})

/** Close to a megabyte that shrinks too little to be a bomb by itself. */
function noise(seed: number): string {
  return `<b>${String(seed * 7919 + 13).repeat(3)}</b>`.repeat(1).padEnd(900_000, `${seed} ab`)
}

it.each([
  ['comments', `${'<!-- -->'.repeat(500)}x`],
  ['folded lines', `A: b\r\n${' c\r\n'.repeat(1_000)}`],
  ['open tags', '<'.repeat(1_000_000)],
])('takes no long time over %s', async (_what, text) => {
  const begin = performance.now()
  await readText(Buffer.from(text))

  expect(performance.now() - begin).toBeLessThan(2_000)
})

it('is not moved by damage at any place', { timeout: 60_000 }, async () => {
  const files = [sheetAsPdf(sheet), sheetAsDocx(sheet), sheetAsXlsx(sheet), buildMsg({ texts: { '0037': 'Temat' } })]
  let seed = 7
  const random = (below: number) => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648
    return seed % below
  }
  for (const file of files)
    for (let round = 0; round < 60; round += 1) {
      const bytes = Buffer.from(file)
      for (let hit = 0; hit < 5; hit += 1) bytes[random(bytes.length)] = random(256)
      const { state } = await readText(bytes.subarray(0, round % 3 === 0 ? random(bytes.length) : undefined))
      expect(state).toMatch(/^(?:read|part|none|other|encrypted|broken|too-costly)$/)
    }
})
