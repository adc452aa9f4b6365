import { WrongSetting } from '../config.ts'
import { Refusal } from '../refusal.ts'
import { isFull } from '../storage/disk-trouble.ts'

/** What PostgreSQL answers when its own disk is full. */
const POSTGRES_FULL = '53100'
const shut = ['EACCES', 'EPERM', 'EROFS']

/** Says in a sentence what a disk refused while something was restored; other errors go on as they are. */
export function explainDisk(dataFolder: string) {
  return (error: unknown): never => {
    const { code = '', path: at = dataFolder } = error as NodeJS.ErrnoException
    const isOurs = error instanceof Refusal && error.code === 'storage-full'
    if (isFull(error) || isOurs || code === POSTGRES_FULL)
      throw new WrongSetting(
        `Nothing was restored: there is no room left on the disk of ${dataFolder}, or on that of the database. Make room and try again.`,
      )
    if (shut.includes(code))
      throw new WrongSetting(
        `Nothing was restored: ${at} cannot be used by this account (${code}). Run it as the account that will serve, and let that one read the backup.`,
      )
    throw error
  }
}
