import { stat } from 'node:fs/promises'
import path from 'node:path'
import type pg from 'pg'
import { blobPlace } from '../backup/copy-blobs.ts'
import { hashFile } from '../backup/hash-file.ts'
import { blobsOf } from '../backup/tables.ts'
import { type Finding, fault, ok } from './finding.ts'

const SAMPLE = 200
const NAMED = 5

/** Whether the bytes of every mail and document are there, and, of a sample or of all, whether they are what they were. */
export async function checkBlobs(
  client: pg.ClientBase,
  dataFolder: string,
  options: { deep: boolean },
): Promise<Finding[]> {
  const about = 'blobs'
  const folder = path.join(dataFolder, 'blobs')
  const all = (await blobsOf(client)).map(one => one.hash)
  const missing = new Set<string>()
  for (const hash of all) if (!(await stat(blobPlace(folder, hash)).catch(() => null))) missing.add(hash)
  const there = all.filter(hash => !missing.has(hash))
  const looked = options.deep ? there : sampleOf(there)
  const damaged: string[] = []
  for (const hash of looked) if ((await hashFile(blobPlace(folder, hash)))?.sha256 !== hash) damaged.push(hash)
  const remedy = `Copy them from a backup: cp BACKUP/blobs/ab/abcd... into the same place under ${folder}`
  return [
    ...(missing.size > 0
      ? [fault(about, `${missing.size} of ${all.length} are missing: ${some([...missing])}.`, remedy)]
      : []),
    ...(damaged.length > 0 ? [fault(about, `${damaged.length} are damaged: ${some(damaged)}.`, remedy)] : []),
    ...(missing.size + damaged.length === 0
      ? [
          ok(
            about,
            `${all.length} there, ${looked.length} read and compared${options.deep ? '' : ' (all with --deep)'}`,
          ),
        ]
      : []),
  ]
}

/** Some of many: spread over all of them, and others each time. */
export function sampleOf(hashes: string[]): string[] {
  if (hashes.length <= SAMPLE) return hashes
  const step = hashes.length / SAMPLE
  const start = Math.random() * step
  return Array.from({ length: SAMPLE }, (_, n) => hashes[Math.floor(start + n * step)] ?? '').filter(Boolean)
}

function some(hashes: string[]): string {
  return hashes.length > NAMED ? `${hashes.slice(0, NAMED).join(', ')}, ...` : hashes.join(', ')
}
