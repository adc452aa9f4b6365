import { createHash } from 'node:crypto'
import { realpathSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { WrongSetting } from '../config.ts'

/** Somebody else holds the data folder. */
export class FolderTaken extends WrongSetting {
  override name = 'FolderTaken'
}

/**
 * Makes this process the only Lupa on a data folder until it ends, however it ends: the lock is a listening socket
 * in Linux' abstract namespace, which the kernel takes back with the process. Returns how to let go.
 */
export function lockFolder(folder: string): Promise<() => void> {
  const name = `lupa-${createHash('sha256').update(realpathSync(folder)).digest('hex').slice(0, 32)}`
  const server = createServer(socket => socket.destroy())
  return new Promise((resolve, reject) => {
    server.once('error', () =>
      reject(
        new FolderTaken(`Another Lupa is running on ${folder}; stop it first, or set LUPA_DATA to another folder.`),
      ),
    )
    server.listen(process.platform === 'linux' ? `\0${name}` : path.join(tmpdir(), `${name}.sock`), () => {
      server.unref()
      resolve(() => void server.close())
    })
  })
}

/** Does something in a folder while no other process does, and waits for its turn. */
export async function aloneIn<T>(folder: string, act: () => Promise<T>): Promise<T> {
  const unlock = await lockFolder(folder).catch(failure => {
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
