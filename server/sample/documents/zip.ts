import { crc32, deflateRawSync } from 'node:zlib'

/** One file inside an archive. */
export type ZipEntry = { name: string; content: string | Uint8Array }

/** The oldest date a ZIP archive can hold; a fixed one keeps archives byte-identical. */
const DOS_DATE = (1 << 5) | 1
const DEFLATE = 8
const VERSION = 20

/** Packs files into a ZIP archive, deflated. */
export function writeZip(entries: ZipEntry[]): Uint8Array {
  const locals: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const entry of entries) {
    const content = Buffer.from(entry.content)
    const packed = deflateRawSync(content, { level: 6 })
    const name = Buffer.from(entry.name, 'utf8')
    const facts = { crc: crc32(content), packed: packed.length, size: content.length, name }
    const local = localHeader(facts)
    locals.push(local, packed)
    directory.push(directoryHeader(facts, offset))
    offset += local.length + packed.length
  }
  const list = Buffer.concat(directory)
  return Buffer.concat([...locals, list, endRecord(entries.length, list.length, offset)])
}

type Facts = { crc: number; packed: number; size: number; name: Buffer }

function localHeader(facts: Facts): Buffer {
  const header = Buffer.alloc(30)
  header.writeUInt32LE(0x04034b50, 0)
  header.writeUInt16LE(VERSION, 4)
  writeFacts(header, 8, facts)
  header.writeUInt16LE(facts.name.length, 26)
  return Buffer.concat([header, facts.name])
}

function directoryHeader(facts: Facts, offset: number): Buffer {
  const header = Buffer.alloc(46)
  header.writeUInt32LE(0x02014b50, 0)
  header.writeUInt16LE(VERSION, 4)
  header.writeUInt16LE(VERSION, 6)
  writeFacts(header, 10, facts)
  header.writeUInt16LE(facts.name.length, 28)
  header.writeUInt32LE(offset, 42)
  return Buffer.concat([header, facts.name])
}

/** Method, time, date, checksum and both sizes stand in the same order in either header. */
function writeFacts(header: Buffer, at: number, facts: Facts): void {
  header.writeUInt16LE(DEFLATE, at)
  header.writeUInt16LE(DOS_DATE, at + 4)
  header.writeUInt32LE(facts.crc, at + 6)
  header.writeUInt32LE(facts.packed, at + 10)
  header.writeUInt32LE(facts.size, at + 14)
}

function endRecord(count: number, size: number, offset: number): Buffer {
  const record = Buffer.alloc(22)
  record.writeUInt32LE(0x06054b50, 0)
  record.writeUInt16LE(count, 8)
  record.writeUInt16LE(count, 10)
  record.writeUInt32LE(size, 12)
  record.writeUInt32LE(offset, 16)
  return record
}
