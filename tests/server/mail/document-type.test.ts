import { describe, expect, it } from 'vitest'
import { guessDocumentType } from '../../../server/mail/document-type.ts'
import { mediaTypeOf } from '../../../server/mail/media-type.ts'
import { parseFile, parseLines } from './message-files.ts'

const BINARY = new Uint8Array(6 * 1024).fill(1)

function guess(name: string, content: Uint8Array | string = BINARY, type = 'application/pdf') {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content
  return guessDocumentType({ name, type, content: bytes, disposition: 'attachment', isShown: false })
}

it.each([
  ['Faktura VAT 7-2026.pdf', 'invoice'],
  ['faktury_styczeń.pdf', 'invoice'],
  ['FV 12_2026.pdf', 'invoice'],
  ['FV122026.pdf', 'invoice'],
  ['FA_123.pdf', 'invoice'],
  ['FakturaKorygujaca2026.pdf', 'invoice'],
  ['Invoice-2026-01.pdf', 'invoice'],
  ['e-faktura.pdf', 'invoice'],
  ['Zamówienie nr 5.pdf', 'order'],
  ['ZAMOWIENIE_5.PDF', 'order'],
  ['ZAM-2026-014.docx', 'order'],
  ['PO 4500012345.pdf', 'order'],
  ['ZK 12-2026.pdf', 'order'],
  ['Purchase order.pdf', 'order'],
  ['Oferta OF-2026-007.pdf', 'offer'],
  ['ofertę przesyłam.pdf', 'offer'],
  ['wycena profili.xlsx', 'offer'],
  ['Quote_17.pdf', 'offer'],
  ['Umowa ramowa.docx', 'contract'],
  ['Aneks nr 2 do umowy.pdf', 'contract'],
  ['service agreement v2.pdf', 'contract'],
  ['Protokół zdawczo-odbiorczy do umowy 3.pdf', 'protocol'],
  ['protokol_odbioru.pdf', 'protocol'],
  ['Protokół.pdf'.normalize('NFD'), 'protocol'],
  ['uformowany.pdf', 'document'],
  ['raport po 2025.pdf', 'document'],
  ['fabryka.pdf', 'document'],
  ['POMIAR PO ZMIANACH.pdf', 'document'],
  ['umowność.pdf', 'document'],
  ['border.pdf', 'document'],
  ['famuła 3.pdf', 'document'],
  ['winmail.dat', 'document'],
  ['', 'document'],
])('"%s" is taken for %s', (name, type) => {
  expect(guess(name)).toBe(type)
})

describe('content', () => {
  it.each([
    ['<?xml version="1.0"?>\n<!-- <order> --><Faktura xmlns="http://crd.gov.pl/wzor/2025/06/25/13775/"/>', 'invoice'],
    ['\ufeff<?xml version="1.0"?><tns:Faktura xmlns:tns="x"></tns:Faktura>', 'invoice'],
    ['<?xml version="1.0"?><Invoice xmlns="urn:oasis:names:specification:ubl:schema:xsd:Invoice-2"/>', 'invoice'],
    ['<?xml version="1.0"?><Document-Order/>', 'order'],
    ['<?xml version="1.0"?><deklaracja/>', 'document'],
  ])('%s decides before the name', (xml, type) => {
    expect(guess('plik.xml', xml, mediaTypeOf(Buffer.from(xml), 'text/xml'))).toBe(type)
  })

  it('of HTML and text is read by its title', () => {
    expect(guess('wydruk.html', '<title>x</title><h1>Zamówienie nr 5</h1>', 'text/html')).toBe('order')
    expect(guess('wydruk.txt', Buffer.from('PROTOKÓ\xA3', 'latin1'), 'text/plain')).toBe('protocol')
  })
})

describe('no document', () => {
  it.each([
    ['signature.asc', 'application/pgp-signature'],
    ['smime.p7s', 'application/pkcs7-signature'],
    ['invite.ics', 'text/calendar'],
    ['', 'message/delivery-status'],
  ])('is "%s" of type %s', (name, type) => {
    expect(guess(name, BINARY, type)).toBeNull()
  })

  it('is a picture below 5 kB, whatever its name', () => {
    expect(guess('faktura.png', BINARY.subarray(0, 5_119), 'image/png')).toBeNull()
  })

  it('is a picture that the text shows, unless its name tells what it is', () => {
    const shown = { type: 'image/jpeg', content: BINARY, disposition: 'inline', isShown: true } as const

    expect(guessDocumentType({ ...shown, name: 'logo.jpg' })).toBeNull()
    expect(guessDocumentType({ ...shown, name: 'faktura skan.jpg' })).toBe('invoice')
    expect(guessDocumentType({ ...shown, name: 'zdjęcie.jpg', isShown: false })).toBe('document')
  })

  it('is the picture of a signature in a real mail', async () => {
    const { attachments } = await parseFile('outlook-desktop.eml')

    expect(attachments[0]).toMatchObject({
      contentId: 'image001.png@01DC8403.5A1B2C30',
      disposition: 'inline',
      documentType: null,
    })
  })
})

