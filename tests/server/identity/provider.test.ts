import { afterAll, beforeEach, expect, it } from 'vitest'
import { openTestHouse } from '../../support/house.ts'
import { followTo, startOpenIdProvider } from '../../support/openid-provider.ts'
import { buildUser, tokenOf } from '../../support/people.ts'
import { atTheDoor, challengeAndVerifier } from './at-the-door.ts'

const origin = 'https://lupa.nasza.example'
const callback = `${origin}/api/session/provider/callback`
const test = await openTestHouse({ publicUrl: origin })
const admin = await buildUser(test)
const anna = await buildUser(test, { email: 'anna@nasza.example', name: 'Anna' })
const { ask } = atTheDoor(test)
const outside = await startOpenIdProvider(callback)
afterAll(() => outside.stop())
const { issuer, clientId, clientSecret } = outside
const made = await admin.post('/api/sign-in-providers', { name: 'Firma', issuer, clientId, clientSecret })
const providerId: string = made.body.id

const honest = { subject: 'anna-u-dostawcy', name: 'Anna', email: 'anna@nasza.example' }
const mallory = { subject: 'mallory', name: 'Anna', email: 'anna@nasza.example' }

interface SettingOut {
  link?: string
  token?: string
}

/** Sets out, lets the provider do its part, and comes back with the code that the page is given. */
async function visit({ link, token }: SettingOut = {}) {
  const { challenge, verifier } = challengeAndVerifier()
  const body = { providerId, challenge, ...(link && { link }) }
  const begun = await ask('POST', token ? '/api/me/identities' : '/api/session/provider', token, body)
  const answer = new URL(await followTo(begun.body.url, callback))
  const reply = await test.app.inject({ url: answer.pathname + answer.search })
  return { verifier, answer, location: reply.headers.location ?? '', code: reply.headers.location?.split('/').at(-1) }
}

const redeem = (code: string | undefined, verifier: string) =>
  ask('POST', '/api/session/redeem', undefined, { code, verifier })

async function arrive(settingOut: SettingOut = {}) {
  const { code, verifier } = await visit(settingOut)
  return redeem(code, verifier)
}

const requests = async () => (await admin.get('/api/identity-requests')).body.items as { id: string; label: string }[]

beforeEach(async () => {
  await test.asSuper.query('delete from user_identity')
  await test.asSuper.query('delete from identity_request')
})

it('lets nobody in for an address: whoever claims the victim’s is a stranger who waits', async () => {
  outside.letIn(mallory)

  const reply = await arrive()

  expect([reply.status, reply.body.code]).toEqual([401, 'identity-unknown'])
  expect(await requests()).toMatchObject([{ label: 'Anna, anna@nasza.example' }])
  const { rows } = await test.asSuper.query('select count(*)::int as count from user_identity')
  expect(rows[0].count).toBe(0)
})

it('never takes a stranger with the victim’s address for the victim, also when the victim is known', async () => {
  outside.letIn(honest)
  const { passwordLink } = (await admin.post(`/api/accounts/${anna.id}/password-link`, {})).body
  expect((await arrive({ link: passwordLink.split('/').at(-1) })).body.user).toMatchObject({ id: anna.id })

  outside.letIn(mallory)
  expect((await arrive()).body.code).toBe('identity-unknown')

  outside.letIn({ ...honest, email: 'inny@nasza.example' })
  expect((await arrive()).body.user).toMatchObject({ id: anna.id })
})

it('links by an invitation, which serves once', async () => {
  outside.letIn(honest)
  const created = await admin.post('/api/users', { name: 'Zaproszona', email: 'zaproszona@nasza.example' })
  const link = created.body.passwordLink.split('/').at(-1)

  expect((await arrive({ link })).body.user).toMatchObject({ id: created.body.id })
  expect((await arrive()).body.user).toMatchObject({ id: created.body.id })
  outside.letIn(mallory)
  expect((await arrive({ link })).body.code).toBe('identity-unknown')
  expect(await requests()).toEqual([])
})

it('links by an administrator’s word, and by nobody else’s', async () => {
  outside.letIn(honest)
  await arrive()
  const [request] = await requests()
  const url = `/api/identity-requests/${request?.id}/link`

  expect((await anna.get('/api/identity-requests')).status).toBe(403)
  expect((await anna.post(url, { userId: anna.id })).status).toBe(403)
  expect((await admin.post(url, { userId: crypto.randomUUID() })).status).toBe(404)
  expect((await admin.post(url, { userId: anna.id })).status).toBe(204)
  expect((await admin.post(url, { userId: anna.id })).status).toBe(404)

  expect((await arrive()).body.user).toMatchObject({ id: anna.id })
  expect((await anna.get('/api/me/identities')).body.items).toMatchObject([{ providerName: 'Firma' }])
})

it('links whoever comes back to who was signed in when he set out, and lets him undo it', async () => {
  outside.letIn(honest)
  const token = await tokenOf(test, anna.id)
  expect((await arrive({ token })).body.user).toMatchObject({ id: anna.id })

  const [identity] = (await anna.get('/api/me/identities')).body.items
  const bartek = await buildUser(test)
  expect((await bartek.remove(`/api/me/identities/${identity.id}`)).status).toBe(404)
  const his = await tokenOf(test, bartek.id)
  expect((await arrive({ token: his })).body.code).toBe('identity-unknown')

  expect((await anna.remove(`/api/me/identities/${identity.id}`)).status).toBe(204)
  expect((await arrive()).body.code).toBe('identity-unknown')
})

