import * as contract from '../../shared/export.ts'
import { type App, serve } from '../http/app-type.ts'
import { createDownloadTicket } from '../identity/download-ticket.ts'
import { mustBeDownloadable } from './may-download.ts'

export function downloadRoutes(app: App) {
  serve(app, contract.openDownload, async ({ work, read, body, session }) => {
    await mustBeDownloadable({ work, read }, body.path)
    return work(tx => createDownloadTicket(tx, session, body.path))
  })
}
