import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { WrongSetting } from '../wrong-setting.ts'

/** A file of a backup and what must be in it. */
export interface StoredFile {
  name: string
  bytes: number
  sha256: string
}

/** The rows of one table, as PostgreSQL's COPY writes them. */
export interface StoredTable extends StoredFile {
  table: string
  columns: string[]
  rows: number
}

/** What one backup holds; written last, so that a backup without it is none. */
export interface Manifest {
  format: 1
  madeAt: string
  version: string
  /** The migrations that its rows need, oldest first. */
  migrations: string[]
  tables: StoredTable[]
  /** The last number given by each sequence. */
  sequences: Record<string, string>
  /** Secrets, the audit log's anchors, the list of blobs. */
  files: StoredFile[]
  blobs: { count: number; bytes: number }
  /** Blobs that were gone from the store, or were not what their names say, when this was made. */
  faults: string[]
}

const NAME = 'manifest.json'
const SUM = 'manifest.sha256'
const dated = /^\d{4}-\d\d-\d\dT\d\d-\d\d-\d\dZ$/

/** The list of blobs that a backup needs: a hash and a size in each line. */
export const BLOB_LIST = 'blobs.txt'

/** The name of a backup made at that moment: it sorts by time, and every file system takes it. */
export function nameOf(moment: Date): string {
  return `${moment.toISOString().slice(0, 19).replaceAll(':', '-')}Z`
}

/** The backups in a folder, oldest first: whole ones, and those that were cut short. */
export function listBackups(folder: string): { whole: string[]; halves: string[] } {
  const names = existsSync(folder) ? readdirSync(folder).filter(name => dated.test(name)) : []
  const isWhole = (name: string) => existsSync(path.join(folder, name, SUM))
  const sorted = names.toSorted()
  return { whole: sorted.filter(isWhole), halves: sorted.filter(name => !isWhole(name)) }
}

/** Ends a backup: from here on it counts. */
export function writeManifest(folder: string, manifest: Manifest) {
  const text = `${JSON.stringify(manifest, null, 1)}\n`
  writeFileSync(path.join(folder, NAME), text, { flush: true, mode: 0o600 })
  writeFileSync(path.join(folder, SUM), `${sha256(text)}  ${NAME}\n`, { flush: true, mode: 0o600 })
}

/** Reads what a backup holds; refuses one whose own list was altered. */
export function readManifest(folder: string): Manifest {
  const text = readFileSync(path.join(folder, NAME), 'utf8')
  if (readFileSync(path.join(folder, SUM), 'utf8') !== `${sha256(text)}  ${NAME}\n`)
    throw new WrongSetting(`${path.join(folder, NAME)} is damaged (or ${SUM} beside it); take another backup.`)
  const manifest = JSON.parse(text) as Manifest
  if (manifest.format !== 1) throw new WrongSetting('This backup was made by a newer Lupa; restore it with that one.')
  return manifest
}

/** The blobs that a backup needs, with their sizes. */
export function readBlobList(folder: string): Map<string, number> {
  const lines = readFileSync(path.join(folder, BLOB_LIST), 'utf8').split('\n').filter(Boolean)
  return new Map(lines.map(line => [line.slice(0, 64), Number(line.slice(65))]))
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
