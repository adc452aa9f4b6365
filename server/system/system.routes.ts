import * as contract from '../../shared/system.ts'
import { administratorsOnly } from '../audit/read-audit.ts'
import { type App, serve } from '../http/app-type.ts'
import { listLicences } from './licences.ts'
import { readSystem } from './read-system.ts'

export function systemRoutes(app: App) {
  serve(app, contract.readSystem, ({ work, house }) => work(tx => readSystem(tx, house)))

  serve(app, contract.listLicences, async ({ read }) => {
    await read(administratorsOnly)
    return listLicences()
  })
}
