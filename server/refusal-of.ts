import { DriverException, NotFoundError } from '@mikro-orm/core'
import type { RefusalCode } from '../shared/refusal.ts'
import { Refusal } from './refusal.ts'

/** Library errors that are a clear no, by their own stable code. PostgreSQL's `LU...` codes are raised by our functions. */
const known: Record<string, RefusalCode> = {
  LU401: 'not-signed-in',
  LU403: 'not-allowed',
  LU404: 'not-found',
  LU409: 'case-closed',
  LU451: 'on-hold',
  LU423: 'account-on',
  LU424: 'own-person',
  LU425: 'person-erased',
  LU426: 'enough-related',
  LU427: 'group-in-use',
  LU428: 'contractor-in-use',
  '23505': 'already-there',
  '23502': 'invalid',
  '23503': 'invalid',
  '23514': 'invalid',
  // A row policy said no to a write.
  '42501': 'not-allowed',
  // A token without the scope to write works in transactions that cannot.
  '25006': 'not-allowed',
  '53100': 'storage-full',
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

/** The refusal that an error stands for. */
export function asRefusal(error: Error & { code?: string; statusCode?: number }): Refusal {
  if (error instanceof Refusal) return error
  if (error instanceof NotFoundError) return new Refusal('not-found')
  // Class 22: what was sent is no moment, no number, no text that PostgreSQL can hold.
  const code = error.code && (known[error.code] ?? (/^22[0-9A-Z]{3}$/.test(error.code) ? 'invalid' : undefined))
  if (code) return new Refusal(code)
  if (error instanceof DriverException || !error.statusCode || error.statusCode >= 500) return new Refusal('internal')
  return new Refusal(error.statusCode === 429 ? 'too-many' : error.statusCode === 413 ? 'too-large' : 'invalid')
}
