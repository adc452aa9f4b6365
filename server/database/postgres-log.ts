import { chmodSync, copyFileSync, existsSync, renameSync, statSync, truncateSync } from 'node:fs'

const MOST_BYTES = 10 * 1024 * 1024
const LOOK_EVERY_MS = 600_000

const former = (file: string) => `${file}.1`

/** Begins PostgreSQL's log anew: that of the last run stays beside it, what was before is gone. */
export function beginLog(file: string) {
  if (existsSync(file)) renameSync(file, former(file))
}

/** Keeps the log from growing without end while PostgreSQL runs for months; returns how to stop. */
export function keepLogSmall(file: string): () => void {
  const timer = setInterval(() => shorten(file), LOOK_EVERY_MS).unref()
  return () => clearInterval(timer)
}

/** Moves what is there aside when it is much. PostgreSQL has the file open and only ever adds to its end, wherever that is. */
export function shorten(file: string, mostBytes = MOST_BYTES) {
  if (!existsSync(file) || statSync(file).size <= mostBytes) return
  copyFileSync(file, former(file))
  chmodSync(former(file), 0o600)
  truncateSync(file)
}
