import { createHash } from 'node:crypto'
import { cleanLine } from './clean-text.ts'

const LONGEST_ID = 900
const KEPT_LENGTH = 800
const MOST_REFERENCES = 100

/** A Message-ID without brackets, in its own case, or null. An overlong one keeps its start and a hash of the whole. */
export function readMessageId(value: string | null): string | null {
  return readMessageIds(value)[0] ?? null
}

/** The Message-IDs of In-Reply-To or References, each once. Of too many the first and the last ones: root and parents of the thread. */
export function readMessageIds(value: string | null): string[] {
  if (value === null) return []
  const bracketed = Array.from(value.matchAll(/<([^<>]*)>/g), ([, id = '']) => id)
  const written = bracketed.length > 0 ? bracketed : value.split(/[\s,]+/)
  const ids = [...new Set(written.map(id => shorten(cleanLine(id).replace(/[\s<>]/g, ''))))].filter(id => id !== '')
  if (ids.length <= MOST_REFERENCES) return ids
  return [...ids.slice(0, MOST_REFERENCES / 2), ...ids.slice(-MOST_REFERENCES / 2)]
}

function shorten(id: string): string {
  if (Buffer.byteLength(id) <= LONGEST_ID) return id
  const hash = createHash('sha256').update(id).digest('hex')
  return `${Buffer.from(id)
    .subarray(0, KEPT_LENGTH)
    .toString('latin1')
    .replace(/[^\x21-\x7e]/g, '_')}-${hash.slice(0, 32)}`
}
