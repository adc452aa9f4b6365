import { afterAll, beforeEach, expect, it } from 'vitest'
import { subjectOf } from '../../../server/identity/ask-provider.ts'
import { openTestHouse } from '../../support/house.ts'
import { startMicrosoftAuthority } from '../../support/microsoft-authority.ts'
import { startOpenIdProvider } from '../../support/openid-provider.ts'
import { buildUser } from '../../support/people.ts'
import { atTheDoor } from './at-the-door.ts'

const outside = await startMicrosoftAuthority()
afterAll(() => outside.stop())
const { issuer, clientId, tenant, origin } = outside
const test = await openTestHouse({ microsoft: { login: origin, graph: origin } })
const admin = await buildUser(test)
const anna = await buildUser(test, { email: 'anna@nasza.example', name: 'Anna' })
const { ask } = atTheDoor(test)
const oid = 'a11a0000-0000-4000-8000-000000000001'
const input = { name: 'Microsoft 365', issuer, clientId, clientSecret: 'tajemnica' }
const providerId: string = (await admin.post('/api/sign-in-providers', input)).body.id

const enter = (token: string, provider = providerId) =>
  ask('POST', '/api/session/nested', undefined, { providerId: provider, token })
const requests = async () => (await admin.get('/api/identity-requests')).body.items as { id: string; label: string }[]

async function knowAnna() {
  await enter(await outside.token())
  const [request] = await requests()
  await admin.post(`/api/identity-requests/${request?.id}/link`, { userId: anna.id })
}

beforeEach(async () => {
  await test.asSuper.query('delete from user_identity')
  await test.asSuper.query('delete from identity_request')
})

it('tells Outlook what it has to ask for, and nothing secret', async () => {
  const { status, body } = await ask('GET', '/api/session/nested')

  expect(status).toBe(200)
  expect(body.items).toEqual([
    {
      id: providerId,
      name: 'Microsoft 365',
      clientId,
      authority: `${origin}/${tenant}`,
      scope: `api://${clientId}/access_as_user`,
    },
  ])
})

it('offers no provider that is not one tenant’s own sign-in at Microsoft', async () => {
  const other = await startOpenIdProvider('http://127.0.0.1/callback')
  const another = { name: 'Inna', issuer: other.issuer, clientId: 'lupa', clientSecret: other.clientSecret }
  const { body } = await admin.post('/api/sign-in-providers', another)

  expect((await ask('GET', '/api/session/nested')).body.items).toHaveLength(1)
  expect((await enter(await outside.token(), body.id)).body.code).toBe('account-refused')

  await admin.remove(`/api/sign-in-providers/${body.id}`)
  await other.stop()
})

it('lets in whom an administrator has linked, and nobody for an address', async () => {
  const stranger = await enter(await outside.token())
  expect([stranger.status, stranger.body.code]).toEqual([401, 'identity-unknown'])
  expect(await requests()).toMatchObject([{ label: 'Anna Nowak, anna@nasza.example' }])

  await knowAnna()
  const { status, body } = await enter(await outside.token({ preferred_username: 'inny@nasza.example' }))

  expect(status).toBe(200)
  expect(body.user).toMatchObject({ id: anna.id })
  expect((await ask('GET', '/api/me', body.token)).body.id).toBe(anna.id)
  const double = await outside.token({ oid: 'b0b00000-0000-4000-8000-000000000002' })
  expect((await enter(double)).body.code).toBe('identity-unknown')
})

it('knows who signed in at the provider’s page before: both call him the same', async () => {
  await knowAnna()
  const { rows } = await test.asSuper.query('select issuer, subject from user_identity')

  const real = `https://login.microsoftonline.com/${tenant}/v2.0`
  const claims = { iss: real, sub: 'x', aud: clientId, exp: 0, iat: 0, tid: tenant, oid }
  expect(rows).toEqual([{ issuer, subject: subjectOf(claims) }])
})

it.each<[string, Record<string, unknown>]>([
  ['another audience', { aud: 'api://other' }],
  ['Microsoft’s own service as audience', { aud: '00000003-0000-0000-c000-000000000000' }],
  ['another issuer', { iss: `https://login.microsoftonline.com/${tenant}/v2.0` }],
  ['another tenant', { tid: '11111111-0000-4000-8000-00000000000a' }],
  ['no tenant', { tid: undefined }],
  ['nobody', { oid: undefined }],
  ['an empty name', { oid: '' }],
  ['another right', { scp: 'User.Read' }],
  ['no right', { scp: undefined }],
  ['another application that asks', { azp: '99999999-0000-4000-8000-00000000000c' }],
  ['no application', { azp: undefined }],
  ['an application instead of a user', { idtyp: 'app' }],
  ['a time that is over', { exp: Math.floor(Date.now() / 1000) - 3600 }],
  ['no end', { exp: undefined }],
  ['a time to come', { nbf: Math.floor(Date.now() / 1000) + 3600 }],
])('refuses a token with %s', async (_what, claims) => {
  await knowAnna()

  const { status, body } = await enter(await outside.token(claims))

  expect([status, body.code]).toEqual([401, 'account-refused'])
  expect(await requests()).toEqual([])
})

it('refuses what it did not sign: another key of the same name, a shared secret, no signature, no token', async () => {
  await knowAnna()
  const honest = await outside.token()
  const [, payload] = honest.split('.')
  const unsigned = `${Buffer.from('{"alg":"none"}').toString('base64url')}.${payload}.`

  for (const token of [
    await outside.token({}, { with: 'another key' }),
    await outside.token({}, { with: 'a shared secret' }),
    unsigned,
    `${honest.slice(0, -4)}AAAA`,
    'none',
  ])
    expect((await enter(token)).body.code, token.slice(0, 40)).toBe('account-refused')
})

it('learns a new key when a token names it, and asks for keys no oftener', async () => {
  await knowAnna()
  const before = outside.keysAsked
  for (let turn = 0; turn < 3; turn += 1) expect((await enter(await outside.token())).status).toBe(200)

  expect(outside.keysAsked).toBe(before)
})

it('asks no keys of a provider at another address than the login that this server was told of', async () => {
  const quiet = await startMicrosoftAuthority()
  const { body } = await admin.post('/api/sign-in-providers', { ...input, name: 'Obca', issuer: quiet.issuer })

  expect((await enter(await quiet.token(), body.id)).body.code).toBe('account-refused')
  expect(quiet.keysAsked).toBe(0)
  await admin.remove(`/api/sign-in-providers/${body.id}`)
  await quiet.stop()
})

it('does not let in who was shut out', async () => {
  const away = await buildUser(test)
  await enter(await outside.token({ oid: 'c0c00000-0000-4000-8000-000000000003' }))
  const [request] = await requests()
  await admin.post(`/api/identity-requests/${request?.id}/link`, { userId: away.id })

  await admin.patch(`/api/accounts/${away.id}`, { isDisabled: true })

  const token = await outside.token({ oid: 'c0c00000-0000-4000-8000-000000000003' })
  expect((await enter(token)).body.code).toBe('identity-unknown')
})

it('refuses an unknown provider and what is no request', async () => {
  expect((await enter(await outside.token(), crypto.randomUUID())).status).toBe(404)
  expect((await ask('POST', '/api/session/nested', undefined, { providerId })).status).toBe(400)
  expect((await enter('')).status).toBe(400)
})
