import { describe, expect, it } from 'vitest'
import type { Route } from '../../../shared/route.ts'
import { routes } from '../../../shared/routes.ts'
import { openTestHouse } from '../../support/house.ts'
import { tokenOf } from '../../support/people.ts'
import { hirePeople, oneOfEach } from './fixtures.ts'
import { samples } from './samples.ts'

const test = await openTestHouse()
const people = await hirePeople(test)
const { admin, member, owner } = people
await oneOfEach(test, people, owner)
const own = await oneOfEach(test, people, member)
const tokens = new Map([
  [admin.id, await tokenOf(test, admin.id)],
  [member.id, await tokenOf(test, member.id)],
])
const tokenFor = (id: string) => tokens.get(id) ?? ''

/** What no answer to a wrong request may hold: names of the hidden, of tables, of files of ours. */
const leaks = /sekret|Kontrahent|select |insert |pg_|node_modules|\.ts:\d|syntax error/i

const wrongBodies: [string, string][] = [
  ['nothing', ''],
  ['null', 'null'],
  ['a list', '[]'],
  ['a text', '"x"'],
  ['half a body', '{"a":'],
  ['two bodies', '{}{}'],
  ['depth', `${'['.repeat(100_000)}${']'.repeat(100_000)}`],
  ['a field twice', '{"__proto__":{},"__proto__":{}}'],
]

interface Raw {
  token?: string | null
  headers?: Record<string, string>
  payload?: string | Buffer
  url?: string
}

/** A wrong request: the status and code that answer it, and that it tells nothing. */
async function ask(route: Route, { token = tokenFor(member.id), headers = {}, payload, url = urlOf(route) }: Raw) {
  const reply = await test.app.inject({
    method: route.method,
    url,
    headers: { ...(token && { authorization: `Bearer ${token}` }), ...headers },
    ...(payload !== undefined && { payload }),
  })
  expect(reply.statusCode, reply.body.slice(0, 300)).toBeLessThan(500)
  expect(reply.headers).toMatchObject({
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'content-security-policy': expect.stringContaining("default-src 'none'"),
    ...(url.startsWith('/api/') && { 'cache-control': 'no-store' }),
  })
  expect(reply.headers).not.toHaveProperty('access-control-allow-origin')
  expect(reply.headers).not.toHaveProperty('set-cookie')
  if (reply.statusCode >= 400) {
    expect(reply.headers['content-type']).toMatch(/^application\/problem\+json/)
    expect(reply.body).not.toMatch(leaks)
  }
  return { status: reply.statusCode, code: reply.statusCode >= 400 ? reply.json().code : null }
}

describe.each(routes)('$method $url', route => {
  const sample = samples[`${route.method} ${route.url}`]?.(own) ?? {}
  const media = route.consumes ?? 'application/json'
  const text = sample.source?.bytes ?? (sample.body && JSON.stringify(sample.body))
  const isFree = route.triesPerMinute === undefined || route.triesPerMinute > 1000

  if (!route.open)
    it.each(forgedTokens())('refuses %s', async (_name, token) => {
      const { status, code } = await ask(route, {
        token,
        headers: { 'content-type': media },
        ...(text && { payload: text }),
      })
      expect({ status, code }).toEqual({ status: 401, code: 'not-signed-in' })
    })

  if (sample.as === 'administrator')
    it('refuses a lower role', async () => {
      const raw = text ? { payload: text, headers: { 'content-type': media } } : {}
      expect((await ask(route, raw)).status).toBe(403)
    })

  if (!isFree) {
    it('refuses wrong bodies where only some tries are allowed in a minute', async () => {
      for (const [, payload] of route.schema.body ? wrongBodies.slice(0, 6) : [])
        expect((await ask(route, { payload, headers: { 'content-type': media } })).status).toBe(400)
      expect((await ask(route, { payload: '{}', headers: { 'content-type': 'text/html' } })).status).toBe(
        route.method === 'POST' ? 415 : 400,
      )
    })
    return
  }

  if (route.schema.body) {
    it.each(wrongBodies)('refuses %s for a body', async (_name, payload) => {
      const { status, code } = await ask(route, { payload, headers: { 'content-type': media } })
      expect({ status, code }).toEqual({ status: 400, code: 'invalid' })
    })

    it('refuses an unknown field, however it is called', async () => {
      const known = Object.keys((route.schema.body as { properties?: object } | undefined)?.properties ?? {})
      for (const name of ['nieznane', 'isAdmin', 'id', '__proto__', 'constructor', 'ownerId2']) {
        if (known.includes(name)) continue
        const payload = `{"${name}": {"isAdmin": true}, ${text?.slice(1) ?? '}'}`
        const { status } = await ask(route, { payload, headers: { 'content-type': media } })
        expect(status, name).toBe(400)
      }
    })

    it('refuses each field of a wrong type', async () => {
      for (const name of Object.keys(sample.body ?? {})) {
        for (const value of [{ a: 1 }, [[1]], true, -1.5, '\u0000', 'x'.repeat(60_000)]) {
          const payload = JSON.stringify({ ...sample.body, [name]: value })
          await ask(route, { payload, headers: { 'content-type': media } })
        }
      }
    })
  }

  if (route.schema.querystring)
    it('answers any query with a sentence of ours', async () => {
      const names = Object.keys((route.schema.querystring as { properties?: object }).properties ?? {})
      for (const name of [...names, 'nieznane', '__proto__'])
        for (const value of ['', '%00', 'x'.repeat(3000), '-1', '1e999', '[]', '%F0%9F%98%80', "'--"])
          await ask(route, { url: `${urlOf(route)}?${name}=${value}&${name}=${value}` })
    })

  if (route.method !== 'GET' && route.url !== '/api/microsoft/notifications')
    it('takes a body of its own media type only, in one spelling', async () => {
      const payload = text ?? '{"x":1}'
      for (const spelling of spellingsOf(media)) {
        const { status, code } = await ask(route, { payload, headers: { 'content-type': spelling } })
        expect([415, 400], `${spelling}: ${code}`).toContain(status)
      }
    })

  if (route.schema.body || !route.consumes)
    it('refuses 10 MB before reading them', async () => {
      const payload = `{"x":"${'x'.repeat(10 * 1024 * 1024)}"}`
      if (route.method === 'GET') return
      const { status, code } = await ask(route, { payload, headers: { 'content-type': 'application/json' } })
      expect({ status, code }).toEqual({ status: 413, code: 'too-large' })
    })
})

