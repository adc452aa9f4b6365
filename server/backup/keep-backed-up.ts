import type { DailyBackup } from '../config.ts'
import { backUp } from './back-up.ts'
import { readLastBackup } from './last-backup.ts'
import type { BackupSource } from './make-backup.ts'

const LOOK_EVERY_MS = 60_000
const DAY_MS = 86_400_000
/** After one that failed; what hinders it seldom goes within a minute. */
const AGAIN_MS = 3_600_000

/** Makes a backup every day at its hour, or as soon as the server runs again, until the returned function is called. */
export function keepBackedUp(
  source: BackupSource,
  { folder, hour, keep }: DailyBackup,
  log: { info(facts: object, text: string): void; warn(facts: object, text: string): void },
): () => void {
  let isBusy = false
  let notBefore = 0
  async function look() {
    const now = source.now()
    if (isBusy || now.getTime() < notBefore || !isDue(now, hour, readLastBackup(source.dataFolder)?.at ?? null)) return
    isBusy = true
    try {
      const { name, manifest } = await backUp(source, folder, { keep })
      log.info({ backup: name, blobs: manifest.blobs.count, faults: manifest.faults.length }, 'a backup was made')
    } catch (error) {
      notBefore = now.getTime() + AGAIN_MS
      log.warn({ err: error }, 'no backup could be made')
    }
    isBusy = false
  }
  const timer = setInterval(() => void look(), LOOK_EVERY_MS).unref()
  return () => clearInterval(timer)
}

/** Whether the last backup is older than the hour at which the last one was to be made, by the server's clock. */
export function isDue(now: Date, hour: number, lastAt: string | null): boolean {
  const mark = new Date(now)
  mark.setHours(hour, 0, 0, 0)
  const wanted = mark > now ? mark.getTime() - DAY_MS : mark.getTime()
  return lastAt === null || Date.parse(lastAt) < wanted
}
