import { crc32, deflateRawSync } from 'node:zlib'

/** One file of an archive. */
export interface ZipEntry {
  name: string
  bytes: Uint8Array
}

const DEFLATE = 8
const VERSION = 20
const UTF8_NAMES = 0x0800
// 1 January 1980, the earliest that the format can say: the same content always makes the same archive.
const DATE = (1 << 5) | 1

/** Packs files into a ZIP archive (PKWARE APPNOTE 6.3.10), in the order of their names. */
export function zip(entries: ZipEntry[]): Buffer {
  const sorted = entries.toSorted((one, other) => (one.name < other.name ? -1 : 1))
  const parts: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0

  for (const { name, bytes } of sorted) {
    const packed = deflateRawSync(bytes, { level: 9 })
    const fields = describe(name, bytes, packed)
    const local = Buffer.concat([signature(0x04034b50), fields, Buffer.from(name), packed])
    parts.push(local)
    directory.push(listEntry(name, fields, offset))
    offset += local.length
  }
  const list = Buffer.concat(directory)
  return Buffer.concat([...parts, list, endOfDirectory(sorted.length, list.length, offset)])
}

function describe(name: string, bytes: Uint8Array, packed: Buffer): Buffer {
  const fields = Buffer.alloc(26)
  fields.writeUInt16LE(VERSION, 0)
  fields.writeUInt16LE(UTF8_NAMES, 2)
  fields.writeUInt16LE(DEFLATE, 4)
  fields.writeUInt16LE(DATE, 8)
  fields.writeUInt32LE(crc32(bytes), 10)
  fields.writeUInt32LE(packed.length, 14)
  fields.writeUInt32LE(bytes.length, 18)
  fields.writeUInt16LE(Buffer.byteLength(name), 22)
  return fields
}

function listEntry(name: string, fields: Buffer, offset: number): Buffer {
  const madeBy = Buffer.alloc(2)
  madeBy.writeUInt16LE(VERSION)
  const rest = Buffer.alloc(14)
  rest.writeUInt32LE(offset, 10)
  return Buffer.concat([signature(0x02014b50), madeBy, fields, rest, Buffer.from(name)])
}

function endOfDirectory(count: number, size: number, offset: number): Buffer {
  const end = Buffer.alloc(18)
  end.writeUInt16LE(count, 4)
  end.writeUInt16LE(count, 6)
  end.writeUInt32LE(size, 8)
  end.writeUInt32LE(offset, 12)
  return Buffer.concat([signature(0x06054b50), end])
}

function signature(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(value)
  return bytes
}
