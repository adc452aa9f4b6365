import { appendFileSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import path from 'node:path'

/** A place of the chain and the hash that stood there, as written down outside the database. */
export interface Anchor {
  at: string
  position: number
  hash: string
}

/**
 * What is known of the chain outside the database, where whoever changes the database does not reach: one line a day, and
 * the end of the chain at its last sealing. Without it the end could be cut off, or the whole chain made anew, unseen.
 */
export interface Anchors {
  /** Writes down the end of the chain, and once a day keeps it for good. */
  write(end: Anchor): void
  /** Everything written down, oldest first. */
  read(): Anchor[]
}

/** Anchors in the data folder. */
export function openAnchors(dataFolder: string): Anchors {
  const folder = path.join(dataFolder, 'audit')
  const daily = path.join(folder, 'anchors.jsonl')
  const head = path.join(folder, 'head.json')
  mkdirSync(folder, { recursive: true })
  let lastDay = readLines(daily).at(-1)?.at.slice(0, 10)
  return {
    write(end) {
      writeFileSync(`${head}.new`, JSON.stringify(end), { flush: true })
      renameSync(`${head}.new`, head)
      const day = end.at.slice(0, 10)
      if (day === lastDay) return
      appendFileSync(daily, `${JSON.stringify(end)}\n`, { flush: true })
      lastDay = day
    },
    read: () => [...readLines(daily), ...readLines(head)],
  }
}

/** One anchor a line. A line that a crash cut short says nothing. */
function readLines(file: string): Anchor[] {
  if (!existsSync(file)) return []
  return readFileSync(file, 'utf8').split('\n').flatMap(readLine)
}

function readLine(line: string): Anchor[] {
  try {
    const { at, position, hash } = JSON.parse(line) as Partial<Anchor>
    return at && position && hash ? [{ at, position, hash }] : []
  } catch {
    return []
  }
}
