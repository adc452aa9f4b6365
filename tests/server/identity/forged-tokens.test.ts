import { createHmac, generateKeyPairSync, sign } from 'node:crypto'
import { expect, it } from 'vitest'
import { refusalsEn } from '../../../shared/refusal-en.ts'
import { openTestHouse } from '../../support/house.ts'
import { buildUser, sessionOf } from '../../support/people.ts'

/** The secret of servers in tests (`support/house.ts`); whoever had the real one would need no forgery. */
const secret = 'a secret for tests that is long enough'
const test = await openTestHouse()
const admin = await buildUser(test)
const other = await buildUser(test)
const seconds = Math.floor(Date.now() / 1000)
const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })

const good = { alg: 'HS256', typ: 'at+jwt' }
const claims = {
  sub: admin.id,
  sid: await sessionOf(test, admin.id),
  iss: 'lupa',
  aud: 'lupa-api',
  iat: seconds,
  exp: seconds + 600,
}
const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
const hmac = (head: object, body: object, key: string | Buffer = secret, hash = 'sha256') => {
  const text = `${encode(head)}.${encode(body)}`
  return `${text}.${createHmac(hash, key).update(text).digest('base64url')}`
}
const without = (name: string) => Object.fromEntries(Object.entries(claims).filter(([key]) => key !== name))
const signedByRsa = (head: object, body: object) => {
  const text = `${encode(head)}.${encode(body)}`
  return `${text}.${sign('sha256', Buffer.from(text), privateKey).toString('base64url')}`
}
const genuine = hmac(good, claims)
const [head = '', payload = '', signature = ''] = genuine.split('.')
const pem = publicKey.export({ type: 'spki', format: 'pem' })

const forgeries: [what: string, authorization: string][] = [
  ['no algorithm', `Bearer ${encode({ ...good, alg: 'none' })}.${payload}.`],
  ['no algorithm, in another spelling', `Bearer ${encode({ ...good, alg: 'nOnE' })}.${payload}.`],
  ['no algorithm, with the signature left on', `Bearer ${encode({ ...good, alg: 'none' })}.${payload}.${signature}`],
  ['no signature', `Bearer ${head}.${payload}.`],
  ['the signature of another key', `Bearer ${hmac(good, claims, 'another secret that is long enough')}`],
  ['an empty key', `Bearer ${hmac(good, claims, '')}`],
  ['a public key as the secret', `Bearer ${hmac(good, claims, pem)}`],
  ['RS256 and a key pair of his own', `Bearer ${signedByRsa({ ...good, alg: 'RS256' }, claims)}`],
  ['HS384 with the right secret', `Bearer ${hmac({ ...good, alg: 'HS384' }, claims, secret, 'sha384')}`],
  ['HS512 in the header over an HS256 signature', `Bearer ${hmac({ ...good, alg: 'HS512' }, claims)}`],
  ['a kid that is a path', `Bearer ${hmac({ ...good, kid: '../../../../dev/null' }, claims, '')}`],
  ['a kid that is SQL', `Bearer ${hmac({ ...good, kid: `x' union select 'key' --` }, claims, 'key')}`],
  ['a jku of his own', `Bearer ${signedByRsa({ ...good, alg: 'RS256', jku: 'https://zly.example/keys' }, claims)}`],
  [
    'a key of his own in the header',
    `Bearer ${signedByRsa({ ...good, alg: 'RS256', jwk: publicKey.export({ format: 'jwk' }) }, claims)}`,
  ],
  ['a critical extension that nobody knows', `Bearer ${hmac({ ...good, crit: ['b65'], b65: false }, claims)}`],
  ['no end', `Bearer ${hmac(good, without('exp'))}`],
  ['an end that is past by a second', `Bearer ${hmac(good, { ...claims, exp: seconds - 1 })}`],
  ['an end that is text', `Bearer ${hmac(good, { ...claims, exp: '9999999999' })}`],
  ['a beginning that lies ahead', `Bearer ${hmac(good, { ...claims, nbf: seconds + 120 })}`],
  ['another audience', `Bearer ${hmac(good, { ...claims, aud: 'other-api' })}`],
  ['no audience', `Bearer ${hmac(good, without('aud'))}`],
  ['another issuer', `Bearer ${hmac(good, { ...claims, iss: 'https://zly.example' })}`],
  ['no user', `Bearer ${hmac(good, without('sub'))}`],
  ['a session that nobody knows', `Bearer ${hmac(good, { ...claims, sid: crypto.randomUUID() })}`],
  ['a session of no form', `Bearer ${hmac(good, { ...claims, sid: 'x' })}`],
  ['no session', `Bearer ${hmac(good, without('sid'))}`],
  ['the type of an ID token', `Bearer ${hmac({ ...good, typ: 'JWT' }, { ...claims, aud: 'lupa', nonce: 'n' })}`],
  ['no type', `Bearer ${hmac({ alg: 'HS256' }, claims)}`],
  ['the claims of somebody else', `Bearer ${head}.${encode({ ...claims, sub: other.id })}.${signature}`],
  ['a user that there is not', `Bearer ${hmac(good, { ...claims, sub: crypto.randomUUID() })}`],
  ['a blank before the token', `Bearer  ${genuine}`],
  ['a line break in the token', `Bearer ${head}.\t${payload}.${signature}`],
  ['a signature with padding', `Bearer ${genuine}=`],
  ['a fourth part', `Bearer ${genuine}.${signature}`],
  ['two tokens', `Bearer ${genuine}, Bearer ${genuine}`],
  ['another scheme', `Basic ${genuine}`],
  ['the token alone', genuine],
  ['a token for programs that nobody made', `Bearer lupa_${'A'.repeat(43)}`],
  ['the hash of a token for programs', `Bearer lupa_${'a'.repeat(64)}`],
]

const ask = (authorization: string) => test.app.inject({ url: '/api/me', headers: { authorization } })

it('takes the genuine token, so that the forgeries below fail for their own reason', async () => {
  expect((await ask(`Bearer ${genuine}`)).json()).toMatchObject({ id: admin.id })
  expect(forgeries.length).toBeGreaterThanOrEqual(25)
})

it.each(forgeries)('refuses %s', async (_what, authorization) => {
  const reply = await ask(authorization)

  expect(reply.statusCode).toBe(401)
  expect(reply.json()).toEqual({
    type: 'about:blank',
    title: 'not-signed-in',
    status: 401,
    code: 'not-signed-in',
    detail: refusalsEn['not-signed-in'],
  })
})

it('takes no token from the address or a cookie', async () => {
  const inAddress = await test.app.inject({ url: `/api/me?token=${genuine}&access_token=${genuine}` })
  const inCookie = await test.app.inject({ url: '/api/me', headers: { cookie: `token=${genuine}` } })

  expect([inAddress.statusCode, inCookie.statusCode]).toEqual([401, 401])
})
