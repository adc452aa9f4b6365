import { Readable } from 'node:stream'
import * as contract from '../../shared/audit.ts'
import { type App, serve } from '../http/app-type.ts'
import { openAnchors } from './anchors.ts'
import { exportAudit } from './export-audit.ts'
import { administratorsOnly, readAudit } from './read-audit.ts'
import { verifyAudit } from './verify-audit.ts'

export function auditRoutes(app: App) {
  serve(app, contract.readAudit, ({ read, querystring }) => read(query => readAudit(query, querystring)))

  serve(app, contract.exportAudit, async ({ read, querystring, reply }) => {
    // Before the first byte, since nobody can be refused after it.
    await read(administratorsOnly)
    reply.type('text/csv; charset=utf-8').header('content-disposition', 'attachment; filename="audit.csv"')
    return reply.send(Readable.from(exportAudit(read, querystring)))
  })

  serve(app, contract.verifyAudit, async ({ read, house }) => {
    await read(administratorsOnly)
    return verifyAudit(
      (statement, parameters) => read(query => query(statement, parameters)),
      openAnchors(house.config.dataFolder).read(),
    )
  })
}
