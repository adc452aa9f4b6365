import { type Entry, fromBufferPromise, getFileNameLowLevel, openPromise, validateFileName, type ZipFile } from 'yauzl'
import { cleanLine } from '../mail/clean-text.ts'
import { readMbox } from '../mail/read-mbox.ts'
import { type Found, isMailName, startsAsMbox } from './found.ts'
import { fromMsg } from './from-msg.ts'

const ENTRY_BYTES = 100 * 1024 * 1024
const ENTRIES = 10_000
/** Mail shrinks to a tenth at best; what grows a hundredfold was made to fill disks. Small files may. */
const RATIO = 100
const SMALL_BYTES = 1024 * 1024
const DEPTH = 2
/** Names are judged one by one here, so that a bad one does not cost the others. */
const OPTIONS = { lazyEntries: true, decodeStrings: false, validateEntrySizes: true } as const

/** What is left of the limits of one archive, those within it included. */
type Allowance = { entries: number; bytes: number }

/** Every message in a zip archive, in the order of its directory; what cannot be taken is reported and the rest goes on. */
export async function* fromZip(file: string, size: number): AsyncGenerator<Found> {
  yield* opened(file, size, () => openPromise(file, OPTIONS), {
    depth: 1,
    allowance: { entries: ENTRIES, bytes: size * RATIO + SMALL_BYTES },
  })
}

type Level = { depth: number; allowance: Allowance }

async function* opened(
  where: string,
  bytes: number,
  open: () => Promise<ZipFile>,
  level: Level,
): AsyncGenerator<Found> {
  const zip = await open().catch(() => null)
  if (!zip) {
    yield { where, bytes, refused: 'zip-broken' }
    return
  }
  const entries = zip.eachEntry()
  for (;;) {
    // A directory that breaks off has no further entries.
    const next = await entries.next().catch(() => null)
    if (!next) yield { where, bytes: 0, refused: 'zip-broken' }
    if (!next || next.done) return
    if (level.allowance.entries < 1) {
      zip.close()
      yield { where, bytes: 0, refused: 'zip-too-many' }
      return
    }
    level.allowance.entries -= 1
    yield* fromEntry(zip, next.value, where, level)
  }
}

async function* fromEntry(zip: ZipFile, entry: Entry, archive: string, level: Level): AsyncGenerator<Found> {
  const { compressedSize: bytes, uncompressedSize } = entry
  // Archives of older Windows programs part their folders by backslashes.
  const name = getFileNameLowLevel(entry.generalPurposeBitFlag, entry.fileNameRaw, entry.extraFields, false)
  if (name.endsWith('/')) return
  const where = `${archive} › ${cleanLine(name).slice(0, 300)}`
  const refused = whyNot(entry, name, level)
  if (refused) {
    yield { where, bytes, refused }
    return
  }
  level.allowance.bytes -= uncompressedSize
  const content = await readEntry(zip, entry).catch(() => null)
  if (!content) yield { where, bytes, refused: 'zip-entry-broken' }
  else yield* fromContent(where, name, content, bytes, level)
}

function whyNot(entry: Entry, name: string, { allowance, depth }: Level): string | null {
  const { compressedSize, uncompressedSize } = entry
  if (validateFileName(name) !== null) return 'unsafe-name'
  if (entry.isEncrypted()) return 'encrypted'
  if (uncompressedSize > ENTRY_BYTES) return 'too-large'
  const isBomb = uncompressedSize > SMALL_BYTES && uncompressedSize > compressedSize * RATIO
  if (isBomb || uncompressedSize > allowance.bytes) return 'zip-bomb'
  return /\.zip$/i.test(name) && depth >= DEPTH ? 'zip-too-deep' : null
}

/** Inflated in one piece; a size that the directory lied about ends it with an error. */
async function readEntry(zip: ZipFile, entry: Entry): Promise<Buffer> {
  const pieces: Buffer[] = []
  for await (const piece of await zip.openReadStreamPromise(entry)) pieces.push(piece as Buffer)
  return Buffer.concat(pieces)
}

async function* fromContent(where: string, name: string, content: Buffer, bytes: number, level: Level) {
  if (/\.zip$/i.test(name))
    yield* opened(where, bytes, () => fromBufferPromise(content, OPTIONS), { ...level, depth: level.depth + 1 })
  else if (/\.msg$/i.test(name)) yield fromMsg(where, bytes, content)
  else if (startsAsMbox(content)) yield* fromMbox(where, content, bytes)
  else if (isMailName(name) || /(?:^|\/)(?:cur|new)\/[^/]+$/.test(name)) yield { where, bytes, source: content }
  else yield { where, bytes, refused: 'no-mail-file' }
}

async function* fromMbox(archive: string, content: Buffer, bytes: number): AsyncGenerator<Found> {
  let left = bytes
  for await (const entry of readMbox(inOnePiece(content))) {
    const where = `${archive} at byte ${entry.offset}`
    yield 'tooLarge' in entry
      ? { where, bytes: left, refused: 'too-large' }
      : { where, bytes: left, source: entry.source }
    left = 0
  }
}

async function* inOnePiece(content: Buffer): AsyncGenerator<Uint8Array> {
  yield content
}
