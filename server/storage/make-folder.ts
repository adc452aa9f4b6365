import { accessSync, constants, existsSync, mkdirSync } from 'node:fs'
import path from 'node:path'
import { WrongSetting } from '../wrong-setting.ts'

/** What is answered where a folder cannot be made or is not ours to write. */
const shut = ['EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'EEXIST', 'ENOENT']

/** Makes a folder, with those above it that are missing, and says in a sentence when nothing can be written there. */
export function makeFolder(folder: string, options: { mode?: number } = {}) {
  try {
    makeMissing(folder, options)
    // With the dot it has to be a folder, too.
    accessSync(`${folder}/.`, constants.W_OK | constants.X_OK)
  } catch (error) {
    throw saidShut(error, folder)
  }
}

/** One level after the other: Node's own recursive call never ends where the system denies that the parent is there, as in /proc. */
function makeMissing(folder: string, options: { mode?: number }) {
  if (existsSync(folder)) return
  makeMissing(path.dirname(folder), options)
  mkdirSync(folder, options)
}

/** An error about something in a folder that is not there for us (another's, read-only, a file) as a sentence; others as they are. */
export function saidShut(error: unknown, folder: string): unknown {
  const { code = '', path: at = '' } = error as NodeJS.ErrnoException
  if (!shut.includes(code) || !(at.startsWith(folder) || folder.startsWith(at))) return error
  return new WrongSetting(
    `Nothing can be written to ${folder} (${code}); name another folder, or make it for the account that runs this.`,
  )
}
