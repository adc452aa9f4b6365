import { describe, expect, it } from 'vitest'
import { refusals } from '../../../shared/refusal.ts'
import { refusalsEn } from '../../../shared/refusal-en.ts'
import { refusalsPl } from '../../../shared/refusal-pl.ts'
import { routes } from '../../../shared/routes.ts'
import { openTestHouse } from '../../support/house.ts'
import { buildUser, tokenOf } from '../../support/people.ts'

const test = await openTestHouse()
const admin = await buildUser(test)
const token = await tokenOf(test, admin.id)
const fill = (url: string, value: string) => url.replace(/:[a-zA-Z]+/g, value)

it('knows every part of the contract', () => {
  expect(routes.length).toBeGreaterThan(30)
})

it.each([
  ['pl', 'pl', refusalsPl],
  ['pl-PL,pl;q=0.9,en;q=0.8', 'pl', refusalsPl],
  ['en;q=0.5, pl', 'pl', refusalsPl],
  ['de, pl;q=0.2, en;q=0.1', 'pl', refusalsPl],
  ['pl;q=0, *', 'en', refusalsEn],
  ['en-GB,pl;q=0.9', 'en', refusalsEn],
  ['', 'en', refusalsEn],
])('says no in the language that “%s” would rather have', async (accepted, language, sentences) => {
  const reply = await test.app.inject({
    url: '/nothing',
    headers: { 'accept-language': accepted, authorization: `Bearer ${token}` },
  })
  expect(reply.json().detail).toBe(sentences['not-found'])
  expect(reply.headers).toMatchObject({ 'content-language': language, vary: 'accept-language' })
})

describe.each(routes)('$method $url', route => {
  it('is mounted', () => {
    expect(test.app.hasRoute({ method: route.method, url: route.url })).toBe(true)
  })

  it('stands in the OpenAPI document', async () => {
    const document = (await test.app.inject('/api/openapi.json')).json()
    const path = route.url.replace(/:([a-zA-Z]+)/g, '{$1}')
    expect(document.paths[path]?.[route.method.toLowerCase()]?.summary).toBe(route.schema.summary)
  })

  if (!route.open)
    it('refuses who is not signed in, before anything else', async () => {
      const reply = await test.app.inject({ method: route.method, url: fill(route.url, 'x') })
      expect(reply.statusCode).toBe(401)
      expect(reply.headers['content-type']).toContain('application/problem+json')
      expect(reply.json()).toEqual({
        type: 'about:blank',
        title: 'not-signed-in',
        status: 401,
        code: 'not-signed-in',
        detail: refusalsEn['not-signed-in'],
      })
    })

  if (route.schema.params)
    it('refuses an address part that is no id', async () => {
      const authorization = `Bearer ${token}`
      const reply = await test.app.inject({
        method: route.method,
        url: fill(route.url, 'no-id'),
        headers: { authorization },
        ...(route.schema.body && { payload: {} }),
      })
      expect(reply.statusCode).toBe(400)
      expect(reply.json().code).toBe('invalid')
    })

  if (route.schema.body)
    it('refuses a body that the contract does not know', async () => {
      const authorization = `Bearer ${token}`
      const url = fill(route.url, crypto.randomUUID())
      const unknown = await test.app.inject({
        method: route.method,
        url,
        headers: { authorization },
        payload: { nieznane: 1 },
      })
      const broken = await test.app.inject({
        method: route.method,
        url,
        headers: { authorization, 'content-type': 'application/json' },
        payload: '{',
      })
      expect([unknown.statusCode, unknown.json().code]).toEqual([400, 'invalid'])
      expect([broken.statusCode, broken.json().code]).toEqual([400, 'invalid'])
    })
})

it.each([
  'text/plain',
  'application/x-www-form-urlencoded',
  'application/jsonx',
  'application/json\ta',
  ' application/json;x',
  'multipart/form-data',
  'message/rfc822',
])('takes no body as %s where the contract says JSON', async type => {
  const headers = { authorization: `Bearer ${token}`, 'content-type': type }
  const reply = await test.app.inject({
    method: 'POST',
    url: '/api/contractors',
    headers,
    payload: '{"name":"a","unknown":1}',
  })
  expect([400, 415]).toContain(reply.statusCode)
})

it('answers what is not there, and a body too large, with a refusal', async () => {
  expect((await test.app.inject('/nothing')).json()).toMatchObject({ code: 'not-found', status: 404 })
  // An add-in that is newer than the server knocks at doors that are not there yet, and has words for that.
  for (const method of ['GET', 'POST', 'PUT'] as const)
    expect((await test.app.inject({ method, url: '/api/nothing' })).json()).toMatchObject({
      code: 'method-not-allowed',
      status: 405,
    })
  expect((await admin.post('/api/contractors', { name: 'x'.repeat(1_100_000) })).body).toMatchObject({
    code: 'too-large',
    status: 413,
    detail: 'These data are too large for the server (1 MB at most at once).',
  })
})

it('gives every refusal a status of the HTTP registry', () => {
  for (const status of Object.values(refusals))
    expect([400, 401, 403, 404, 405, 409, 413, 415, 422, 429, 500, 503, 507]).toContain(status)
})

it('is healthy and ready', async () => {
  expect((await test.app.inject('/health')).json()).toMatchObject({ ok: true })
  expect((await test.app.inject('/ready')).json()).toEqual({ ok: true })
})
