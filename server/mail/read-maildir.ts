import type { Dirent } from 'node:fs'
import { readdir, readFile, stat } from 'node:fs/promises'
import { join, relative } from 'node:path'
import iconv from 'iconv-lite'
import { MESSAGE_BYTES } from './read-mbox.ts'

/** One message of a Maildir, or the news that it is too large; with its file, and the name of its folder ('' for the inbox). */
export type MaildirEntry = { file: string; folder: string } & ({ source: Uint8Array } | { tooLarge: true })

/** Folders lie in folders, but no deeper than this. */
const DEPTH = 20

/** Reads every message of a Maildir and of its subfolders, in the order of their names. Links are not followed. */
export async function* readMaildir(root: string, { limit = MESSAGE_BYTES } = {}): AsyncGenerator<MaildirEntry> {
  yield* readFolder(root, root, { limit, depth: 0 })
}

async function* readFolder(
  root: string,
  path: string,
  { limit, depth }: { limit: number; depth: number },
): AsyncGenerator<MaildirEntry> {
  const entries = await inOrder(path)
  for (const { name } of entries.filter(entry => isMessageFolder(entry))) {
    for (const entry of await inOrder(join(path, name))) {
      if (entry.isFile() && !entry.name.startsWith('.'))
        yield await readEntry(join(path, name, entry.name), folderName(root, path), limit)
    }
  }
  if (depth >= DEPTH) return
  for (const entry of entries) {
    const isSubfolder = entry.isDirectory() && !isMessageFolder(entry) && entry.name !== 'tmp'
    if (isSubfolder) yield* readFolder(root, join(path, entry.name), { limit, depth: depth + 1 })
  }
}

function isMessageFolder(entry: Dirent): boolean {
  return entry.isDirectory() && (entry.name === 'cur' || entry.name === 'new')
}

async function inOrder(path: string): Promise<Dirent[]> {
  const entries = await readdir(path, { withFileTypes: true })
  return entries.sort((one, other) => (one.name < other.name ? -1 : 1))
}

async function readEntry(file: string, folder: string, limit: number): Promise<MaildirEntry> {
  const { size } = await stat(file)
  if (size > limit) return { file, folder, tooLarge: true }
  return { file, folder, source: new Uint8Array(await readFile(file)) }
}

/** Folder names are in IMAP's own UTF-7: `.Wys&AUI-ane` is Wysłane. */
function folderName(root: string, path: string): string {
  return iconv.decode(Buffer.from(relative(root, path).replace(/^\./, '')), 'utf-7-imap')
}
