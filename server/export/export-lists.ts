import { once } from 'node:events'
import { createReadStream, createWriteStream, type WriteStream } from 'node:fs'
import path from 'node:path'
import { finished } from 'node:stream/promises'
import type { ZipWriter } from './zip-writer.ts'

/** The lists of an export, which grow with it and are added last; they lie on disk until then. */
export type Lists<Name extends string> = Record<Name | typeof SUMS, WriteStream>

const SUMS = 'sha256sums.txt'

/** Begins the lists in a folder. What goes wrong with one is said by the next `put`, and never ends the process. */
export function openLists<Name extends string>(folder: string, names: readonly Name[]): Lists<Name> {
  return Object.fromEntries(
    [...names, SUMS].map(name => [name, createWriteStream(path.join(folder, name)).on('error', () => {})]),
  ) as Lists<Name>
}

/** Writes on, no faster than the disk takes it. */
export async function put(list: WriteStream, text: string) {
  // What has failed never drains.
  if (list.errored) throw list.errored
  if (!list.write(text)) await once(list, 'drain')
}

/** Ends each list and adds it to the archive; the last one knows the sums of the others. */
export async function addLists(zip: ZipWriter, folder: string, open: Record<string, WriteStream>, at: Date) {
  const sums: string[] = []
  for (const [name, list] of Object.entries(open)) {
    if (name === SUMS) for (const line of sums) await put(list, line)
    await finished(list.end())
    sums.push(`${await zip.add(name, createReadStream(path.join(folder, name)), { at, isPacked: true })}  ${name}\n`)
  }
}

/** Lets go of the lists, however far they came. */
export async function closeLists(open: Record<string, WriteStream>) {
  await Promise.all(Object.values(open).map(list => finished(list.destroy()).catch(() => {})))
}
