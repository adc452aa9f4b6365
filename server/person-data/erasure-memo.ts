import { appendFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

/** What is known outside the database of who was erased, or may come back: hashes, and when. */
interface Line {
  at: string
  erased?: string[]
  lifted?: string[]
}

// Beside the audit log's anchors, which every backup takes along.
const fileIn = (dataFolder: string) => path.join(dataFolder, 'audit', 'erasures.jsonl')

/** Writes down outside the database who was erased, so that a restored older backup does not make it forgotten. */
export function noteErasure(dataFolder: string, line: Line) {
  mkdirSync(path.dirname(fileIn(dataFolder)), { recursive: true })
  appendFileSync(fileIn(dataFolder), `${JSON.stringify(line)}\n`, { flush: true })
}

/** Adds what another memo of the same installation knows beyond this one. Both only ever grew, so its lines come later. */
export function joinErasureMemo(dataFolder: string, other: string) {
  const file = fileIn(dataFolder)
  const known = new Set(existsSync(file) ? readFileSync(file, 'utf8').split('\n') : [])
  const fresh = other.split('\n').filter(text => !known.has(text) && lineOf(text) !== null)
  if (fresh.length === 0) return
  mkdirSync(path.dirname(file), { recursive: true })
  // A last line that was broken off must not spoil the first one.
  appendFileSync(file, `${known.size > 0 && !known.has('') ? '\n' : ''}${fresh.join('\n')}\n`, { flush: true })
}

/** The hashes of all who were erased and may not come back, as far as this folder knows. */
export function readErasureMemo(dataFolder: string): string[] {
  const file = fileIn(dataFolder)
  if (!existsSync(file)) return []
  const hashes = new Set<string>()
  for (const text of readFileSync(file, 'utf8').split('\n')) {
    const line = lineOf(text)
    for (const hash of line?.erased ?? []) hashes.add(hash)
    for (const hash of line?.lifted ?? []) hashes.delete(hash)
  }
  return [...hashes]
}

/** A line that was not written to its end, because the power went, says nothing. */
function lineOf(text: string): Line | null {
  try {
    return JSON.parse(text) as Line
  } catch {
    return null
  }
}
