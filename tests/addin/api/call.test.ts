import { describe, expect, it } from 'vitest'
import { call } from '../../../addin/api/call.ts'
import { adoptSession, onSessionChange, signIn, signOut } from '../../../addin/api/session.ts'
import { readTimeline } from '../../../shared/item.ts'
import { changeMe, readMe } from '../../../shared/user.ts'
import { type FakeHost, fakeHost, refusal, reply } from '../../support/fake-host.ts'

const me = { id: 'u', name: 'Jan', email: 'jan@nasza.example', isAdmin: false, language: 'pl' }

/** Answers only to the newest token, as a server does whose tokens last for minutes. */
function forgetfulServer(host: FakeHost) {
  let current = 1
  host.answer('POST /api/session/refresh', ({ body }: { body: { refresh: string } }) => {
    if (body.refresh !== `refresh-${current}`) return refusal(401, 'not-signed-in')
    current += 1
    return { token: `token-${current}`, refresh: `refresh-${current}`, user: me }
  })
  host.answer('GET /api/me', ({ headers }: { headers: Record<string, string> }) =>
    headers.authorization === `Bearer token-${current}` ? me : refusal(401, 'not-signed-in'),
  )
  host.stored.set('refresh', 'refresh-1')
  return { refreshes: () => host.asked.filter(one => one.path.endsWith('/refresh')) }
}

describe('a call', () => {
  it('fills in the path and repeats a list in the query', async () => {
    const host = fakeHost(null, { 'GET /api/contractors/a%2Fb/timeline': { items: [], next: null } })

    await call(host, readTimeline, {
      params: { contractorId: 'a/b' },
      querystring: { kind: ['task', 'note'], limit: 5 },
    })

    expect(host.asked.at(-1)?.query.toString()).toBe('kind=task&kind=note&limit=5')
  })

  it('throws the code of a refusal', async () => {
    const host = fakeHost(null, { 'GET /api/me': refusal(403, 'not-allowed') })

    await expect(call(host, readMe)).rejects.toMatchObject({ code: 'not-allowed' })
  })

  it('reads the status where a proxy answers in its own words', async () => {
    const host = fakeHost(null, { 'GET /api/me': reply(502, '<html>Bad gateway</html>') })

    await expect(call(host, readMe)).rejects.toMatchObject({ code: 'unavailable' })
  })

  it('says that it is offline when nobody answers', async () => {
    const host = fakeHost(null, { 'GET /api/me': () => Promise.reject(new TypeError('network')) })

    await expect(call(host, readMe)).rejects.toMatchObject({ code: 'offline' })
  })
})

describe('a session', () => {
  it('goes on from the stored refresh token', async () => {
    const host = fakeHost(null)
    forgetfulServer(host)

    await expect(call(host, readMe)).resolves.toEqual(me)
    expect(host.stored.get('refresh')).toBe('refresh-2')
  })

  it('is renewed once however many calls find it over, and each of them is repeated', async () => {
    const host = fakeHost(null)
    const { refreshes } = forgetfulServer(host)
    await call(host, readMe)
    host.answer('GET /api/me', ({ headers }: { headers: Record<string, string> }) =>
      headers.authorization === 'Bearer token-3' ? me : refusal(401, 'not-signed-in'),
    )

    const answers = await Promise.all([call(host, readMe), call(host, readMe), call(host, readMe)])

    expect(answers).toEqual([me, me, me])
    expect(refreshes()).toHaveLength(2)
  })

  it('ends when the refresh token is refused, and says so', async () => {
    const host = fakeHost(null, { 'POST /api/session/refresh': refusal(401, 'not-signed-in') })
    const heard: unknown[] = []
    onSessionChange(host, user => heard.push(user))

    await expect(call(host, readMe)).rejects.toMatchObject({ code: 'not-signed-in' })

    expect(heard).toEqual([null])
    expect(host.stored.has('refresh')).toBe(false)
  })

  it('outlives a server that is down while it is renewed', async () => {
    const host = fakeHost(null, { 'POST /api/session/refresh': reply(503) })

    await expect(call(host, readMe)).rejects.toMatchObject({ code: 'unavailable' })

    expect(host.stored.get('refresh')).toBe('refresh-0')
  })

  it('is not over because a password or code was wrong', async () => {
    const host = fakeHost(null, { 'PATCH /api/me': refusal(401, 'wrong-code') })
    const heard: unknown[] = []
    onSessionChange(host, user => heard.push(user))

    await expect(call(host, changeMe, { body: { language: 'pl' } })).rejects.toMatchObject({ code: 'wrong-code' })

    expect(host.asked.filter(one => one.path === '/api/me')).toHaveLength(1)
    expect(heard).not.toContain(null)
  })

  it('begins with a password and ends with the way out', async () => {
    const host = fakeHost(null, {
      'POST /api/session': { token: 't', refresh: 'r', user: me },
      'DELETE /api/session': reply(204),
    })

    await adoptSession(host, await signIn(host, { email: 'jan@nasza.example', password: 'hasło' }))
    await signOut(host)

    expect(host.asked.at(-1)).toMatchObject({ method: 'DELETE', headers: { authorization: 'Bearer t' } })
    expect(host.stored.has('refresh')).toBe(false)
  })

  it('is none of the pane’s business where the host attaches the token', async () => {
    const host = { ...fakeHost(null, { 'GET /api/me': me }), signsIn: true as const }

    await call(host, readMe)

    expect(host.asked.map(one => [one.path, one.headers.authorization])).toEqual([['/api/me', undefined]])
  })
})
