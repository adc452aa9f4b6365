import { type Lookup, lookUp } from '../../shared/lookup.ts'
import type { Input } from '../../shared/route.ts'
import { ApiError, failureOf } from '../api/api-error.ts'
import { call } from '../api/call.ts'
import type { MailHost } from '../host/mail-host.ts'

/** Lists that an answer has, empty or not, and that the pane draws. */
const parts: (keyof Lookup)[] = [
  'contractors',
  'filed',
  'activities',
  'suggestions',
  'unknown',
  'ours',
  'openCases',
  'audience',
]

/**
 * Asks about a mail. The question keeps to the contract, so a server that does not take it, or answers with less, is an older
 * one than an add-on that came another way; which is said instead of an empty pane.
 */
export async function askLookup(host: MailHost, body: Input<typeof lookUp>['body']): Promise<Lookup> {
  const answer = await call(host, lookUp, { body }).catch(error => {
    throw failureOf(error) === 'invalid' ? tooOld() : error
  })
  if (!parts.every(part => Array.isArray(answer[part]))) throw tooOld()
  return answer
}

function tooOld(): ApiError {
  return new ApiError('method-not-allowed')
}