describe('media type', () => {
  const zipWith = (name: string) => {
    const directory = Buffer.alloc(46 + name.length)
    directory.writeUInt32LE(0x02014b50, 0)
    directory.writeUInt16LE(name.length, 28)
    directory.write(name, 46)
    const end = Buffer.alloc(22)
    end.write('PK\x05\x06', 'latin1')
    end.writeUInt32LE(4, 16)
    return Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), directory, end])
  }
  const oleWith = (stream: string) =>
    Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600), Buffer.from(`${stream}\0`, 'utf16le')])

  it.each<[string, Buffer, string]>([
    ['PDF', Buffer.from('\n%PDF-1.7'), 'application/pdf'],
    ['PNG', Buffer.from('89504e470d0a1a0a00', 'hex'), 'image/png'],
    ['JPEG', Buffer.from('ffd8ffe0', 'hex'), 'image/jpeg'],
    ['GIF', Buffer.from('GIF89a'), 'image/gif'],
    ['WebP', Buffer.from('RIFF....WEBPVP8 '), 'image/webp'],
    ['Word', zipWith('word/document.xml'), 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
    ['Excel', zipWith('xl/workbook.xml'), 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
    [
      'PowerPoint',
      zipWith('ppt/presentation.xml'),
      'application/vnd.openxmlformats-officedocument.presentationml.presentation',
    ],
    ['another zip', zipWith('a.txt'), 'application/zip'],
    ['a broken zip', Buffer.from('PK\x03\x04PK\x05\x06', 'latin1'), 'application/zip'],
    ['old Word', oleWith('WordDocument'), 'application/msword'],
    ['old Excel', oleWith('Workbook'), 'application/vnd.ms-excel'],
    ['Outlook message', oleWith('__properties_version1.0'), 'application/vnd.ms-outlook'],
    ['XML', Buffer.from('<?xml version="1.0"?><a/>'), 'application/xml'],
    ['SVG', Buffer.from('<svg xmlns="x"/>'), 'image/svg+xml'],
    ['HTML', Buffer.from(' <!DOCTYPE html>'), 'text/html'],
    ['text', Buffer.from('Dzień dobry'), 'text/plain'],
    ['bytes', Buffer.from([0, 1, 2]), 'application/octet-stream'],
  ])('of %s shows in its content', (_name, content, type) => {
    expect(mediaTypeOf(content, 'application/octet-stream')).toBe(type)
  })

  it('as declared holds where the content does not tell', () => {
    expect(mediaTypeOf(Buffer.from('a;b'), 'text/csv')).toBe('text/csv')
    expect(mediaTypeOf(Buffer.from('%PDF-1.7'), 'text/plain')).toBe('application/pdf')
  })
})

describe('file name', () => {
  it('behind a thousand parameters is not read', async () => {
    const named = (count: number) => `Content-Disposition: attachment; ${'a=b; '.repeat(count)}filename=umowa.pdf`

    const few = await parseLines(['From: a@firma.example', 'Content-Type: application/pdf', named(900), '', 'x'])
    const many = await parseLines(['From: a@firma.example', 'Content-Type: application/pdf', named(1_100), '', 'x'])

    expect([few.attachments[0]?.name, many.attachments[0]?.name]).toEqual(['umowa.pdf', ''])
  })

  it.each([
    ['filename="../../etc/passwd"', 'passwd'],
    ['filename="..\\\\..\\\\Windows\\\\system.ini"', 'system.ini'],
    ['filename="C:\\\\Dokumenty\\\\umowa.pdf"', 'umowa.pdf'],
    ['filename="faktura\u202efdp.exe"', 'fakturafdp.exe'],
    ['filename="a\0b\tc.pdf"', 'ab c.pdf'],
    ['filename=".."', ''],
    ['filename=".htaccess"', '.htaccess'],
    ["filename*=windows-1250''um%F3wka%20%B3.pdf", 'umówka ł.pdf'],
    ['filename*0*=utf-8\'\'za%C5; filename*1*=%82; filename*2=".pdf"', 'zał.pdf'],
    ['filename="=?utf-8?Q?za=C5?=\r\n =?utf-8?Q?=82.pdf?="', 'zał.pdf'],
    [`filename="${'x'.repeat(300)}.pdf"`, `${'x'.repeat(196)}.pdf`],
    ['filename=faktura 7.pdf', 'faktura 7.pdf'],
  ])('%s is %s', async (written, name) => {
    const { attachments } = await parseLines([
      'From: a@firma.example',
      'Content-Type: application/pdf',
      `Content-Disposition: attachment; ${written}`,
      '',
      '%PDF-1.4',
    ])

    expect(attachments[0]?.name).toBe(name)
  })
})
