import type { DailyBackup } from '../config.ts'
import { backUp } from './back-up.ts'
import { readBackupFailure, writeBackupFailure } from './backup-failure.ts'
import { troubleOf } from './backup-trouble.ts'
import { readLastBackup } from './last-backup.ts'
import type { BackupSource } from './make-backup.ts'

const LOOK_EVERY_MS = 60_000
const DAY_MS = 86_400_000
/** After one that failed; what hinders it seldom goes within a minute. */
const AGAIN_MS = 3_600_000

/** Where it says what it did, and how it has administrators written to; answers whether anybody is. */
interface Ways {
  log: { info(facts: object, text: string): void; warn(facts: object, text: string): void }
  alarm: () => Promise<boolean>
  lookEveryMs?: number
}

/** Makes a backup every day at its hour, or as soon as the server runs again, until the returned function is called. */
export function keepBackedUp(
  source: BackupSource,
  { folder, hour, keep }: DailyBackup,
  { log, alarm, lookEveryMs = LOOK_EVERY_MS }: Ways,
): () => void {
  let isBusy = false
  let isOver = false
  let notBefore = 0
  async function look() {
    const now = source.now()
    const last = readLastBackup(source.dataFolder, folder)
    if (isBusy || now.getTime() < notBefore || !isDue(now, hour, last?.at ?? null)) return
    isBusy = true
    try {
      const { name, manifest, repaired } = await backUp(source, folder, { keep })
      if (repaired.length > 0) log.warn({ blobs: repaired.length }, 'earlier backups were damaged and were mended')
      log.info({ backup: name, blobs: manifest.blobs.count, faults: manifest.faults.length }, 'a backup was made')
    } catch (error) {
      notBefore = now.getTime() + AGAIN_MS
      log.warn({ err: error, reason: troubleOf(error) }, 'no backup could be made')
      // What a stopping server cuts off is made when it runs again.
      if (!isOver)
        await noteFailure(source, folder, { error, alarm }).catch(failed =>
          log.warn({ err: failed }, 'nobody could be told'),
        )
    }
    isBusy = false
  }
  const timer = setInterval(() => void look(), lookEveryMs).unref()
  return () => {
    isOver = true
    clearInterval(timer)
  }
}

/** Keeps why it failed, and has it told once a day as long as it does. */
async function noteFailure(
  { dataFolder, now }: BackupSource,
  folder: string,
  { error, alarm }: { error: unknown; alarm: Ways['alarm'] },
) {
  const at = now().toISOString()
  const before = readBackupFailure(dataFolder)
  const failure = { since: before?.since ?? at, at, folder, reason: troubleOf(error), toldAt: before?.toldAt ?? null }
  writeBackupFailure(dataFolder, failure)
  const isTold = failure.toldAt !== null && now().getTime() - Date.parse(failure.toldAt) < DAY_MS
  // One that somebody makes by hand at that moment is no trouble yet.
  if (isTold || (failure.reason === 'busy' && failure.since === at)) return
  if (await alarm()) writeBackupFailure(dataFolder, { ...failure, toldAt: at })
}

/** Whether the last backup is older than the hour at which the last one was to be made, by the server's clock. */
export function isDue(now: Date, hour: number, lastAt: string | null): boolean {
  const mark = new Date(now)
  mark.setHours(hour, 0, 0, 0)
  const wanted = mark > now ? mark.getTime() - DAY_MS : mark.getTime()
  return lastAt === null || Date.parse(lastAt) < wanted
}
