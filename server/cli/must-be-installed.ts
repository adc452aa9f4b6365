import { existsSync } from 'node:fs'
import path from 'node:path'
import { type Config, WrongSetting } from '../config.ts'
import { refuseHalfFolder } from '../database/half-restored.ts'

/**
 * Refuses to look at an installation that is not there. Without its settings a command would make an empty one in `./data`,
 * and a backup of nothing looks like a backup. Where a restore was cut short, that is what is said.
 */
export function mustBeInstalled({ databaseUrl, dataFolder }: Config) {
  refuseHalfFolder(dataFolder)
  if (databaseUrl || existsSync(path.join(dataFolder, 'postgres'))) return
  throw new WrongSetting(
    `There is no Lupa in ${dataFolder}; set LUPA_DATA (or DATABASE_URL) as for the service, or start it once.`,
  )
}
