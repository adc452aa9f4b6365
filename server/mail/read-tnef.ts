import { ansiText, BrokenTnef, readBytes } from './tnef-bytes.ts'
import { bytesOf, numberOf, type Properties, readProperties, textOf } from './tnef-properties.ts'

/** A file that lay in a winmail.dat. */
export type TnefFile = {
  name: string
  type: string
  contentId: string | null
  bytes: Buffer
}

/** What a winmail.dat held. `isWhole` is false when anything in it could not be read. */
export type Tnef = {
  plain: string | null
  html: string | null
  files: TnefFile[]
  isWhole: boolean
}

/** How much may be taken out of all the winmail.dat of one message. */
export type TnefBudget = { bytes: number; files: number }

/** Message attributes and attachment attributes, [MS-OXTNEF] 2.1.3.3. */
const SIGNATURE = 0x223e9f78
const OEM_CODE_PAGE = 0x00069007
const BODY = 0x0002800c
const MESSAGE_PROPERTIES = 0x00069003
const ATTACH_REND_DATA = 0x00069002
const ATTACH_DATA = 0x0006800f
const ATTACH_TITLE = 0x00018010
const ATTACH_TRANSPORT_NAME = 0x00069001
const ATTACHMENT = 0x00069005
/** Properties, [MS-OXPROPS]. */
const PLAIN_BODY = 0x1000
const HTML_BODY = 0x1013
const INTERNET_CODE_PAGE = 0x3fde
const DISPLAY_NAME = 0x3001
const DATA = 0x3701
const SHORT_NAME = 0x3704
const METHOD = 0x3705
const LONG_NAME = 0x3707
const MEDIA_TYPE = 0x370e
const CONTENT_ID = 0x3712
const EMBEDDED_MESSAGE = 5
const DEPTH = 2
const CENTRAL_EUROPEAN = 1250

type Gathered = { title: string; data: Buffer | null; properties: Properties }
type Reading = Tnef & { codePage: number; current: Gathered | null; depth: number; budget: TnefBudget }

/**
 * Reads what Outlook packs into winmail.dat, [MS-OXTNEF]: the text and the files, also those of a message within.
 * It never fails; what came before the damage is kept. The files are views of the given bytes.
 */
export function readTnef(bytes: Buffer, budget: TnefBudget, depth = 1): Tnef {
  const reading: Reading = {
    plain: null,
    html: null,
    files: [],
    isWhole: true,
    codePage: CENTRAL_EUROPEAN,
    current: null,
    depth,
    budget,
  }
  try {
    readStream(bytes, reading)
  } catch (error) {
    if (!(error instanceof BrokenTnef)) throw error
    reading.isWhole = false
  }
  endFile(reading)
  const { plain, html, files, isWhole } = reading
  return { plain, html, files, isWhole }
}

function readStream(bytes: Buffer, reading: Reading) {
  const reader = readBytes(bytes)
  if (reader.long() !== SIGNATURE) throw new BrokenTnef('no signature')
  reader.short()
  while (reader.left > 0) {
    const level = reader.byte()
    if (level !== 1 && level !== 2) throw new BrokenTnef('neither of the message nor of a file')
    const id = reader.long()
    const data = reader.take(reader.long())
    if (reader.short() !== checksumOf(data)) reading.isWhole = false
    readAttribute(id, data, reading)
  }
}

/** The sum of the bytes, modulo 65536. */
function checksumOf(data: Buffer): number {
  let sum = 0
  for (let at = 0; at < data.length; at += 1) sum += data[at] ?? 0
  return sum % 65_536
}

function readAttribute(id: number, data: Buffer, reading: Reading) {
  const { codePage, current } = reading
  if (id === ATTACH_REND_DATA) return startFile(reading)
  if (id === OEM_CODE_PAGE && data.length >= 4) reading.codePage = data.readUInt32LE()
  if (id === BODY) reading.plain ??= ansiText(data, codePage)
  if (id === MESSAGE_PROPERTIES) readBodies(readProperties(data), reading)
  if (!current) return
  if (id === ATTACH_TITLE || id === ATTACH_TRANSPORT_NAME) current.title = ansiText(data, codePage)
  if (id === ATTACH_DATA) current.data = data
  if (id === ATTACHMENT) current.properties = readProperties(data)
}

function readBodies(properties: Properties, reading: Reading) {
  const codePage = numberOf(properties.get(INTERNET_CODE_PAGE)) ?? reading.codePage
  reading.plain = textOf(properties.get(PLAIN_BODY), reading.codePage) ?? reading.plain
  reading.html = textOf(properties.get(HTML_BODY), codePage) ?? reading.html
}

/** Every file begins with attAttachRendData. */
function startFile(reading: Reading) {
  endFile(reading)
  reading.current = { title: '', data: null, properties: new Map() }
}

function endFile(reading: Reading) {
  const { current, codePage } = reading
  reading.current = null
  if (!current) return
  const { properties, data, title } = current
  const text = (id: number) => textOf(properties.get(id), codePage)
  const name = text(LONG_NAME) || title || text(SHORT_NAME) || text(DISPLAY_NAME) || ''
  const bytes = data ?? bytesOf(properties.get(DATA))
  const isMessage = numberOf(properties.get(METHOD)) === EMBEDDED_MESSAGE
  if (!bytes) reading.isWhole = false
  else if (isMessage || isTnef(bytes)) readWithin(bytes, name, reading)
  else addFile({ name, type: text(MEDIA_TYPE) ?? '', contentId: text(CONTENT_ID), bytes }, reading)
}

function isTnef(bytes: Buffer): boolean {
  return bytes.length >= 4 && bytes.readUInt32LE() === SIGNATURE
}

/** A message within: its text becomes a file of its own, its files join the others. */
function readWithin(bytes: Buffer, name: string, reading: Reading) {
  const whole = reading.depth < DEPTH ? readTnef(bytes, reading.budget, reading.depth + 1) : null
  if (!whole?.isWhole) reading.isWhole = false
  if (!whole)
    return addFile({ name: name || 'winmail.dat', type: 'application/ms-tnef', contentId: null, bytes }, reading)
  const [text, ending] = whole.html === null ? [whole.plain, 'txt'] : [whole.html, 'html']
  if (text !== null) {
    const type = ending === 'html' ? 'text/html' : 'text/plain'
    addFile({ name: `${name || 'message'}.${ending}`, type, contentId: null, bytes: Buffer.from(text) }, reading)
  }
  reading.files.push(...whole.files)
}

/** What passes the budget stays in the winmail.dat, which is then kept. */
function addFile(file: TnefFile, reading: Reading) {
  const { budget } = reading
  if (budget.files < 1 || budget.bytes < file.bytes.length) {
    reading.isWhole = false
    return
  }
  budget.files -= 1
  budget.bytes -= file.bytes.length
  reading.files.push(file)
}
