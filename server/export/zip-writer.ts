import { createHash } from 'node:crypto'
import { PassThrough, type Readable, Transform } from 'node:stream'
import { finished, pipeline } from 'node:stream/promises'
import { ZipFile } from 'yazl'

/** An archive that is written while it is read: one entry at a time, none before the one before is through. */
export interface ZipWriter {
  /** What the reader takes. */
  output: Readable
  /** Adds a file and answers the sha256 of its bytes when they are through. */
  add: (name: string, bytes: AsyncIterable<Uint8Array>, facts: { at: Date; isPacked: boolean }) => Promise<string>
  /** Writes the end. */
  end: () => Promise<void>
  /** Breaks off; whoever reads is told that it is not whole. */
  fail: (error: Error) => void
}

/** The times that an archive can hold. */
const FIRST = Date.UTC(1980, 0, 2)
const LAST = Date.UTC(2100, 0, 1)

/** Begins an archive. Nothing of it stands in memory but the names. */
export function startZip(): ZipWriter {
  const zip = new ZipFile()
  const output = new PassThrough()
  const over = pipeline(zip.outputStream as Readable, output)
  over.catch(() => {})
  const stop = new AbortController()
  output.once('close', () => stop.abort())
  const fail = (error: Error) => void output.destroy(error)
  zip.on('error', fail)
  return {
    output,
    fail,
    async add(name, bytes, { at, isPacked }) {
      const digest = createHash('sha256')
      const watched = new Transform({
        transform(chunk, _encoding, done) {
          digest.update(chunk)
          done(null, chunk)
        },
      })
      const mtime = new Date(Math.min(LAST, Math.max(FIRST, at.getTime())))
      zip.addReadStreamLazy(name, { mtime, compress: isPacked, mode: 0o100644 }, handedOver(watched))
      ownName(zip)
      // Over when they were taken, not when they stand in some buffer: of ten thousand small files all would. Or when
      // nobody takes them any more.
      const { signal } = stop
      await Promise.all([pipeline(bytes, watched, { signal }), finished(watched, { signal })])
      return digest.digest('hex')
    },
    async end() {
      zip.end()
      await over
    },
  }
}

/** Hands a stream over once and forgets it: the library keeps this function for every entry until the end. */
function handedOver(stream: Readable): (take: (error: unknown, stream: NodeJS.ReadableStream) => void) => void {
  let waiting: Readable | null = stream
  return take => {
    const handed = waiting
    waiting = null
    if (handed) take(null, handed)
  }
}

/**
 * Moves the last entry's name into memory of its own. The library keeps every name until the end, in a buffer out of
 * Node's pool; deflate's output comes out of the same pool, so that each few bytes of name would keep some 40 kB alive.
 * Its list of entries is not public: its version is pinned, and a test measures.
 */
function ownName(zip: ZipFile) {
  const entry = (zip as unknown as { entries: { utf8FileName: Buffer }[] }).entries.at(-1)
  if (!entry) return
  const own = Buffer.allocUnsafeSlow(entry.utf8FileName.length)
  entry.utf8FileName.copy(own)
  entry.utf8FileName = own
}
