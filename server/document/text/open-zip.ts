import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl'
import { type Page, UsedUp } from './page.ts'

/** Words shrink to a twentieth; what grows a hundredfold was made to fill memories. Small files may. */
const RATIO = 100
const SMALL_BYTES = 1024 * 1024
const MOST_ENTRIES = 10_000

/** Says that a part cannot be opened without a password. */
export class Encrypted extends Error {
  override readonly name = 'Encrypted'
}

/** An opened archive whose parts are read one by one, within the limits of the page. */
export interface Archive {
  /** In the order of the directory. */
  names: string[]
  /** The text of a part in pieces; of the encodings that XML may have. */
  pieces(name: string): AsyncGenerator<string>
}

/** Opens an archive by its directory; nothing is unpacked yet. */
export async function openZip(bytes: Buffer, page: Page): Promise<Archive> {
  const zip = await fromBufferPromise(bytes, { lazyEntries: true, validateEntrySizes: true })
  const entries = new Map<string, Entry>()
  for await (const entry of zip.eachEntry()) {
    if (entries.size >= MOST_ENTRIES) throw new UsedUp()
    // Of two parts of one name office programs read one, and so do we.
    if (!entries.has(entry.fileName)) entries.set(entry.fileName, entry)
  }
  return { names: [...entries.keys()], pieces: name => unpack(zip, entries.get(name), page) }
}

async function* unpack(zip: ZipFile, entry: Entry | undefined, page: Page): AsyncGenerator<string> {
  if (!entry) return
  if (entry.isEncrypted()) throw new Encrypted()
  const { uncompressedSize, compressedSize } = entry
  if (uncompressedSize > SMALL_BYTES && uncompressedSize > compressedSize * RATIO) throw new UsedUp()
  page.notePart()
  let decoder: InstanceType<typeof TextDecoder> | null = null
  for await (const chunk of await zip.openReadStreamPromise(entry)) {
    const piece = chunk as Buffer
    page.noteBytes(piece.length)
    decoder ??= new TextDecoder(encodingOf(piece))
    yield decoder.decode(piece, { stream: true })
  }
}

function encodingOf(start: Buffer): string {
  if (start[0] === 0xff && start[1] === 0xfe) return 'utf-16le'
  return start[0] === 0xfe && start[1] === 0xff ? 'utf-16be' : 'utf-8'
}
