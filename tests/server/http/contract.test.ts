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
const api = (await test.app.inject('/api/openapi.json')).json()
const operationOf = ({ method, url }: { method: string; url: string }) =>
  api.paths[url.replace(/:([a-zA-Z]+)/g, '{$1}')]?.[method.toLowerCase()]
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

  it('stands in the OpenAPI document with its bodies, answers and refusals', () => {
    const operation = operationOf(route)
    expect(operation?.summary).toBe(route.schema.summary)
    const taken = route.consumes ?? (route.schema.body ? 'application/json' : undefined)
    expect(Object.keys(operation.requestBody?.content ?? {})).toEqual(taken ? [taken] : [])
    expect(Object.keys(operation.responses)).toEqual(expect.arrayContaining(Object.keys(route.schema.response)))
    const said = Object.keys(operation.responses)
    expect(said).toEqual(expect.arrayContaining(['default', ...(route.triesPerMinute ? ['429'] : [])]))
    const names = (operation.parameters ?? []).filter((one: { in: string }) => one.in === 'path')
    expect(names.map((one: { name: string }) => `:${one.name}`).sort()).toEqual(
      (route.url.match(/:[a-zA-Z]+/g) ?? []).sort(),
    )
  })

  if (!route.open)
    it('refuses who is not signed in, before anything else', async () => {
      const reply = await test.app.inject({ method: route.method, url: fill(route.url, 'x') })
      expect(reply.statusCode).toBe(401)
      expect(operationOf(route).responses).toHaveProperty('401')
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
      expect(operationOf(route).responses).toHaveProperty('400')
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
      expect(operationOf(route).responses).toHaveProperty('400')
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

it('leads every reference of the OpenAPI document somewhere', () => {
  const references = [...JSON.stringify(api).matchAll(/"\$ref":"#\/([^"]+)"/g)].map(match => match[1] ?? '')
  expect(references.length).toBeGreaterThan(routes.length)
  for (const reference of new Set(references))
    expect(
      reference.split('/').reduce((part, name) => part?.[name], api),
      reference,
    ).toBeDefined()
})

it.each([
  ['POST', '/api/messages', 'message/rfc822', 'At most 150 MB.'],
  ['POST', '/api/contractors/:contractorId/documents', 'multipart/form-data', 'At most 100 MB.'],
  ['POST', '/api/contractors/import', 'application/octet-stream', 'At most 10 MB.'],
  ['POST', '/api/contractors', 'application/json', 'At most 1 MB.'],
])('tells what %s %s takes, and how much of it', (method, url, media, most) => {
  const { requestBody } = operationOf({ method, url })
  expect(requestBody).toMatchObject({ required: true, description: most })
  expect(requestBody.content[media].schema).toBeDefined()
})

it('tells of the key under which an upload may be sent again, and of the fields beside the file', () => {
  const { parameters, requestBody } = operationOf({ method: 'POST', url: '/api/contractors/:contractorId/documents' })
  expect(parameters).toContainEqual(expect.objectContaining({ in: 'header', name: 'idempotency-key' }))
  expect(Object.keys(requestBody.content['multipart/form-data'].schema.properties)).toEqual(
    expect.arrayContaining(['file', 'caseId', 'audience']),
  )
})

const none = crypto.randomUUID()
it.each([
  [404, 'GET', '/api/contractors/:contractorId', {}],
  [404, 'POST', '/api/activities', { payload: { kind: 'note', contractorId: none, title: 'a' } }],
  [409, 'POST', '/api/groups', { payload: { name: 'Wszyscy' } }],
  [413, 'POST', '/api/contractors', { payload: { name: 'x'.repeat(1_100_000) } }],
  [415, 'POST', '/api/messages', { payload: {} }],
  [
    422,
    'POST',
    '/api/contractors/import/preview',
    { headers: { 'content-type': 'application/octet-stream' }, payload: 'PK' },
  ],
] as const)('answers %i only where it is said: %s %s', async (status, method, url, sent) => {
  const asked = { method, url: fill(url, none), ...sent }
  const headers = { authorization: `Bearer ${token}`, ...('headers' in sent && sent.headers) }
  const reply = await test.app.inject({ ...asked, headers })
  expect(reply.statusCode).toBe(status)
  expect(operationOf({ method, url }).responses).toHaveProperty(`${status}`)
  const { code } =
    api.components.responses[`Refusal${status}`].content['application/problem+json'].schema.allOf[1].properties
  expect(code.enum).toContain(reply.json().code)
})

it.each(['/api/users?former=true', '/api/groups', '/api/legal-holds'])(
  'reads %s page by page as it is as a whole',
  async url => {
    for (const letter of ['ą', 'ź']) {
      const name = letter.repeat(200)
      await admin.post('/api/users', { name, email: `${crypto.randomUUID()}@nasza.example` })
      await admin.post('/api/groups', { name: name.slice(0, 190) + url.length })
      const { id: objectId } = (await admin.post('/api/contractors', { name: `${url}${letter}` })).body
      await admin.post('/api/legal-holds', { objectType: 'contractor', objectId, reason: 'Spór' })
    }
    const { items, next } = (await admin.get(url)).body
    const read: unknown[] = []
    const mark = url.includes('?') ? '&' : '?'
    for (let cursor: string | null = ''; cursor !== null; ) {
      const page = await admin.get(`${url}${mark}limit=1${cursor && `&cursor=${encodeURIComponent(cursor)}`}`)
      expect(page.status).toBe(200)
      read.push(...page.body.items)
      cursor = page.body.next
    }
    expect(items.length).toBeGreaterThan(1)
    expect(read).toEqual(items)
    expect(next).toBeNull()
  },
)

it('gives every refusal a status of the HTTP registry', () => {
  for (const status of Object.values(refusals))
    expect([400, 401, 403, 404, 405, 409, 413, 415, 422, 429, 500, 503, 507]).toContain(status)
})

it('is healthy and ready', async () => {
  expect((await test.app.inject('/health')).json()).toMatchObject({ ok: true })
  expect((await test.app.inject('/ready')).json()).toEqual({ ok: true })
})
