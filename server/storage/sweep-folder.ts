import { unlinkSync } from 'node:fs'
import { readdir, rm, stat } from 'node:fs/promises'
import path from 'node:path'

interface Sweep {
  unknown: (hashes: string[]) => Promise<string[]>
  olderThanMs: number
  /** Hashes that this process put, and when; their transaction may be under way. */
  atWork: Map<string, number>
}

const whole = /^[0-9a-f]{64}$/

/** Goes through the folders one by one, so that a million files never stand in memory at once. */
export async function sweepFolder(folder: string, sweep: Sweep): Promise<number> {
  const before = Date.now() - sweep.olderThanMs
  for (const [hash, at] of sweep.atWork) if (at < before) sweep.atWork.delete(hash)
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => [])
  // What was still arriving when its process ended lies beside the folders.
  const arriving = entries.filter(entry => entry.isFile()).map(entry => entry.name)
  const old = await olderThan(folder, arriving, before)
  for (const name of old) await rm(path.join(folder, name), { force: true })
  let swept = old.length
  for (const part of entries.filter(entry => entry.isDirectory()))
    swept += await sweepPart(path.join(folder, part.name), before, sweep)
  return swept
}

async function sweepPart(folder: string, before: number, { unknown, atWork }: Sweep): Promise<number> {
  const old = await olderThan(folder, await readdir(folder), before)
  // The beginning of a blob whose writing was interrupted.
  const halves = old.filter(name => !whole.test(name))
  for (const name of halves) await rm(path.join(folder, name), { force: true })
  const hashes = old.filter(name => whole.test(name))
  const orphans = hashes.length > 0 ? await unknown(hashes) : []
  let swept = halves.length
  for (const hash of orphans) {
    // Looked at and removed in one breath: nobody in this process puts it in between.
    if (atWork.has(hash)) continue
    unlinkSync(path.join(folder, hash))
    swept += 1
  }
  return swept
}

async function olderThan(folder: string, names: string[], before: number): Promise<string[]> {
  const stats = await Promise.all(names.map(name => stat(path.join(folder, name)).catch(() => null)))
  return names.filter((_, index) => (stats[index]?.mtimeMs ?? Number.POSITIVE_INFINITY) <= before)
}
