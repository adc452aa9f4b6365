import { readdirSync, readFileSync } from 'node:fs'
import { connect } from 'node:net'
import path from 'node:path'
import { text } from 'node:stream/consumers'
import { expect, it } from 'vitest'
import { createUser } from '../../server/identity/create-user.ts'
import { hashPassword } from '../../server/identity/password.ts'
import { freshToken } from '../../server/identity/token.ts'
import { routes } from '../../shared/routes.ts'
import { openTestHouse } from '../support/house.ts'
import { buildUser } from '../support/people.ts'

const test = await openTestHouse()
const outside = await openTestHouse({ publicUrl: 'https://lupa.nasza.example' })
const admin = await buildUser(test)
await test.app.listen({ host: '127.0.0.1', port: 0 })
const { port } = test.app.server.address() as { port: number }

/** Sends bytes as they are, and answers the status lines that come back. */
async function raw(bytes: string): Promise<string[]> {
  const socket = connect(port, '127.0.0.1')
  socket.end(bytes)
  return (await text(socket)).match(/^HTTP\/1\.1 \d+/gm) ?? []
}

it('asks browsers to come by https only, where it is reached so', async () => {
  const header = async ({ app }: typeof test) => (await app.inject('/health')).headers['strict-transport-security']

  expect(await header(outside)).toBe('max-age=31536000')
  expect(await header(test)).toBeUndefined()
})

it('lets nobody but itself frame its pages, and Outlook those that are for Outlook', async () => {
  const ancestors = async (url: string) =>
    /frame-ancestors ([^;]*)/.exec(String((await test.app.inject(url)).headers['content-security-policy']))?.[1]

  expect(await ancestors('/')).toBe(`'self'`)
  expect(await ancestors('/api/me')).toBe(`'self'`)
  const ofOutlook = (await ancestors('/outlook.html'))?.split(' ') ?? []
  expect(ofOutlook.length).toBeGreaterThan(3)
  for (const one of ofOutlook)
    expect(one).toMatch(/^https:\/\/[a-z*.]*(office|office365|live)\.com$|^https:\/\/outlook\.cloud\.microsoft$/)
})

it('lets its pages turn to nobody but itself, and those for Outlook to Microsoft', async () => {
  const others = async (url: string) => {
    const policy = String((await test.app.inject(url)).headers['content-security-policy'])
    const parts = policy.split('; ').filter(part => !/^(?:frame-ancestors|sandbox)\b/.test(part))
    return parts.flatMap(part => part.split(' ').slice(1)).filter(source => !/^'|^data:$/.test(source))
  }
  const library = ['https://appsforoffice.microsoft.com', 'https://ajax.aspnetcdn.com']

  for (const url of ['/', '/app.html', '/mail-frame.html', '/api/me', '/assets/nie-ma.js'])
    expect(await others(url), url).toEqual([])
  expect(await others('/outlook-sign-in.html')).toEqual(library)
  for (const url of ['/outlook.html', '/outlook-events.html'])
    expect(await others(url), url).toEqual([...library, 'https://login.microsoftonline.com'])
})

it.each([
  [
    'a length and chunks',
    'Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET /ready HTTP/1.1\r\nHost: x\r\n\r\n',
  ],
  ['two lengths', 'Content-Length: 4\r\nContent-Length: 40\r\n\r\nabcd'],
  ['a length that is none', 'Content-Length: +4\r\n\r\nabcd'],
  ['chunks under another name', 'Transfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n'],
  ['a blank before the colon', 'Content-Length : 4\r\n\r\nabcd'],
])('refuses a request with %s, and what hides behind it', async (_what, rest) => {
  expect(await raw(`POST /api/session HTTP/1.1\r\nHost: x\r\n${rest}`)).toEqual(['HTTP/1.1 400'])
})

it('puts no secret into an address, except what providers send there', () => {
  const secret = /token|password|secret|refresh|code|verifier/i
  const found = routes.flatMap(({ method, url, schema }) => {
    const { params, querystring } = schema as { params?: Named; querystring?: Named }
    const names = [params, querystring].flatMap(part => Object.keys(part?.properties ?? {}))
    return names.filter(name => secret.test(name)).map(name => `${method} ${url}: ${name}`)
  })

  // The id of a token, a provider's code that serves once with a verifier of ours, and Microsoft's own word.
  expect(found.toSorted()).toEqual([
    'DELETE /api/access-tokens/:tokenId: tokenId',
    'DELETE /api/me/tokens/:tokenId: tokenId',
    'POST /api/microsoft/notifications: validationToken',
  ])
})

interface Named {
  properties?: object
}

it('makes tokens of 256 bits, no two alike', () => {
  const tokens = new Set(Array.from({ length: 1000 }, freshToken))

  expect(tokens.size).toBe(1000)
  for (const token of tokens) expect(Buffer.from(token, 'base64url')).toHaveLength(32)
})

it('hashes passwords by argon2id at no less than OWASP’s floor, with a salt of its own each time', async () => {
  const [one, other] = [await hashPassword('to samo'), await hashPassword('to samo')]

  expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
  expect(one).not.toBe(other)
})

it('takes a password of 300 characters whole', async () => {
  const password = 'ą'.repeat(300)
  const email = 'dluga@nasza.example'
  await test.house.database.work(admin.id, tx => createUser(tx, { email, name: 'Długa', password }, new Date()))
  const status = async (word: string) =>
    (await test.app.inject({ method: 'POST', url: '/api/session', payload: { email, password: word } })).statusCode

  expect(await status(password)).toBe(200)
  expect(await status(password.slice(1))).toBe(401)
})

it('follows no redirect when it asks others', () => {
  const root = path.resolve(import.meta.dirname, '../../server')
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter(file => file.endsWith('.ts'))
  const asking = files
    .map(file => ({ file, source: readFileSync(path.join(root, file), 'utf8') }))
    .filter(({ source }) => /(?<![.\w])fetch\(/.test(source))

  expect(asking.map(({ file }) => file).toSorted()).toEqual(['graph/graph-client.ts', 'graph/token.ts'])
  expect(asking.filter(({ source }) => !source.includes(`redirect: 'error'`))).toEqual([])
})
