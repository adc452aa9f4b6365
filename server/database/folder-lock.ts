import { createHash } from 'node:crypto'
import { realpathSync, rmSync } from 'node:fs'
import { connect, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { WrongSetting } from '../config.ts'

/** Somebody else holds the data folder. */
export class FolderTaken extends WrongSetting {
  override name = 'FolderTaken'
}

type Unlock = () => void

/** The longest path that a socket may have on every system (sun_path, less its last byte). */
const LONGEST_PATH = 103
/** What is answered where a folder can hold no socket, as some shared folders. */
const noSockets = new Set(['ENOTSUP', 'EOPNOTSUPP', 'EPERM'])

/**
 * Makes this process the only Lupa on a data folder until it ends, however it ends. Returns how to let go. The kernel keeps
 * a name for the network namespace only, so a socket in the folder tells another container on the same folder.
 */
export async function lockFolder(folder: string): Promise<Unlock> {
  const unlockName = await holdName(folder)
  try {
    const unlockFile = await holdFile(path.join(folder, 'lupa.sock'), folder)
    return () => {
      unlockFile()
      unlockName()
    }
  } catch (failure) {
    unlockName()
    throw failure
  }
}

/** Does something in a folder while no other process does, and waits for its turn. */
export async function aloneIn<T>(folder: string, act: () => Promise<T>): Promise<T> {
  const unlock = await holdName(folder).catch(failure => {
    if (failure instanceof FolderTaken) return null
    throw failure
  })
  if (unlock === null) return sleep(100).then(() => aloneIn(folder, act))
  try {
    return await act()
  } finally {
    unlock()
  }
}

/** Takes the folder's name: a listening socket in Linux' abstract namespace, which goes with its process. */
function holdName(folder: string): Promise<Unlock> {
  const name = `lupa-${createHash('sha256').update(realpathSync(folder)).digest('hex').slice(0, 32)}`
  return process.platform === 'linux'
    ? listen(`\0${name}`, folder)
    : holdFile(path.join(tmpdir(), `${name}.sock`), folder)
}

/** A socket's file outlives its process; nobody answers there then. */
async function holdFile(file: string, folder: string): Promise<Unlock> {
  if (Buffer.byteLength(file) > LONGEST_PATH) return () => {}
  if (await isAnswered(file)) throw takenOf(folder)
  rmSync(file, { force: true })
  return listen(file, folder).catch(failure => {
    if (noSockets.has(failure.code)) return () => {}
    throw failure
  })
}

function isAnswered(file: string): Promise<boolean> {
  return new Promise(resolve => {
    const socket = connect(file)
    socket.once('error', () => resolve(false))
    socket.once('connect', () => {
      socket.destroy()
      resolve(true)
    })
  })
}

function listen(address: string, folder: string): Promise<Unlock> {
  const server = createServer(socket => socket.destroy())
  return new Promise((resolve, reject) => {
    server.once('error', (failure: NodeJS.ErrnoException) =>
      reject(failure.code === 'EADDRINUSE' ? takenOf(folder) : failure),
    )
    server.listen(address, () => {
      server.unref()
      resolve(() => void server.close())
    })
  })
}

function takenOf(folder: string) {
  return new FolderTaken(`Another Lupa is running on ${folder}; stop it first, or set LUPA_DATA to another folder.`)
}
