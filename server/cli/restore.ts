import path from 'node:path'
import { parseArgs } from 'node:util'
import { type BackupFault, checkBackup } from '../backup/check-backup.ts'
import { listBackups } from '../backup/manifest.ts'
import { restoreBackup } from '../backup/restore-backup.ts'
import { type Config, readConfig, WrongSetting } from '../config.ts'
import { explainDisk } from './explain-disk.ts'
import { say } from './say.ts'

const options = { from: { type: 'string' }, 'without-damaged': { type: 'boolean' } } as const

/** `lupa restore DIR`: makes an installation out of the newest backup in a folder, or of the one named. */
export async function restoreVerb(words: string[]) {
  const { values, positionals } = parseArgs({ args: words, allowPositionals: true, options })
  if (positionals.length !== 1 || !positionals[0])
    throw new WrongSetting('Usage: lupa restore DIR [--from 2026-01-31T02-00-00Z] [--without-damaged]')
  const folder = path.resolve(positionals[0])
  const { whole } = readable(folder)
  const name = values.from ? whole.find(one => one === values.from) : whole.at(-1)
  if (!name) throw new WrongSetting(`There is no such backup in ${folder}; there are: ${whole.join(', ') || 'none'}.`)
  const config = readConfig(process.env)
  await restore(config, folder, name, values['without-damaged'] ?? false).catch(explainDisk(config.dataFolder))
}

async function restore(config: Config, folder: string, name: string, isWithoutDamaged: boolean) {
  say(`Reading ${path.join(folder, name)} ...`)
  const faults = await checkBackup(folder, name)
  for (const { file, is } of faults) say(`FAULT ${file} is ${is}`)
  refuseFaults(faults, isWithoutDamaged)
  const without = new Set(faults.map(({ file }) => path.basename(file)))
  const { madeAt, faults: before } = await restoreBackup(config, path.join(folder, name), { without, tell: say })
  say(`Restored as of ${madeAt}; every row was compared. Start Lupa as usual: whoever was signed in still is.`)
  for (const hash of before) say(`NOTE the blob ${hash} was missing or damaged when the backup was made`)
}

function readable(folder: string) {
  try {
    return listBackups(folder)
  } catch (error) {
    return explainDisk(folder)(error)
  }
}

function refuseFaults(faults: BackupFault[], isAllowed: boolean) {
  if (faults.length === 0 || (isAllowed && faults.every(fault => fault.isBlob))) return
  throw new WrongSetting(
    faults.every(fault => fault.isBlob)
      ? 'Nothing was restored. Take an earlier backup with --from, or go without these mails and attachments: --without-damaged'
      : 'Nothing was restored. Take an earlier backup with --from.',
  )
}
