import { existsSync, rmSync } from 'node:fs'
import path from 'node:path'
import type pg from 'pg'
import { WrongSetting } from '../wrong-setting.ts'

/** Stands in a database outside the data folder from before its first table until a restore has filled it to its end. */
const MARK = 'lupa_restoring'

/** Where a restore keeps the secrets until everything else is in its place. */
export const restoringFolder = (dataFolder: string) => path.join(dataFolder, 'restoring')

/** How far a restore came in a data folder: its last step moves the secrets to where they belong. */
export function restoringState(dataFolder: string): 'none' | 'half' | 'done' {
  const waiting = restoringFolder(dataFolder)
  if (!existsSync(waiting)) return 'none'
  const isMoved = !existsSync(path.join(waiting, 'secrets.json')) && existsSync(path.join(dataFolder, 'secrets.json'))
  return isMoved ? 'done' : 'half'
}

/** What to do with the half of a restore, for whoever finds one. */
export const startAnew = 'Run lupa restore again with the same settings: it starts anew.'

/** Refuses a data folder in which a restore was cut short: what runs on half of the data would be taken for the whole. */
export function refuseHalfFolder(dataFolder: string) {
  if (restoringState(dataFolder) !== 'half') return
  throw new WrongSetting(`${dataFolder} holds the half of a restore that did not come to its end. ${startAnew}`)
}

/** The same for a database outside it. A restore that ended and only could not tidy up is tidied up here. */
export async function refuseHalfDatabase(client: pg.ClientBase, dataFolder: string) {
  const isEnded = restoringState(dataFolder) === 'done'
  if (isEnded) rmSync(restoringFolder(dataFolder), { recursive: true })
  if (!(await isMarkedHalf(client))) return
  if (isEnded) return unmarkHalf(client)
  throw new WrongSetting(`The database holds the half of a restore that did not come to its end. ${startAnew}`)
}

export async function isMarkedHalf(client: pg.ClientBase): Promise<boolean> {
  const { rowCount } = await client.query('select from pg_namespace where nspname = $1', [MARK])
  return rowCount === 1
}

export async function markHalf(client: pg.ClientBase) {
  await client.query(`create schema ${MARK}`)
}

export async function unmarkHalf(client: pg.ClientBase) {
  await client.query(`drop schema if exists ${MARK}`)
}
