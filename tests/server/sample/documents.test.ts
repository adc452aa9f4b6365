import { inflateRawSync } from 'node:zlib'
import PostalMime, { type Attachment } from 'postal-mime'
import { beforeAll, expect, it } from 'vitest'
import { buildSampleCompany } from '../../../server/sample/sample-company.ts'

const company = buildSampleCompany()
const files: { name: string; bytes: Buffer; contractorKey: string | null }[] = []

beforeAll(async () => {
  for (const mail of company.mails()) {
    if (mail.attachmentNames.length === 0) continue
    const { attachments } = await PostalMime.parse(mail.source)
    const kept = attachments.filter(({ disposition }) => disposition === 'attachment')
    files.push(
      ...kept.map(file => ({ name: file.filename ?? '', bytes: bytesOf(file), contractorKey: mail.contractorKey })),
    )
  }
})

function bytesOf({ content }: Attachment): Buffer {
  return typeof content === 'string' ? Buffer.from(content) : Buffer.from(content as ArrayBuffer)
}

const called = (pattern: RegExp) => files.filter(({ name }) => pattern.test(name))

/** Reads an archive by its directory, as every office program does. */
function unzip(bytes: Buffer): Map<string, string> {
  const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]))
  const entries = new Map<string, string>()
  let at = bytes.readUInt32LE(end + 16)
  for (let index = 0; index < bytes.readUInt16LE(end + 10); index += 1) {
    const [packed, nameLength, offset] = [
      bytes.readUInt32LE(at + 20),
      bytes.readUInt16LE(at + 28),
      bytes.readUInt32LE(at + 42),
    ]
    const start = offset + 30 + bytes.readUInt16LE(offset + 26)
    entries.set(
      bytes.toString('utf8', at + 46, at + 46 + nameLength),
      inflateRawSync(bytes.subarray(start, start + packed)).toString('utf8'),
    )
    at += 46 + nameLength
  }
  return entries
}

it('has every sort of document that companies send', () => {
  for (const pattern of [
    /^FV_\d{4}_\d\d_\d{4}\.pdf$/,
    /^Oferta nr .+ Meblosfera\.docx$/,
    /^Cennik/,
    /_KSeF\.xml$/,
    /\.ics$/,
    /\.png$/,
    /^Protokół/,
  ]) {
    expect(called(pattern).length, String(pattern)).toBeGreaterThan(3)
  }
})

it('writes PDFs whose table of objects points at the objects', () => {
  const documents = called(/\.pdf$/)

  expect(documents.length).toBeGreaterThan(300)
  for (const { bytes, name } of documents) {
    const text = bytes.toString('latin1')
    const table = Number(/startxref\n(\d+)\n%%EOF\n$/.exec(text)?.[1])
    const offsets = text.slice(table).match(/^\d{10} 00000 n $/gm) ?? []
    expect(text.startsWith('%PDF-1.4'), name).toBe(true)
    expect(text.slice(table, table + 4)).toBe('xref')
    expect(offsets.length).toBeGreaterThan(6)
    offsets.forEach((row, index) => {
      expect(text.slice(Number(row.slice(0, 10))).startsWith(`${index + 1} 0 obj`), name).toBe(true)
    })
  }
})

it('writes Word documents and workbooks that unzip', () => {
  const word = called(/\.docx$/)
  const sheets = called(/\.xlsx$/)

  expect(word.length).toBeGreaterThan(100)
  expect(sheets.length).toBeGreaterThan(100)
  for (const { bytes } of word) expect(unzip(bytes).get('word/document.xml')).toMatch(/^<\?xml .+<\/w:document>$/s)
  for (const { bytes } of sheets) {
    const entries = unzip(bytes)
    expect([...entries.keys()]).toContain('[Content_Types].xml')
    expect(entries.get('xl/worksheets/sheet1.xml')).toMatch(/<\/worksheet>$/)
  }
})

it('writes Polish letters into offers', () => {
  const offer = called(/^Oferta nr .+\.docx$/)[0]

  expect(unzip(offer?.bytes ?? Buffer.alloc(0)).get('word/document.xml')).toContain(
    'Termin realizacji: cztery tygodnie od potwierdzenia zamówienia',
  )
})

it('writes e-invoices between us and the contractor whose sums are right', () => {
  const invoices = called(/\.xml$/)

  expect(invoices.length).toBeGreaterThan(20)
  for (const { bytes, contractorKey, name } of invoices) {
    const xml = bytes.toString('utf8')
    const amount = (element: string) => Number(new RegExp(`<${element}>([\\d.]+)<`).exec(xml)?.[1] ?? Number.NaN)
    const numbers = [...xml.matchAll(/<NIP>(\d{10})<\/NIP>/g)].map(([, nip]) => nip)
    const contractor = company.contractors.find(({ key }) => key === contractorKey)
    expect(xml).toMatch(/<Faktura xmlns="http:\/\/crd\.gov\.pl\/wzor\/20\d\d\/\d\d\/\d\d\/\d+\/">/)
    expect(numbers).toContain('9994127355')
    if (contractor?.nip) expect(numbers, name).toContain(contractor.nip)
    expect(amount('P_13_1') + amount('P_14_1')).toBeCloseTo(amount('P_15'), 2)
    expect(xml).toMatch(/<P_1>\d{4}-\d\d-\d\d<\/P_1>.*<P_2>[^<]+<\/P_2>/s)
  }
})

it('begins pictures as PNG', () => {
  for (const { bytes } of called(/\.png$/)) expect(bytes.subarray(0, 8).toString('hex')).toBe('89504e470d0a1a0a')
})
