import { defineEntity, type InferEntity, p } from '@mikro-orm/core'
import { id, insertedAt, moment } from '../database/columns.ts'

/** One matter with a contractor; groups items. */
export const CaseFile = defineEntity({
  name: 'CaseFile',
  tableName: 'case_file',
  properties: {
    id: id(),
    reference: p.text(),
    title: p.text(),
    contractorId: p.uuid(),
    managerId: p.uuid().nullable(),
    audienceId: p.uuid(),
    openedAt: insertedAt(),
    closedAt: moment().nullable(),
  },
})
export type CaseFile = InferEntity<typeof CaseFile>

/** A contractor that a case concerns. */
export const CaseParty = defineEntity({
  name: 'CaseParty',
  tableName: 'case_party',
  properties: {
    caseFileId: p.uuid().primary(),
    contractorId: p.uuid().primary(),
    isFirst: p.boolean(),
  },
})
