import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { Transform, Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type pg from 'pg'
import { from, to } from 'pg-copy-streams'
import type { Table } from './tables.ts'

/** What was copied of a table. */
export interface Copied {
  rows: number
  bytes: number
  sha256: string
}

/** Writes the rows of a table into a file, in the order in which they lie there. Without a file it only looks at them. */
export async function copyOut(client: pg.ClientBase, table: Table, file: string | null): Promise<Copied> {
  const digest = createHash('sha256')
  let bytes = 0
  const counted = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      digest.update(chunk)
      bytes += chunk.length
      done(null, chunk)
    },
  })
  const rows = client.query(to(`copy ${table.name} (${table.columns.join(', ')}) to stdout`))
  const target = file === null ? nowhere() : createWriteStream(file, { flush: true, mode: 0o600 })
  await pipeline(rows, counted, target)
  return { rows: rows.rowCount, bytes, sha256: digest.digest('hex') }
}

/** Puts the rows of a file into a table; answers how many there were. */
export async function copyIn(client: pg.ClientBase, table: Table, file: string): Promise<number> {
  const rows = client.query(from(`copy ${table.name} (${table.columns.join(', ')}) from stdin`))
  await pipeline(createReadStream(file, { highWaterMark: 1024 * 1024 }), rows)
  return rows.rowCount
}

function nowhere(): Writable {
  return new Writable({ write: (_chunk, _encoding, done) => done() })
}
