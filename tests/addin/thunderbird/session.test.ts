import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { askServer } from '../../../addin/thunderbird/ask-server.ts'
import { enter, forgetSession, leave, renewToken } from '../../../addin/thunderbird/session.ts'
import { fakeThunderbird } from './fake-thunderbird.ts'

let thunderbird: ReturnType<typeof fakeThunderbird>
let answer: ((reply: Response) => void) | undefined

beforeEach(() => {
  answer = undefined
  thunderbird = fakeThunderbird()
  thunderbird.local.refresh = 'refresh'
  vi.stubGlobal('messenger', thunderbird.messenger)
  vi.stubGlobal('fetch', () => new Promise<Response>(resolve => (answer = resolve)))
})
afterEach(() => vi.unstubAllGlobals())

const kept = () => [thunderbird.session.token, thunderbird.local.refresh, thunderbird.local.account]
const renewed = () => Response.json({ token: 'token of anna, renewed', refresh: 'refresh of anna, renewed' })

const renewing = () => renewToken({ expired: 'token' })

it('keeps what it got for the old tokens', async () => {
  const renewal = renewing()
  await vi.waitFor(() => expect(answer).toBeDefined())
  answer?.(renewed())

  expect(await renewal).toBe('token of anna, renewed')
  expect(kept()).toEqual(['token of anna, renewed', 'refresh of anna, renewed', 'anna@nasza.example'])
})

it('does not sign anybody in again who signed out meanwhile', async () => {
  const renewal = renewing()
  await vi.waitFor(() => expect(answer).toBeDefined())
  await forgetSession()
  answer?.(renewed())

  expect(await renewal).toBeNull()
  expect(kept()).toEqual([undefined, undefined, undefined])
})

it.each([200, 401])('leaves the session of another who signed in meanwhile, whether it got %i', async status => {
  const renewal = renewing()
  await vi.waitFor(() => expect(answer).toBeDefined())
  const user = { email: 'jan@nasza.example' } as Parameters<typeof enter>[0]['user']
  await enter({ token: 'token of jan', refresh: 'refresh of jan', user } as Parameters<typeof enter>[0])
  answer?.(status === 200 ? renewed() : new Response('{}', { status }))

  expect(await renewal).toBeNull()
  expect(kept()).toEqual(['token of jan', 'refresh of jan', 'jan@nasza.example'])
})

it.each([
  ['signs out', () => forgetSession()],
  ['makes room for another', () => enterAs('jan@nasza.example')],
])('forgets whose files somebody had at hand when he %s', async (_what, act) => {
  thunderbird.local['pane:seen-files'] = 'names'
  await enterAs('anna@nasza.example')
  expect(thunderbird.local['pane:seen-files']).toBe('names')

  await act()

  expect(thunderbird.local['pane:seen-files']).toBeUndefined()
})

it('is signed out at once, also where the server answers nothing', async () => {
  thunderbird.session.token = 'token'
  const asked = vi.fn<typeof fetch>(() => new Promise(() => undefined))
  vi.stubGlobal('fetch', asked)

  await leave()

  expect(kept()).toEqual([undefined, undefined, undefined])
  await vi.waitFor(() => expect(asked).toHaveBeenCalledOnce())
  expect(asked.mock.calls[0]?.[1]).toMatchObject({ method: 'DELETE', headers: { authorization: 'Bearer token' } })
})

it('ends a session whose token has run out with a new one, which is not kept', async () => {
  thunderbird.session.token = 'old'
  const ended: unknown[] = []
  vi.stubGlobal(
    'fetch',
    async (url: string, { method, headers }: { method: string; headers: Record<string, string> }) => {
      if (url.endsWith('/refresh')) return renewed()
      ended.push([method, headers.authorization])
      return new Response('{}', { status: headers.authorization === 'Bearer old' ? 401 : 200 })
    },
  )

  await leave()

  await vi.waitFor(() => expect(ended).toContainEqual(['DELETE', 'Bearer token of anna, renewed']))
  expect(kept()).toEqual([undefined, undefined, undefined])
})

it('asks nothing again in the name of another who signed in before the no came', async () => {
  await enterAs('anna@nasza.example')
  const asked: unknown[] = []
  vi.stubGlobal('fetch', async (_url: string, { headers }: { headers: Record<string, string> }) => {
    asked.push(headers.authorization)
    thunderbird.session.token = 'token of jan'
    thunderbird.local.account = 'jan@nasza.example'
    return new Response('{}', { status: 401 })
  })

  const reply = await askServer('/api/messages', { method: 'POST', headers: {} })

  expect([reply.status, asked]).toEqual([401, ['Bearer token']])
})

const enterAs = (email: string) =>
  enter({ token: 'token', refresh: 'refresh', user: { email } } as Parameters<typeof enter>[0])
