import type { WorkingHouse } from '../job/jobs-database.ts'

const DAY_MS = 86_400_000
/** So long after its bytes a message's transaction comes no more. */
const OLD_MS = DAY_MS
const FIRST_MS = 60_000

/** Removes blobs that nothing names, a minute after the start and then every day, until the returned function is called. */
export function keepSwept(house: WorkingHouse, log: { warn(facts: object, text: string): void }): () => void {
  const act = () =>
    void sweepBlobs(house, OLD_MS).catch((error: Error) => log.warn({ err: error }, 'blobs were not swept'))
  const first = setTimeout(act, FIRST_MS).unref()
  const daily = setInterval(act, DAY_MS).unref()
  return () => {
    clearTimeout(first)
    clearInterval(daily)
  }
}

/** Removes blobs older than so long that nothing names; answers how many. */
export function sweepBlobs(
  { blobs, jobs }: Pick<WorkingHouse, 'blobs' | 'jobs'>,
  olderThanMs: number,
): Promise<number> {
  return blobs.sweep(async hashes => {
    const rows = await jobs.call<{ hash: string }>('select unknown_blobs($1) as hash', [hashes])
    return rows.map(row => row.hash)
  }, olderThanMs)
}
