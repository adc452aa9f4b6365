import * as contract from '../../shared/access-check.ts'
import { type App, serve } from '../http/app-type.ts'
import { endBreakGlass, listOpenings, openBreakGlass } from './break-glass.ts'
import { viewAs } from './view-as.ts'

export function accessCheckRoutes(app: App) {
  serve(app, contract.viewAs, ({ work, body }) => work(tx => viewAs(tx, body)))

  serve(app, contract.breakGlass, ({ work, body }) => work(tx => openBreakGlass(tx, body)))

  serve(app, contract.listBreakGlass, ({ work }) => work(async tx => ({ items: await listOpenings(tx), next: null })))

  serve(app, contract.endBreakGlass, ({ work, params }) => work(tx => endBreakGlass(tx, params.breakGlassId)))
}
