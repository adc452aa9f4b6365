import path from 'node:path'
import type { Config } from './config.ts'
import { type Embedded, startEmbedded } from './database/embedded.ts'
import { lockFolder } from './database/folder-lock.ts'
import { migrate } from './database/migrate.ts'
import { openOrm, poolOf } from './database/orm.ts'
import { readSecrets, type Secrets } from './database/secrets.ts'
import { buildDatabase } from './database/work.ts'
import type { House } from './http/app-type.ts'
import { openFileBlobs } from './storage/blob-store.ts'

/** A house that is ready for work, and how to leave it in order. */
export interface OpenHouse {
  house: House
  secrets: Secrets
  embedded: Embedded | null
  close(): Promise<void>
}

/** Opens everything that Lupa stands on: data folder, database (migrated), blobs. Whatever was opened is closed on failure. */
export async function openHouse(config: Config): Promise<OpenHouse> {
  const secrets = readSecrets(config.dataFolder)
  const closers: (() => unknown)[] = []
  const close = async () => {
    for (const closer of closers.reverse()) await closer()
  }
  try {
    closers.push(await lockFolder(config.dataFolder))
    let embedded: Embedded | null = null
    if (!config.databaseUrl) {
      embedded = await startEmbedded({ dataFolder: config.dataFolder, password: secrets.databasePassword })
      closers.push(embedded.stop)
    }
    const ownerUrl = config.databaseUrl ?? embedded?.ownerUrl ?? ''
    await migrate(ownerUrl, config.databaseAppUrl ? null : secrets.appPassword)
    const orm = await openOrm(config.databaseAppUrl ?? appUrlFrom(ownerUrl, secrets.appPassword))
    closers.push(() => orm.close())
    const house: House = {
      config,
      database: buildDatabase(orm, await poolOf(orm)),
      blobs: openFileBlobs(path.join(config.dataFolder, 'blobs')),
      now: () => new Date(),
    }
    return { house, secrets, embedded, close }
  } catch (error) {
    await close()
    throw error
  }
}

/** The same database, entered as the application's role. */
export function appUrlFrom(ownerUrl: string, password: string): string {
  const url = new URL(ownerUrl)
  url.username = 'lupa_app'
  url.password = password
  return url.href
}
