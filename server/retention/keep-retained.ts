import type { WorkingHouse } from '../job/jobs-database.ts'

const DAY_MS = 86_400_000
/** After the sweep of blobs, which then has a day's time. */
const FIRST_MS = 120_000
const BATCH = 100

/** Erases what is too old, two minutes after the start and then every day, until the returned function is called. */
export function keepRetained(house: WorkingHouse, log: { warn(facts: object, text: string): void }): () => void {
  const act = () =>
    void eraseExpired(house).catch((error: Error) => log.warn({ err: error }, 'what is too old was not erased'))
  const first = setTimeout(act, FIRST_MS).unref()
  const daily = setInterval(act, DAY_MS).unref()
  return () => {
    clearTimeout(first)
    clearInterval(daily)
  }
}

/** Erases what is too old, in short transactions; answers how much. */
export async function eraseExpired({ jobs }: Pick<WorkingHouse, 'jobs'>): Promise<number> {
  let all = 0
  for (;;) {
    const [row] = await jobs.call<{ done: number }>('select retain_batch($1) as done', [BATCH])
    all += row?.done ?? 0
    if ((row?.done ?? 0) < BATCH) return all
  }
}
