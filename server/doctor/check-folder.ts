import { accessSync, constants, existsSync, readFileSync, statfsSync, statSync } from 'node:fs'
import path from 'node:path'
import { restoringState, startAnew } from '../database/half-restored.ts'
import { secretNames } from '../database/secrets.ts'
import { type Finding, fault, ok, warning } from './finding.ts'

const GB = 1024 ** 3
const LITTLE_BYTES = 5 * GB
const TOO_LITTLE_BYTES = GB

/** The data folder: there, writable, with room, and with secrets that nobody else reads. */
export function checkFolder(dataFolder: string): Finding[] {
  const about = 'data folder'
  if (!existsSync(dataFolder))
    return [fault(about, `${dataFolder} is not there.`, 'Set LUPA_DATA to the right folder, or start Lupa to make it.')]
  try {
    accessSync(dataFolder, constants.R_OK | constants.W_OK | constants.X_OK)
  } catch {
    return [
      fault(about, `${dataFolder} cannot be written.`, 'Give it to the account under which Lupa runs (chown -R).'),
    ]
  }
  if (restoringState(dataFolder) === 'half')
    return [fault(about, `${dataFolder} holds the half of a restore that did not come to its end.`, startAnew)]
  return [ok(about, dataFolder), checkSecrets(dataFolder), checkRoom(freeBytes(dataFolder))]
}

function checkSecrets(dataFolder: string): Finding {
  const about = 'secrets'
  const file = path.join(dataFolder, 'secrets.json')
  if (!existsSync(file))
    return fault(
      about,
      `${file} is not there.`,
      'Bring it back from a backup; without it no stored password can be read.',
    )
  let kept: Record<string, string>
  try {
    kept = JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return fault(about, `${file} cannot be read.`, 'Bring it back from a backup.')
  }
  const missing = secretNames.filter(name => !kept[name])
  if (missing.length > 0)
    return fault(
      about,
      `${file} lacks ${missing.join(', ')}.`,
      'After an update: start Lupa once. Else bring it back from a backup.',
    )
  const mode = statSync(file).mode & 0o777
  return mode & 0o077
    ? fault(about, `${file} can be read by others (${mode.toString(8)}).`, `chmod 600 ${file}`)
    : ok(about, 'complete, and readable to their owner only')
}

function freeBytes(folder: string): number {
  const { bavail, bsize } = statfsSync(folder)
  return bavail * bsize
}

/** Whether there is room on the disk for mail that comes. */
export function checkRoom(free: number): Finding {
  const about = 'disk'
  const says = `${(free / GB).toFixed(1)} GB free`
  if (free < TOO_LITTLE_BYTES) return fault(about, `${says}.`, 'Make room now: mail is refused when the disk is full.')
  return free < LITTLE_BYTES
    ? warning(about, `${says}.`, 'Make room, or give the data folder a bigger disk.')
    : ok(about, says)
}
