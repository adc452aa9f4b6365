import { DriverException, NotFoundError } from '@mikro-orm/core'
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import { type Problem, type RefusalCode, refusals } from '../../shared/refusal.ts'
import { Refusal } from '../refusal.ts'
import type { App } from './app-type.ts'

/** Library errors that are a clear no, by their own stable code. PostgreSQL's `LU...` codes are raised by our functions. */
const known: Record<string, RefusalCode> = {
  LU401: 'not-signed-in',
  LU403: 'not-allowed',
  LU404: 'not-found',
  LU409: 'case-closed',
  '23505': 'already-there',
  // A row policy said no to a write.
  '42501': 'not-allowed',
  '53300': 'unavailable',
  '57P01': 'unavailable',
  '57P03': 'unavailable',
  ECONNREFUSED: 'unavailable',
  FST_ERR_CTP_BODY_TOO_LARGE: 'too-large',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'wrong-media-type',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'invalid',
  FST_ERR_CTP_INVALID_JSON_BODY: 'invalid',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'invalid',
}

/** Answers every refusal as `application/problem+json`; what is not a refusal is a bug, is logged, and says no more than that. */
export function answerErrors(app: App) {
  app.setErrorHandler((error: FastifyError, request, reply) => {
    const refusal = asRefusal(error)
    if (refusal.code === 'internal') request.log.error({ err: error }, 'unexpected error')
    return refuse(reply, refusal)
  })
  app.setNotFoundHandler((_request: FastifyRequest, reply) => refuse(reply, new Refusal('not-found')))
}

/** The refusal that an error stands for. */
export function asRefusal(error: Error & { code?: string; statusCode?: number }): Refusal {
  if (error instanceof Refusal) return error
  if (error instanceof NotFoundError) return new Refusal('not-found')
  const code = error.code && known[error.code]
  if (code) return new Refusal(code)
  if (error instanceof DriverException || !error.statusCode || error.statusCode >= 500) return new Refusal('internal')
  return new Refusal(error.statusCode === 429 ? 'too-many' : error.statusCode === 413 ? 'too-large' : 'invalid')
}

function refuse(reply: FastifyReply, refusal: Refusal) {
  const status = refusals[refusal.code]
  const problem: Problem = { type: 'about:blank', title: refusal.code, status, code: refusal.code }
  if (refusal.fields.length > 0) problem.fields = refusal.fields
  return reply.code(status).type('application/problem+json').serializer(JSON.stringify).send(problem)
}
