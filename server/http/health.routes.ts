import { access, constants } from 'node:fs/promises'
import * as contract from '../../shared/health.ts'
import { Refusal } from '../refusal.ts'
import { version } from '../version.ts'
import { type App, serve } from './app-type.ts'

export function healthRoutes(app: App) {
  serve(app, contract.readHealth, async () => ({ ok: true, version }))

  serve(app, contract.readReadiness, async ({ work, house }) => {
    try {
      const [queue] = await work(tx => tx.sql<{ works: boolean }>('select queue_works() as works'))
      if (!queue?.works) throw new Refusal('unavailable')
      await access(house.config.dataFolder, constants.W_OK)
    } catch {
      throw new Refusal('unavailable')
    }
    return { ok: true }
  })
}
