import * as Type from 'typebox'
import { CaseQuery, TimelineQuery } from './item.ts'
import { route } from './route.ts'
import { Id, Time } from './scalars.ts'

const Contents = Type.Unsafe<Uint8Array>({})
const { limit: _limit, cursor: _cursor, ...fileFilter } = TimelineQuery.properties
const { limit: _caseLimit, cursor: _caseCursor, ...caseFilter } = CaseQuery.properties

/** A contractor's whole file, as far as the reader may see it, in one zip archive: mails, documents, lists, checksums. */
export const exportFile = route({
  method: 'GET',
  url: '/api/contractors/:contractorId/export',
  produces: 'application/octet-stream',
  ticketed: true,
  schema: {
    summary: 'Export of a contractor file',
    params: Type.Object({ contractorId: Id }),
    response: { 200: Contents },
  },
})

/** What a contractor's timeline shows under a filter, as a spreadsheet. */
export const exportTimeline = route({
  method: 'GET',
  url: '/api/contractors/:contractorId/timeline.csv',
  produces: 'application/octet-stream',
  ticketed: true,
  schema: {
    summary: 'Timeline of a contractor as CSV',
    params: Type.Object({ contractorId: Id }),
    querystring: Type.Object(fileFilter),
    response: { 200: Contents },
  },
})

/** The same of a case. */
export const exportCaseTimeline = route({
  method: 'GET',
  url: '/api/cases/:caseId/timeline.csv',
  produces: 'application/octet-stream',
  ticketed: true,
  schema: {
    summary: 'Timeline of a case as CSV',
    params: Type.Object({ caseId: Id }),
    querystring: Type.Object(caseFilter),
    response: { 200: Contents },
  },
})

/** The address of an answer that takes a ticket, as a browser would ask for it. */
const DownloadPath = Type.String({ minLength: 1, maxLength: 4000, pattern: '^/api/[^\\s#]+$' })

/**
 * A ticket for one download, with which a browser may save a long answer by itself: it is put behind the address as `ticket`,
 * serves once, within a minute, for that address alone, and as whoever asked for it. For people only: programs send their token.
 */
export const openDownload = route({
  method: 'POST',
  url: '/api/downloads',
  scope: 'session',
  schema: {
    summary: 'Ticket for one download',
    body: Type.Object({ path: DownloadPath }, { additionalProperties: false }),
    response: { 201: Type.Object({ ticket: Type.String(), expiresAt: Time }) },
  },
})
