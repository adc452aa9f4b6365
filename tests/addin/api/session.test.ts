import { expect, it, vi } from 'vitest'
import { call } from '../../../addin/api/call.ts'
import {
  adoptSession,
  currentToken,
  hasLeft,
  onSessionChange,
  renewToken,
  signOut,
} from '../../../addin/api/session.ts'
import { readMe } from '../../../shared/user.ts'
import { fakeHost, refusal } from '../../support/fake-host.ts'

const user = { id: 'u', name: 'Jan', email: 'jan@nasza.example', isAdmin: false, language: 'pl' as const }
const renewed = { token: 'token of jan, renewed', refresh: 'refresh of jan, renewed', user }

/** A tab in which a refresh token is on its way to the server, and how to let the answer come. */
async function trading() {
  const answers: ((answer: unknown) => void)[] = []
  const host = fakeHost(null, {
    'POST /api/session/refresh': () => new Promise(resolve => answers.push(resolve)),
    'DELETE /api/session': {},
  })
  host.stored.set('refresh', 'refresh of jan').set('account', user.email)
  const heard: (string | null)[] = []
  onSessionChange(host, one => heard.push(one?.email ?? null))
  const renewal = renewToken(host, null)
  await vi.waitFor(() => expect(answers).toHaveLength(1))
  return { host, heard, renewal, answers }
}

it('adopts what it got for the refresh token', async () => {
  const { host, heard, renewal, answers } = await trading()
  answers[0]?.(renewed)

  expect(await renewal).toBe(renewed.token)
  expect([currentToken(host), host.stored.get('refresh'), heard]).toEqual([
    renewed.token,
    renewed.refresh,
    [user.email],
  ])
})

it('signs nobody in again who signs out here meanwhile, and ends at the server what it got', async () => {
  const { host, heard, renewal, answers } = await trading()
  const leaving = signOut(host)
  answers[0]?.(renewed)
  await Promise.all([renewal, leaving])

  expect([currentToken(host), [...host.stored], heard]).toEqual([null, [['left', 'yes']], [null]])
  expect(await hasLeft(host)).toBe(true)
  const ended = host.asked.filter(one => one.method === 'DELETE').map(one => one.headers.authorization)
  expect(ended).toEqual([`Bearer ${renewed.token}`])
})

it('signs nobody in again who signed out in another tab meanwhile', async () => {
  const { host, heard, renewal, answers } = await trading()
  host.stored.delete('refresh')
  host.stored.delete('account')
  answers[0]?.(renewed)

  expect(await renewal).toBeNull()
  expect([currentToken(host), [...host.stored], heard]).toEqual([null, [], [null]])
})

it.each([
  ['a new token', renewed],
  ['a no', refusal(401, 'not-signed-in')],
])('leaves the session of another who signed in meanwhile, when it gets %s', async (_what, answer) => {
  const { host, heard, renewal, answers } = await trading()
  host.stored.set('refresh', 'refresh of anna').set('account', 'anna@nasza.example')
  answers[0]?.(answer)

  expect(await renewal).toBeNull()
  expect([currentToken(host), host.stored.get('refresh'), heard]).toEqual([null, 'refresh of anna', []])
})

it('goes on with what another tab of the same account got meanwhile', async () => {
  const { host, renewal, answers } = await trading()
  host.stored.set('refresh', 'refresh of jan in the other tab')
  answers[0]?.(refusal(401, 'not-signed-in'))
  await vi.waitFor(() => expect(answers).toHaveLength(2))
  answers[1]?.(renewed)

  expect(await renewal).toBe(renewed.token)
  expect(host.asked.at(-1)?.body).toEqual({ refresh: 'refresh of jan in the other tab' })
})

it('uses the session of another tab, though somebody signed out here before', async () => {
  const host = fakeHost(null, { 'POST /api/session/refresh': renewed, 'DELETE /api/session': {} })
  await signOut(host)
  // The other tab signs in.
  host.stored.set('refresh', 'refresh of jan').set('account', user.email)
  host.stored.delete('left')

  expect(await renewToken(host, null)).toBe(renewed.token)
  expect(host.stored.get('refresh')).toBe(renewed.refresh)
})

it('lets whoever waits for no answer go after seconds, and ends nobody else’s session when it comes', async () => {
  vi.useFakeTimers()
  try {
    const byes: ((answer: unknown) => void)[] = []
    const host = fakeHost(null, { 'DELETE /api/session': () => new Promise(resolve => byes.push(resolve)) })
    await adoptSession(host, renewed)
    const leaving = signOut(host)
    await vi.advanceTimersByTimeAsync(10_000)
    await leaving
    expect(currentToken(host)).toBeNull()

    const anna = { ...user, email: 'anna@nasza.example' }
    await adoptSession(host, { token: 'token of anna', refresh: 'refresh of anna', user: anna })
    byes[0]?.(refusal(401, 'not-signed-in'))
    await vi.advanceTimersByTimeAsync(10_000)

    expect(host.asked.map(one => one.headers.authorization)).toEqual([`Bearer ${renewed.token}`])
    expect(currentToken(host)).toBe('token of anna')
  } finally {
    vi.useRealTimers()
  }
})

it('asks nothing again in the name of another who signed in before the no came', async () => {
  const answers: ((answer: unknown) => void)[] = []
  const host = fakeHost(null, { 'GET /api/me': () => new Promise(resolve => answers.push(resolve)) })
  await adoptSession(host, renewed)
  const asking = call(host, readMe)
  await vi.waitFor(() => expect(answers).toHaveLength(1))

  const anna = { ...user, email: 'anna@nasza.example' }
  await adoptSession(host, { token: 'token of anna', refresh: 'refresh of anna', user: anna })
  answers[0]?.(refusal(401, 'not-signed-in'))

  await expect(asking).rejects.toMatchObject({ code: 'not-signed-in' })
  expect(host.asked.map(one => one.headers.authorization)).toEqual([`Bearer ${renewed.token}`])
  expect(currentToken(host)).toBe('token of anna')
})
