import * as contract from '../../shared/export.ts'
import { record } from '../audit/record.ts'
import { readContractor } from '../contractor/read-contractor.ts'
import { listRelated } from '../contractor/related.ts'
import { type App, serve } from '../http/app-type.ts'
import { readCaseTimeline, readTimeline } from '../item/read-timeline.ts'
import { attached } from './attached.ts'
import { answerCsv, namePlace, readReader } from './csv-answer.ts'
import { exportFile } from './export-file.ts'
import { itemColumns } from './item-columns.ts'
import { listCsv } from './list-csv.ts'

export function exportRoutes(app: App) {
  const { now } = app.house

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
    const at = now()
    const page = (wanted: { limit: number; cursor?: string }) =>
      read(query => readTimeline(query, params.contractorId, { ...querystring, ...wanted }, at))
    // Asked before the answer begins: after its first byte nothing can be refused.
    await page({ limit: 1 })
    const { language, words, lists, parts } = await work(async tx => {
      await record(tx, 'exported', 'contractor', params.contractorId, { list: 'timeline' })
      return { ...(await readReader(tx)), parts: await namePlace(tx, { ...querystring, ...params }) }
    })
    const csv = listCsv({ page, columns: itemColumns(words), language })
    return answerCsv(reply, csv, { parts: [...parts, lists.timeline], at })
  })

  serve(app, contract.exportCaseTimeline, async ({ work, read, params, querystring, reply }) => {
    const at = now()
    const page = (wanted: { limit: number; cursor?: string }) =>
      read(query => readCaseTimeline(query, params.caseId, { ...querystring, ...wanted }, at))
    await page({ limit: 1 })
    const { language, words, lists, parts } = await work(async tx => {
      await record(tx, 'exported', 'case', params.caseId, { list: 'timeline' })
      return { ...(await readReader(tx)), parts: await namePlace(tx, params) }
    })
    const csv = listCsv({ page, columns: itemColumns(words), language })
    return answerCsv(reply, csv, { parts: [...parts, lists.timeline], at })
  })
}
