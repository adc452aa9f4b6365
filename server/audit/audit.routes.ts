import * as contract from '../../shared/audit.ts'
import { type App, serve } from '../http/app-type.ts'
import { openAnchors } from './anchors.ts'
import { administratorsOnly, readAudit } from './read-audit.ts'
import { verifyAudit } from './verify-audit.ts'

export function auditRoutes(app: App) {
  serve(app, contract.readAudit, ({ read, querystring }) => read(query => readAudit(query, querystring)))

  serve(app, contract.verifyAudit, async ({ read, house }) => {
    await read(administratorsOnly)
    return verifyAudit(
      (statement, parameters) => read(query => query(statement, parameters)),
      openAnchors(house.config.dataFolder).read(),
    )
  })
}
