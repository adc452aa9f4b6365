import { randomBytes } from 'node:crypto'
import { Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { startZip } from '../../../server/export/zip-writer.ts'

const BYTES = 30_000
const MB = 1_000_000

/** Writes an archive that nobody keeps, in a process of its own, and says what it took: `node export-process.ts COUNT`. */
const count = Number(process.argv[2])
const zip = startZip()
let size = 0
const taken = pipeline(
  zip.output,
  new Writable({
    write(chunk, _encoding, done) {
      size += chunk.length
      done()
    },
  }),
)
async function* random() {
  yield randomBytes(BYTES)
}
for (let n = 0; n < count; n += 1) {
  // Mails are deflated and most documents are not; both ways hold buffers of their own.
  const isPacked = n % 2 === 0
  await zip.add(`maile/2026-01-02 Wiadomość ${n}.eml`, random(), { at: new Date('2026-01-02'), isPacked })
}
// What is still held now, before the end, is held for every entry.
globalThis.gc?.()
await nextTurn()
// Buffers that the first found dead are given back in the background; the second waits for that.
globalThis.gc?.()
const heldMb = process.memoryUsage().arrayBuffers / MB
await zip.end()
await taken
// In kilobytes, as getrusage has it.
process.send?.({ size, heldMb, peakMb: process.resourceUsage().maxRSS / 1000 })
