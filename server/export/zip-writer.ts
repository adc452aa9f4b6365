import { createHash } from 'node:crypto'
import { PassThrough, type Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { ZipFile } from 'yazl'

/** An archive that is written while it is read: one entry at a time, none before the one before is through. */
export interface ZipWriter {
  /** What the reader takes. */
  output: Readable
  /** Adds a file and answers the sha256 of its bytes when they are through. */
  add: (name: string, bytes: Readable, facts: { at: Date; isPacked: boolean }) => Promise<string>
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
      zip.addReadStream(watched, name, { mtime, compress: isPacked, mode: 0o100644 })
      // Ends with the bytes, or when nobody takes them any more.
      await Promise.race([pipeline(bytes, watched), over.then(() => Promise.reject(new Error('the archive is over')))])
      return digest.digest('hex')
    },
    async end() {
      zip.end()
      await over
    },
  }
}
