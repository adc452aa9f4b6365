import * as contract from '../../shared/contractor-import.ts'
import { type App, serve } from '../http/app-type.ts'
import { Refusal } from '../refusal.ts'
import { type ImportedContractor, importContractors } from './import-contractors.ts'
import { previewContractors } from './preview-contractors.ts'
import { contractorsIn } from './read-contractors.ts'
import { readTable } from './read-table.ts'

const MOST_REPORTED = 200

export function contractorImportRoutes(app: App) {
  serve(app, contract.previewContractorImport, async ({ work, querystring: { columns }, body }) => {
    const table = await readTable(bytesOf(body))
    return work(tx => previewContractors(tx, table, columns && [columns].flat()))
  })

  serve(app, contract.importContractorList, async ({ user, house, querystring: { columns, known }, body }) => {
    const rows = contractorsIn(await readTable(bytesOf(body)), [columns].flat())
    return reportOf(await importContractors(house, user, rows, { known }))
  })
}

function bytesOf(body: unknown): Uint8Array {
  if (!(body instanceof Uint8Array) || body.byteLength === 0) throw new Refusal('invalid', ['body'])
  return body
}

function reportOf(results: ImportedContractor[]) {
  const count = (result: ImportedContractor['result']) => results.filter(row => row.result === result).length
  return {
    counts: { created: count('created'), known: count('known'), skipped: count('skipped'), refused: count('refused') },
    refused: results.flatMap(({ line, reason }) => (reason ? [{ line, reason }] : [])).slice(0, MOST_REPORTED),
  }
}