it('hands a document out for saving only, whatever it is', async () => {
  const reply = await test.app.inject({
    url: `/api/documents/${own.document}/content`,
    headers: { authorization: `Bearer ${tokenFor(member.id)}` },
  })

  expect(reply.headers['content-type']).toBe('application/octet-stream')
  expect(reply.headers['content-disposition']).toBe(`attachment; filename="sekret.pdf"; filename*=UTF-8''sekret.pdf`)
})

/** Spellings that once let bodies past a check of theirs, or that somebody might take for JSON. */
function spellingsOf(media: string): string[] {
  const near = [
    `${media};charset`.replace('charset', 'a=b').replace(media, 'text/plain'),
    `${media}\t;x`.replace(media, `${media}x`),
    ` ${media}x`,
    `${media}+zip`,
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'text/html',
    '*/*',
    'application/octet-stream',
    media === 'application/json' ? 'message/rfc822' : 'application/json',
    'application/json, text/plain',
    'application/jsonp',
  ]
  return near.filter(spelling => spelling !== media)
}

/** Tokens of no one: forged, foreign, worn out, or for another use. */
function forgedTokens(): [string, string | null][] {
  const now = Math.floor(Date.now() / 1000)
  const good = { sub: admin.id, sid: crypto.randomUUID(), iss: 'lupa', aud: 'lupa-api', iat: now, exp: now + 600 }
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
  const unsigned = (header: object, payload: object = good) => `${part(header)}.${part(payload)}.`
  const [head, body, signature] = tokenFor(admin.id).split('.') as [string, string, string]
  const sign = (payload: object, options: object = {}) => test.app.jwt.sign(payload as never, options as never)
  return [
    ['no token', null],
    ['an empty token', ''],
    ['words', 'abc'],
    ['alg none', unsigned({ alg: 'none', typ: 'JWT' })],
    ['alg None', unsigned({ alg: 'nOnE' })],
    ['alg HS512', `${part({ alg: 'HS512', typ: 'JWT' })}.${body}.${signature}`],
    ['alg RS256', `${part({ alg: 'RS256' })}.${body}.${signature}`],
    ['a kid', `${part({ alg: 'HS256', kid: '../../dev/null' })}.${body}.`],
    ['a jku', `${part({ alg: 'HS256', jku: 'https://zly.example/keys' })}.${body}.${signature}`],
    ['no signature', `${head}.${body}.`],
    ['another signature', `${head}.${body}.${signature.slice(0, -2)}AA`],
    ['another payload', `${head}.${part({ ...good, sub: owner.id })}.${signature}`],
    ['a blank before', ` ${head}.${body}x.${signature}`],
    ['a fourth part', `${head}.${body}.${signature}.x`],
    ['a worn out one', sign({ sub: admin.id, sid: 'x', iat: now - 7200 }, { expiresIn: '1h' })],
    ['another audience', sign({ sub: admin.id, sid: 'x' }, { aud: 'other' })],
    ['another issuer', sign({ sub: admin.id, sid: 'x' }, { iss: 'other' })],
    ['no session', sign({ sub: admin.id })],
    ['no subject', sign({ sid: 'x' })],
  ]
}

function urlOf(route: Route): string {
  const { params = {}, query = {} } = samples[`${route.method} ${route.url}`]?.(own) ?? {}
  const path = route.url.replace(/:([a-zA-Z]+)/g, (_, name: string) => params[name] ?? '')
  const search = new URLSearchParams(query).toString()
  return search ? `${path}?${search}` : path
}
