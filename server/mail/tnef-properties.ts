import { ansiText, BrokenTnef, type ByteReader, readBytes, wideText } from './tnef-bytes.ts'

/** The properties read of a message or a file, by their id; of several values the first. */
export type Properties = Map<number, Property>
export type Property = { type: number; bytes: Buffer }

/** Types of property values and their sizes in the stream, [MS-OXCDATA] 2.11.1 and [MS-OXTNEF] 2.1.3.4. */
const FIXED_SIZES = new Map([
  [0x0002, 4],
  [0x0003, 4],
  [0x0004, 4],
  [0x0005, 8],
  [0x0006, 8],
  [0x0007, 8],
  [0x000a, 4],
  [0x000b, 4],
  [0x0014, 8],
  [0x0040, 8],
  [0x0048, 16],
])
const STRING8 = 0x001e
const UNICODE = 0x001f
const OBJECT = 0x000d
const BINARY = 0x0102
const MULTIPLE = 0x1000
const NAMED = 0x8000
const GUID_SIZE = 16

/** Reads a counted list of properties as it lies in attMsgProps and attAttachment, [MS-OXTNEF] 2.1.3.4. */
export function readProperties(bytes: Buffer): Properties {
  const reader = readBytes(bytes)
  const properties: Properties = new Map()
  const count = reader.long()
  // A property has eight bytes at the least, so a count that lies ends with the stream.
  for (let index = 0; index < count; index += 1) {
    const type = reader.short()
    const id = reader.short()
    if (id >= NAMED) skipName(reader)
    const value = readValues(reader, type)
    if (id < NAMED && value && !properties.has(id)) properties.set(id, { type: type & ~MULTIPLE, bytes: value })
  }
  return properties
}

/** Text of a property, whichever of the three ways it is written; null without one. */
export function textOf(property: Property | undefined, codePage: number): string | null {
  if (property?.type === UNICODE) return wideText(property.bytes)
  return property?.type === STRING8 || property?.type === BINARY ? ansiText(property.bytes, codePage) : null
}

/** A number of 32 bits; null without one. */
export function numberOf(property: Property | undefined): number | null {
  return property?.type === 0x0003 ? property.bytes.readUInt32LE() : null
}

/** The bytes of a binary property or of an object behind the id of its interface; null without them. */
export function bytesOf(property: Property | undefined): Buffer | null {
  if (property?.type === OBJECT) return property.bytes.subarray(GUID_SIZE)
  return property?.type === BINARY ? property.bytes : null
}

function skipName(reader: ByteReader) {
  reader.take(GUID_SIZE)
  const isText = reader.long() === 1
  if (isText) takePadded(reader)
  else reader.long()
}

function readValues(reader: ByteReader, type: number): Buffer | null {
  const base = type & ~MULTIPLE
  const size = FIXED_SIZES.get(base)
  const isVariable = base === STRING8 || base === UNICODE || base === OBJECT || base === BINARY
  if (!isVariable && size === undefined) throw new BrokenTnef('a property of no known type')
  const count = isVariable || type !== base ? reader.long() : 1
  let first: Buffer | null = null
  for (let index = 0; index < count; index += 1) {
    const value = size === undefined ? takePadded(reader) : reader.take(size)
    first ??= value
  }
  return first
}

function takePadded(reader: ByteReader): Buffer {
  const length = reader.long()
  const bytes = reader.take(length)
  reader.take(Math.min((4 - (length % 4)) % 4, reader.left))
  return bytes
}