it('serves only the browser that set out: another’s link brings nobody in and links nobody', async () => {
  outside.letIn(honest)
  const bait = await visit({ token: await tokenOf(test, admin.id) })

  expect((await redeem(bait.code, challengeAndVerifier().verifier)).status).toBe(404)
  expect((await redeem(bait.code, bait.verifier)).status).toBe(404)
  const { rows } = await test.asSuper.query('select count(*)::int as count from user_identity')
  expect(rows[0].count).toBe(0)
})

it('puts neither the provider’s code nor a token of ours into an address that stays', async () => {
  outside.letIn(honest)
  const { location, answer } = await visit()

  expect(location).toMatch(/^\/#\/arrive\/[\w-]{43}$/)
  expect(location).not.toContain(answer.searchParams.get('code'))
})

it('takes an answer once, with its own state, issuer and code', async () => {
  outside.letIn(honest)
  const { answer } = await visit()
  const reply = async (change: (url: URL) => void) => {
    const url = new URL(answer)
    change(url)
    return (await test.app.inject({ url: url.pathname + url.search })).headers.location
  }
  const fresh = async () => {
    const { challenge } = challengeAndVerifier()
    const begun = await ask('POST', '/api/session/provider', undefined, { providerId, challenge })
    return new URL(await followTo(begun.body.url, callback))
  }

  expect(await reply(() => {})).toBe('/#/arrive/failed')
  expect(await reply(url => url.searchParams.delete('state'))).toBe('/#/arrive/failed')
  for (const [name, value] of [
    ['iss', 'https://zly.example'],
    ['code', 'zmyślony'],
    ['state', 'zmyślony'],
  ] as const) {
    const url = await fresh()
    url.searchParams.set(name, value)
    expect((await test.app.inject({ url: url.pathname + url.search })).headers.location, name).toBe('/#/arrive/failed')
  }
  const denied = await fresh()
  denied.searchParams.delete('code')
  denied.searchParams.set('error', 'access_denied')
  expect((await test.app.inject({ url: denied.pathname + denied.search })).headers.location).toBe('/#/arrive/failed')
})

it('asks with PKCE, state and nonce, and keeps what it sent for ten minutes only', async () => {
  const { challenge } = challengeAndVerifier()
  const { body } = await ask('POST', '/api/session/provider', undefined, { providerId, challenge })
  const sent = new URL(body.url).searchParams

  expect(sent.get('code_challenge_method')).toBe('S256')
  expect(sent.get('response_type')).toBe('code')
  for (const name of ['code_challenge', 'state', 'nonce']) expect(sent.get(name)?.length).toBeGreaterThan(40)
  expect(sent.get('redirect_uri')).toBe(callback)

  outside.letIn(honest)
  const answer = new URL(await followTo(body.url, callback))
  await test.asSuper.query(`update provider_visit set expires_at = now() - interval '1 second'`)
  const late = await test.app.inject({ url: answer.pathname + answer.search })
  expect(late.headers.location).toBe('/#/arrive/failed')
})

it('does not let in who was shut out', async () => {
  outside.letIn(honest)
  const away = await buildUser(test)
  const token = await tokenOf(test, away.id)
  await arrive({ token })

  await admin.patch(`/api/accounts/${away.id}`, { isDisabled: true })

  expect((await arrive()).body.code).toBe('identity-unknown')
})

it('is set up, changed and removed by administrators, who never see the secret again', async () => {
  const bartek = await buildUser(test)
  const input = { name: 'Druga', issuer, clientId: 'inny', clientSecret: 'sekret drugiego' }
  expect((await bartek.post('/api/sign-in-providers', input)).status).toBe(403)
  expect((await bartek.get('/api/sign-in-providers')).status).toBe(403)
  expect((await admin.post('/api/sign-in-providers', { ...input, issuer: 'http://firma.example' })).status).toBe(400)
  const dead = { ...input, issuer: 'http://127.0.0.1:1' }
  expect((await admin.post('/api/sign-in-providers', dead)).body.code).toBe('provider-silent')
  const { body } = await admin.post('/api/sign-in-providers', input)
  expect((await admin.post('/api/sign-in-providers', input)).status).toBe(409)

  const listed = await admin.get('/api/sign-in-providers')
  expect(listed.body.callback).toBe(callback)
  expect(JSON.stringify(listed.body)).not.toContain('sekret drugiego')
  const { rows } = await test.asSuper.query(`select encode(secret, 'hex') as secret from sign_in_provider`)
  expect(rows.some(row => row.secret.includes(Buffer.from('sekret drugiego').toString('hex')))).toBe(false)
  expect((await ask('GET', '/api/session/providers')).body.items).toEqual([
    { id: body.id, name: 'Druga' },
    { id: providerId, name: 'Firma' },
  ])

  const url = `/api/sign-in-providers/${body.id}`
  expect((await admin.patch(url, { name: 'Trzecia', clientId: 'zmieniony' })).status).toBe(400)
  expect((await admin.patch(url, { name: 'Trzecia', clientId: 'inny' })).body.name).toBe('Trzecia')
  expect((await bartek.patch(url, { name: 'Zła', clientId: 'inny' })).status).toBe(403)
  expect((await bartek.remove(url)).status).toBe(403)
  expect((await admin.remove(url)).status).toBe(204)
  expect((await admin.remove(url)).status).toBe(404)
})

it('turns somebody away at an administrator’s word', async () => {
  outside.letIn(mallory)
  await arrive()
  const [request] = await requests()

  expect((await anna.remove(`/api/identity-requests/${request?.id}`)).status).toBe(403)
  expect((await admin.remove(`/api/identity-requests/${request?.id}`)).status).toBe(204)
  expect((await admin.remove(`/api/identity-requests/${request?.id}`)).status).toBe(404)
  expect(await requests()).toEqual([])
})
