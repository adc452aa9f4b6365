import { existsSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { type Config, readConfig, WrongSetting } from '../config.ts'
import { readSecrets } from '../database/secrets.ts'
import { checkFolder } from '../doctor/check-folder.ts'
import { checkBuild, checkPublicUrl } from '../doctor/check-outside.ts'
import { examine } from '../doctor/examine.ts'
import { type Finding, fault } from '../doctor/finding.ts'
import { reachDatabase } from '../start.ts'
import { say } from './say.ts'

const root = path.resolve(import.meta.dirname, '../..')
const marks = { ok: 'ok     ', warning: 'WARNING', fault: 'FAULT  ' }

/** `lupa doctor`: looks at everything beside the running server or without one, changes nothing, and says what to do. */
export async function doctorVerb(words: string[]) {
  const { values } = parseArgs({ args: words, options: { deep: { type: 'boolean' } } })
  const findings = await allFindings({ deep: values.deep ?? false })
  for (const { about, state, says, remedy } of findings) {
    say(`${marks[state]} ${about}: ${says}`)
    if (remedy) say(`        -> ${remedy}`)
  }
  const count = (state: Finding['state']) => findings.filter(one => one.state === state).length
  say(`${count('fault')} faults, ${count('warning')} warnings.`)
  if (count('fault') > 0) process.exitCode = 1
}

async function allFindings(options: { deep: boolean }): Promise<Finding[]> {
  let config: Config
  try {
    config = readConfig(process.env)
  } catch (error) {
    if (error instanceof WrongSetting)
      return [fault('settings', error.message, 'Mend it in the environment of the service.')]
    throw error
  }
  const folder = checkFolder(config.dataFolder)
  const isSound = folder.every(
    one => one.about === 'disk' || one.state === 'ok' || one.says.includes('can be read by others'),
  )
  return [
    ...folder,
    ...(isSound ? await databaseFindings(config, options) : []),
    await checkPublicUrl(config.publicUrl),
    ...checkBuild(root),
  ]
}

async function databaseFindings(config: Config, options: { deep: boolean }): Promise<Finding[]> {
  const { dataFolder } = config
  if (!config.databaseUrl && !existsSync(path.join(dataFolder, 'postgres')))
    return [
      fault(
        'database',
        'There is none in the data folder.',
        'Start Lupa once, or restore a backup into an empty folder.',
      ),
    ]
  try {
    const { urls, close } = await reachDatabase(config, readSecrets(dataFolder))
    try {
      const { backup, smtp, microsoft } = config
      return await examine({ urls, dataFolder, backup, smtp, login: microsoft.login, now: () => new Date() }, options)
    } finally {
      await close()
    }
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    return [
      fault('database', `It does not start: ${why}.`, `Look at ${path.join(dataFolder, 'postgres/postgres.log')}.`),
    ]
  }
}
