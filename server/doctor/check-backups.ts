import { accessSync, constants, existsSync } from 'node:fs'
import { readBackupFailure } from '../backup/backup-failure.ts'
import { checkBackup } from '../backup/check-backup.ts'
import { type LastBackup, readLastBackup } from '../backup/last-backup.ts'
import { listBackups } from '../backup/manifest.ts'
import type { DailyBackup } from '../config.ts'
import { WrongSetting } from '../wrong-setting.ts'
import { sampleOf } from './check-blobs.ts'
import { type Finding, fault, ok, warning } from './finding.ts'

const about = 'backup'
const OLD_MS = 2 * 86_400_000
const habit = 'Run lupa backup DIR every night; docs/operations.md has a timer.'

interface Look {
  daily: DailyBackup | null
  now: Date
  deep: boolean
}

/** Whether there are backups, in a folder that is there and takes more, of late, and of which the newest can still be read. */
export async function checkBackups(dataFolder: string, { daily, now, deep }: Look): Promise<Finding[]> {
  const last = readLastBackup(dataFolder, daily?.folder)
  const failing = daily ? readBackupFailure(dataFolder) : null
  const findings: Finding[] = []
  if (failing)
    findings.push(
      fault(
        about,
        `The daily one has failed since ${failing.since}, the last time at ${failing.at} (${failing.reason}).`,
        'The page "System" says why in words; lupa backup DIR as the account of the service tries it now.',
      ),
    )
  if (daily) findings.push(...checkWritable(daily.folder))
  if (!last) return [...findings, warning(about, 'No backup was made here yet.', habit)]
  findings.push(...(await checkLast(last, { now, deep, isDaily: daily !== null })))
  if (findings.length > 0) return findings
  return [
    ok(about, `the last one is of ${last.at}, in ${last.folder}, read and compared${deep ? '' : ' (all with --deep)'}`),
  ]
}

function checkWritable(folder: string): Finding[] {
  try {
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK)
    return []
  } catch (error) {
    // The first backup makes it.
    if (!existsSync(folder)) return []
    const why = `${folder} cannot be written (${(error as { code?: string }).code}).`
    return [
      fault(about, why, 'Give it to the account under which Lupa runs; in systemd name it in ReadWritePaths, too.'),
    ]
  }
}

async function checkLast(
  last: LastBackup,
  { now, deep, isDaily }: { now: Date; deep: boolean; isDaily: boolean },
): Promise<Finding[]> {
  const findings: Finding[] = []
  if (last.faults > 0)
    findings.push(
      fault(
        about,
        `The last backup lacks ${last.faults} blobs.`,
        'Run lupa doctor --deep, and bring them back from an older backup.',
      ),
    )
  if (now.getTime() - Date.parse(last.at) > OLD_MS)
    findings.push(warning(about, `the last one is of ${last.at}, in ${last.folder}.`, habit))
  const newest = listBackups(last.folder).whole.at(-1)
  if (newest) return [...findings, ...(await checkNewest(last.folder, newest, deep))]
  // One by hand may have gone to a disk that is put away.
  const gone = isDaily ? fault : warning
  return [
    ...findings,
    gone(about, `In ${last.folder} there is no backup any more.`, 'Is its disk there? Else make another one.'),
  ]
}

async function checkNewest(folder: string, name: string, deep: boolean): Promise<Finding[]> {
  const faults = await checkBackup(folder, name, deep ? undefined : sampleOf).catch((error: unknown) => {
    if (error instanceof WrongSetting) return [{ file: `${name}/manifest.json`, is: 'damaged' }]
    throw error
  })
  if (faults.length === 0) return []
  const named = faults.slice(0, 5).map(one => `${one.file} is ${one.is}`)
  return [
    fault(
      about,
      `${faults.length} files of ${name} in ${folder} are not as they were written: ${named.join(', ')}.`,
      'Look at the disk, and make another one: lupa backup copies damaged blobs anew.',
    ),
  ]
}
