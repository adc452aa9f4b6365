/** One file for a hand-built winmail.dat, as its attributes and properties. */
export type TnefFileInput = { title?: string; data?: Buffer; properties?: Buffer[] }

/** A winmail.dat by [MS-OXTNEF]: signature, key, code page, then the attributes given. */
export function buildTnef(attributes: Buffer[], { codePage = 1250 } = {}): Buffer {
  const pages = Buffer.alloc(8)
  pages.writeUInt32LE(codePage)
  return Buffer.concat([
    Buffer.from('789f3e220100', 'hex'),
    attribute(1, 0x00089006, Buffer.from('00000100', 'hex')),
    attribute(1, 0x00069007, pages),
    ...attributes,
  ])
}

/** One attribute with its true size and checksum, unless others are given. */
export function attribute(
  level: number,
  id: number,
  data: Buffer,
  lie: { size?: number; checksum?: number } = {},
): Buffer {
  const head = Buffer.alloc(9)
  head.writeUInt8(level)
  head.writeUInt32LE(id, 1)
  head.writeUInt32LE(lie.size ?? data.length, 5)
  const tail = Buffer.alloc(2)
  tail.writeUInt16LE(lie.checksum ?? data.reduce((sum, byte) => sum + byte, 0) % 65_536)
  return Buffer.concat([head, data, tail])
}

/** The attributes of one attachment. */
export function tnefFile({ title, data, properties }: TnefFileInput): Buffer {
  return Buffer.concat([
    attribute(2, 0x00069002, Buffer.alloc(14)),
    ...(title === undefined ? [] : [attribute(2, 0x00018010, Buffer.from(`${title}\0`, 'latin1'))]),
    ...(data ? [attribute(2, 0x0006800f, data)] : []),
    ...(properties ? [attribute(2, 0x00069005, propertyList(properties))] : []),
  ])
}

/** The properties of the message. */
export function tnefMessage(properties: Buffer[]): Buffer {
  return attribute(1, 0x00069003, propertyList(properties))
}

function propertyList(properties: Buffer[]): Buffer {
  return Buffer.concat([long(properties.length), ...properties])
}

/** A property with a value of changing length: text as UTF-16, bytes, or a message behind its interface. */
export function property(id: number, value: string | Buffer, type = typeof value === 'string' ? 0x1f : 0x102): Buffer {
  const bytes = typeof value === 'string' ? Buffer.from(`${value}\0`, 'utf16le') : value
  const whole = type === 0x0d ? Buffer.concat([MESSAGE_INTERFACE, bytes]) : bytes
  return Buffer.concat([tag(type, id), long(1), long(whole.length), whole, Buffer.alloc((4 - (whole.length % 4)) % 4)])
}

/** A property that is a number. */
export function numberProperty(id: number, value: number): Buffer {
  return Buffer.concat([tag(0x03, id), long(value)])
}

/** A property known by a name instead of its id, as add-ins leave them. */
export function namedProperty(name: string, value: number): Buffer {
  const text = Buffer.from(`${name}\0`, 'utf16le')
  const padding = Buffer.alloc((4 - (text.length % 4)) % 4)
  return Buffer.concat([tag(0x03, 0x8001), Buffer.alloc(16, 7), long(1), long(text.length), text, padding, long(value)])
}

/** IID_IMessage, [MS-OXTNEF] 2.1.3.4. */
const MESSAGE_INTERFACE = Buffer.from('0703020000000000c000000000000046', 'hex')

function tag(type: number, id: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt16LE(type)
  bytes.writeUInt16LE(id, 2)
  return bytes
}

function long(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(value)
  return bytes
}
