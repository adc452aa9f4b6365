import { createReadStream } from 'node:fs'
import { open, readdir, readFile, stat } from 'node:fs/promises'
import path from 'node:path'
import { readMaildir } from '../mail/read-maildir.ts'
import { readMbox } from '../mail/read-mbox.ts'
import { type Found, isMailName, MESSAGE_BYTES, startsAsMbox } from './found.ts'
import { fromMsg } from './from-msg.ts'
import { fromZip } from './from-zip.ts'

/** Total size of what an import will read, for its progress. */
export async function sizeOf(target: string): Promise<number> {
  const facts = await stat(target)
  if (!facts.isDirectory()) return facts.size
  const names = await readdir(target)
  const sizes = await Promise.all(names.map(name => sizeOf(path.join(target, name))))
  return sizes.reduce((sum, size) => sum + size, 0)
}

/** Every message under a path: a mail file of any program, an mbox, a Maildir, a zip of these, or a folder of all of them. */
export async function* findSources(target: string): AsyncGenerator<Found> {
  const facts = await stat(target)
  if (facts.isDirectory()) {
    const names = (await readdir(target)).toSorted()
    if (names.includes('cur') || names.includes('new')) yield* fromMaildir(target)
    else for (const name of names) yield* findSources(path.join(target, name))
  } else if (await isMbox(target)) {
    yield* fromMbox(target)
  } else if (/\.zip$/i.test(target)) {
    yield* fromZip(target, facts.size)
  } else if (isMailName(target) || /\.msg$/i.test(target)) {
    yield facts.size > MESSAGE_BYTES
      ? { where: target, bytes: facts.size, refused: 'too-large' }
      : await fromFile(target, facts.size)
  } else {
    yield { where: target, bytes: facts.size, refused: 'no-mail-file' }
  }
}

async function fromFile(file: string, bytes: number): Promise<Found> {
  const content = await readFile(file)
  return isMailName(file) ? { where: file, bytes, source: content } : fromMsg(file, bytes, content)
}

async function* fromMbox(file: string): AsyncGenerator<Found> {
  let last = 0
  for await (const entry of readMbox(createReadStream(file))) {
    const where = `${file} at byte ${entry.offset}`
    const bytes = entry.offset - last
    last = entry.offset
    yield 'tooLarge' in entry ? { where, bytes, refused: 'too-large' } : { where, bytes, source: entry.source }
  }
}

async function* fromMaildir(folder: string): AsyncGenerator<Found> {
  for await (const entry of readMaildir(folder)) {
    const where = entry.file
    yield 'tooLarge' in entry
      ? { where, bytes: 0, refused: 'too-large' }
      : { where, bytes: entry.source.byteLength, source: entry.source }
  }
}

async function isMbox(file: string): Promise<boolean> {
  const handle = await open(file)
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(5), 0, 5, 0)
    return startsAsMbox(buffer.subarray(0, bytesRead))
  } finally {
    await handle.close()
  }
}
