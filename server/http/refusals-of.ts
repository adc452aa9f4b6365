import type { TSchema } from 'typebox'
import { type RefusalCode, refusals } from '../../shared/refusal.ts'
import type { Route } from '../../shared/route.ts'

/** Statuses with which a route may say no by what it is; anything else that goes wrong (5xx) may happen anywhere. */
export function refusalsOf(route: Route): number[] {
  return rules.filter(([, may]) => may(route)).map(([status]) => status)
}

/** Every code of the one table that travels with a status. */
export function codesOf(status: number): RefusalCode[] {
  return (Object.keys(refusals) as RefusalCode[]).filter(code => refusals[code] === status)
}

const rules: [number, (route: Route) => boolean][] = [
  [400, ({ schema, consumes }) => Boolean(schema.params || schema.querystring || schema.body || consumes)],
  // Where nobody is signed in yet, signing in is what may fail.
  [401, route => !route.open || route.triesPerMinute !== undefined || route.produces === 'text/plain'],
  [403, route => !route.open || writes(route)],
  [404, namesSomething],
  [409, writes],
  [413, hasBody],
  [415, hasBody],
  // What is read there may be no mail, no picture and no list, or nothing that this can be done to.
  [422, route => hasBody(route) || (route.schema.params !== undefined && (writes(route) || readsMail(route)))],
  [429, route => route.triesPerMinute !== undefined || provesAgain(route) || readsMail(route) || streams(route)],
]

function hasBody({ schema, consumes }: Route): boolean {
  return Boolean(schema.body || consumes)
}

function writes({ method, scope }: Route): boolean {
  return method !== 'GET' && scope !== 'read'
}

/** An id in the address or in what is sent names what may be gone or hidden. */
function namesSomething({ schema: { params, querystring, body } }: Route): boolean {
  return params !== undefined || [querystring, body].some(part => part !== undefined && holdsId(part))
}

function holdsId(schema: TSchema): boolean {
  return JSON.stringify(schema).includes('"format":"uuid"')
}

/** A mail is taken apart when it is asked for, and only so many at a time. */
function readsMail({ url, produces, consumes }: Route): boolean {
  return consumes !== undefined || produces === 'message/rfc822' || /:(item|document)Id\//.test(url)
}

/** A password is asked for again, and that may be tried only so often. */
function provesAgain({ schema: { body } }: Route): boolean {
  return body !== undefined && /"\w*[pP]assword":/.test(JSON.stringify(body))
}

function streams({ produces }: Route): boolean {
  return produces === 'text/event-stream'
}
