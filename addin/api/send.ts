import type { Route } from '../../shared/route.ts'
import type { AskedLater, HostReply, HostRequest, MailHost } from '../host/mail-host.ts'
import { ApiError } from './api-error.ts'

const ANSWER_MS = 30_000
const UPLOAD_MS = 300_000

/** The parts of a request, whatever the route. */
export interface Parts {
  params?: Record<string, unknown>
  querystring?: Record<string, unknown>
  body?: unknown
}

/** Sends one request; no answer, or none in time, is the failure `offline`. */
export async function send(host: MailHost, route: Route, parts: Parts, token: string | null): Promise<HostReply> {
  const limit = route.consumes ? UPLOAD_MS : (route.answerMs ?? ANSWER_MS)
  try {
    return await inTime(host.fetch(pathOf(route, parts), requestOf(route, parts, token)), limit)
  } catch {
    throw new ApiError('offline')
  }
}

/** What such a request is, for a host that asks it later, as whoever is signed in there. */
export function inWords(route: Route, parts: Parts): AskedLater {
  return { path: pathOf(route, parts), init: requestOf(route, parts, null) }
}

/** The path of a route with its parameters and query filled in. A list in the query is repeated. */
export function pathOf(route: Route, { params = {}, querystring = {} }: Parts): string {
  const path = route.url.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(String(params[name])))
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(querystring)) {
    for (const one of Array.isArray(value) ? value : [value]) if (one !== undefined) query.append(name, String(one))
  }
  return query.size > 0 ? `${path}?${query}` : path
}

function requestOf(route: Route, { body }: Parts, token: string | null): HostRequest {
  const headers: Record<string, string> = { accept: 'application/json' }
  if (token) headers['authorization'] = `Bearer ${token}`
  if (body === undefined) return { method: route.method, headers }
  if (!route.consumes) {
    headers['content-type'] = 'application/json'
    return { method: route.method, headers, body: JSON.stringify(body) }
  }
  const bytes = asBlob(body)
  // A form's type names the line between its parts, which only whoever made it knows.
  headers['content-type'] = bytes.type.startsWith(`${route.consumes};`) ? bytes.type : route.consumes
  return { method: route.method, headers, body: bytes }
}

function asBlob(body: unknown): Blob {
  return body instanceof Blob ? body : new Blob([body as Uint8Array<ArrayBuffer>])
}

function inTime<Value>(answer: Promise<Value>, limit: number): Promise<Value> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('no answer in time')), limit)
    answer.then(resolve, reject).finally(() => clearTimeout(timer))
  })
}
