import { Readable } from 'node:stream'
import * as contract from '../../shared/export.ts'
import { record } from '../audit/record.ts'
import { readContractor } from '../contractor/read-contractor.ts'
import { listRelated } from '../contractor/related.ts'
import type { Tx } from '../database/work.ts'
import { listDocumentTypes } from '../document/document-types.ts'
import { type App, serve } from '../http/app-type.ts'
import { readMe } from '../identity/session.ts'
import { readCaseTimeline, readTimeline } from '../item/read-timeline.ts'
import { attached } from './attached.ts'
import { exportFile } from './export-file.ts'
import { exportWords } from './export-words.ts'
import { timelineCsv } from './timeline-csv.ts'

/** Who takes something out, and the words for it. */
async function readReader(tx: Tx) {
  const me = await readMe(tx)
  const { items: types } = await listDocumentTypes(tx)
  return { me, words: exportWords(me.language, types) }
}

export function exportRoutes(app: App) {
  serve(app, contract.exportFile, async ({ work, params, reply, house }) => {
    const subject = await work(async tx => {
      const contractor = await readContractor(tx, params.contractorId)
      await record(tx, 'exported', 'contractor', contractor.id)
      const { items: related } = await listRelated(tx, contractor.id)
      return { contractor, related, ...(await readReader(tx)) }
    })
    reply.type('application/zip').header('content-disposition', attached(subject.contractor.name, '.zip'))
    return reply.send(exportFile(house, subject))
  })

  serve(app, contract.exportTimeline, async ({ work, read, params, querystring, reply }) => {
    const { me, words } = await work(readReader)
    const now = app.house.now()
    const page = (wanted: { limit: number; cursor?: string }) =>
      read(query => readTimeline(query, params.contractorId, { ...querystring, ...wanted }, now))
    // Asked before the answer begins: after its first byte nothing can be refused.
    await page({ limit: 1 })
    await work(tx => record(tx, 'exported', 'contractor', params.contractorId, { list: 'timeline' }))
    reply.type('text/csv; charset=utf-8').header('content-disposition', attached('timeline.csv'))
    return reply.send(Readable.from(timelineCsv(page, me.language, words)))
  })

  serve(app, contract.exportCaseTimeline, async ({ work, read, params, querystring, reply }) => {
    const { me, words } = await work(readReader)
    const now = app.house.now()
    const page = (wanted: { limit: number; cursor?: string }) =>
      read(query => readCaseTimeline(query, params.caseId, { ...querystring, ...wanted }, now))
    await page({ limit: 1 })
    await work(tx => record(tx, 'exported', 'case', params.caseId, { list: 'timeline' }))
    reply.type('text/csv; charset=utf-8').header('content-disposition', attached('timeline.csv'))
    return reply.send(Readable.from(timelineCsv(page, me.language, words)))
  })
}
