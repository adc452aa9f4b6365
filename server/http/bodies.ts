import { LONGEST_LIST } from '../../shared/contractor-import.ts'
import { LONGEST_MESSAGE } from '../../shared/message.ts'
import { Refusal } from '../refusal.ts'
import type { App } from './app-type.ts'

/**
 * Bodies are exactly what the contract says: JSON with no other spelling, or bytes as they are. A content type of
 * several spellings once let requests past validation in this framework (CVE-2025-32442, CVE-2026-25223).
 */
export function readBodies(app: App) {
  const json = app.getDefaultJsonParser('error', 'error')
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('application/json', { parseAs: 'string' }, json)
  app.addContentTypeParser(
    'message/rfc822',
    { parseAs: 'buffer', bodyLimit: LONGEST_MESSAGE },
    (_request, body, done) => {
      done(null, body)
    },
  )
  app.addContentTypeParser(
    'application/octet-stream',
    { parseAs: 'buffer', bodyLimit: LONGEST_LIST },
    (_request, body, done) => {
      done(null, body)
    },
  )
  // Read piece by piece by the one route that takes it; it never stands in memory.
  app.addContentTypeParser('multipart/form-data', { bodyLimit: 0 }, (_request, payload, done) => {
    done(null, payload)
  })
  app.addHook('preValidation', async request => {
    const { consumes } = request.routeOptions.config as { consumes?: string }
    if (request.is404 || request.body === undefined || request.body === null) return
    const sent = request.headers['content-type']?.split(';')[0]?.trim().toLowerCase()
    if (sent !== consumes) throw new Refusal('wrong-media-type')
  })
}
