import { Readable } from 'node:stream'
import { CaseFile } from '../case-file/case-file.entity.ts'
import { Contractor } from '../contractor/contractor.entity.ts'
import type { Tx } from '../database/work.ts'
import { listDocumentTypes } from '../document/document-types.ts'
import { readMe } from '../identity/session.ts'
import { attached } from './attached.ts'
import { exportMoment, exportWords } from './export-words.ts'
import { listWords } from './list-words.ts'

/** Who takes something out, and the words for it. */
export async function readReader(tx: Tx) {
  const me = await readMe(tx)
  const { items: types } = await listDocumentTypes(tx)
  return { me, language: me.language, words: exportWords(me.language, types), lists: listWords(me.language) }
}

/** What a file is called by the contractor and the case that it is about, as far as the reader sees them. */
export async function namePlace(tx: Tx, { contractorId, caseId }: { contractorId?: string; caseId?: string }) {
  const kase = caseId === undefined ? null : await tx.em.findOne(CaseFile, { id: caseId })
  const id = contractorId ?? kase?.contractorId
  const contractor = id === undefined ? null : await tx.em.findOne(Contractor, { id })
  return [contractor?.name ?? '', kase?.reference.replaceAll('/', '-') ?? '']
}

/** As much of an answer as a spreadsheet needs. */
interface Answering {
  type(name: string): Answering
  header(name: string, value: string): Answering
  send(body: Readable): Answering
}

/** So long that a name with several of them still ends in its day. */
const LONGEST_PART = 40

/** Answers with a spreadsheet that is written while it is taken, named by what it is about and its day. */
export function answerCsv(reply: Answering, csv: AsyncIterable<string>, { parts, at }: { parts: string[]; at: Date }) {
  const day = exportMoment(at).slice(0, 10)
  const name = [...parts.map(part => part.slice(0, LONGEST_PART).trim()), day].filter(Boolean).join(' ')
  reply.type('text/csv; charset=utf-8').header('content-disposition', attached(name, '.csv'))
  return reply.send(Readable.from(csv))
}
