import { once } from 'node:events'
import { createReadStream, createWriteStream, type WriteStream } from 'node:fs'
import path from 'node:path'
import { finished } from 'node:stream/promises'
import type { ZipWriter } from './zip-writer.ts'

/** The lists of an export, which grow with it and are added last; they lie on disk until then. */
const lists = ['index.html', 'timeline.csv', 'sha256sums.txt'] as const
export type Lists = Record<(typeof lists)[number], WriteStream>

/** Begins the lists in a folder. What goes wrong with one is said by the next `put`, and never ends the process. */
export function openLists(folder: string): Lists {
  return Object.fromEntries(
    lists.map(name => [name, createWriteStream(path.join(folder, name)).on('error', () => {})]),
  ) as Lists
}

/** Writes on, no faster than the disk takes it. */
export async function put(list: WriteStream, text: string) {
  // What has failed never drains.
  if (list.errored) throw list.errored
  if (!list.write(text)) await once(list, 'drain')
}

/** Ends each list and adds it to the archive; the last one knows the sums of the others. */
export async function addLists(zip: ZipWriter, folder: string, open: Lists, at: Date) {
  const sums: string[] = []
  for (const name of lists) {
    if (name === 'sha256sums.txt') for (const line of sums) await put(open[name], line)
    await finished(open[name].end())
    sums.push(`${await zip.add(name, createReadStream(path.join(folder, name)), { at, isPacked: true })}  ${name}\n`)
  }
}

/** Lets go of the lists, however far they came. */
export async function closeLists(open: Lists) {
  await Promise.all(Object.values(open).map(list => finished(list.destroy()).catch(() => {})))
}
