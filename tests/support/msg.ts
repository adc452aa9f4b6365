import { burn, type Entry } from '@kenjiuno/msgreader/lib/Burner.js'

/** What a test says about a message that Outlook saved; text properties by their tag, such as `0037` for the subject. */
export type MsgInput = {
  texts?: Record<string, string>
  html?: Buffer
  recipients?: { name: string; address: string; type: 1 | 2 | 3; texts?: Record<string, string> }[]
  files?: ({ name: string; content: Buffer; contentId?: string; mediaType?: string } | { message: MsgInput })[]
  sentAt?: Date
  /** In which letters the HTML is written, by Microsoft's number. */
  codePage?: number
}

type Node = { name: string; content?: Buffer; children?: Node[] }

const UNICODE = '001F'
const BINARY = '0102'
const EMBEDDED = '000D'

/** A .msg file by [MS-OXMSG]: storages of properties in a compound file. */
export function buildMsg(input: MsgInput): Buffer {
  const entries: Entry[] = []
  addNode({ name: 'Root Entry', children: messageNodes(input, 32) }, entries, 5)
  return Buffer.from(burn(entries))
}

function addNode(node: Node, entries: Entry[], type: number): number {
  const { content } = node
  const entry: Entry = { name: node.name, type, length: content?.length ?? 0 }
  if (content) entry.binaryProvider = () => new Uint8Array(content)
  const index = entries.push(entry) - 1
  if (node.children) entry.children = node.children.map(child => addNode(child, entries, child.children ? 1 : 2))
  return index
}

/** The streams of one message; the header of its fixed properties is longer at the top than within. */
function messageNodes(input: MsgInput, headerSize: number): Node[] {
  const fixed = [
    ...(input.sentAt ? [fixedProperty('0039', '0040', fileTime(input.sentAt))] : []),
    ...(input.codePage === undefined ? [] : [fixedProperty('3FDE', '0003', wholeNumber(input.codePage))]),
  ]
  const recipients = (input.recipients ?? []).map(({ name, address, type, texts }, index) => ({
    name: `__recip_version1.0_#${hex(index)}`,
    children: [
      ...textNodes({ '3001': name, '3002': 'SMTP', '3003': address, ...texts }),
      properties(8, [fixedProperty('0C15', '0003', Buffer.from([type, 0, 0, 0, 0, 0, 0, 0]))]),
    ],
  }))
  const files = (input.files ?? []).map((file, index) => ({
    name: `__attach_version1.0_#${hex(index)}`,
    children: 'message' in file ? embedded(file.message) : attached(file),
  }))
  const html = input.html ? [{ name: `__substg1.0_1013${BINARY}`, content: input.html }] : []
  return [...textNodes(input.texts ?? {}), ...html, properties(headerSize, fixed), ...recipients, ...files]
}

function embedded(message: MsgInput): Node[] {
  return [
    ...textNodes({ '3001': message.texts?.['0037'] ?? 'message' }),
    { name: `__substg1.0_3701${EMBEDDED}`, children: messageNodes(message, 24) },
    properties(8, [fixedProperty('3705', '0003', Buffer.from([5, 0, 0, 0, 0, 0, 0, 0]))]),
  ]
}

function attached(file: { name: string; content: Buffer; contentId?: string; mediaType?: string }): Node[] {
  return [
    ...textNodes({
      '3707': file.name,
      ...(file.contentId && { '3712': file.contentId }),
      ...(file.mediaType && { '370E': file.mediaType }),
    }),
    { name: `__substg1.0_3701${BINARY}`, content: file.content },
    properties(8, [fixedProperty('3705', '0003', Buffer.from([1, 0, 0, 0, 0, 0, 0, 0]))]),
  ]
}

function textNodes(texts: Record<string, string>): Node[] {
  return Object.entries(texts).map(([tag, text]) => ({
    name: `__substg1.0_${tag}${UNICODE}`,
    content: Buffer.from(text, 'utf16le'),
  }))
}

function properties(headerSize: number, fixed: Buffer[]): Node {
  return { name: '__properties_version1.0', content: Buffer.concat([Buffer.alloc(headerSize), ...fixed]) }
}

function fixedProperty(id: string, type: string, value: Buffer): Buffer {
  const head = Buffer.alloc(8)
  head.writeUInt16LE(Number.parseInt(type, 16))
  head.writeUInt16LE(Number.parseInt(id, 16), 2)
  head.writeUInt32LE(6, 4)
  return Buffer.concat([head, value])
}

function wholeNumber(value: number): Buffer {
  const bytes = Buffer.alloc(8)
  bytes.writeInt32LE(value)
  return bytes
}

/** Hundreds of nanoseconds since 1601. */
function fileTime(moment: Date): Buffer {
  const bytes = Buffer.alloc(8)
  bytes.writeBigUInt64LE(BigInt(moment.getTime() + 11_644_473_600_000) * 10_000n)
  return bytes
}

function hex(index: number): string {
  return index.toString(16).toUpperCase().padStart(8, '0')
}
