import { afterEach, expect, it, vi } from 'vitest'
import { askForPasswordLink } from '../../../addin/thunderbird/ask-for-link.ts'

const kept: Record<string, unknown> = {}

function answer(reply: () => Response | Promise<Response>) {
  const fetched = vi.fn(async (_url: string, _request: RequestInit) => reply())
  const area = {
    get: async (key: string) => ({ [key]: kept[key] }),
    set: async (more: object) => void Object.assign(kept, more),
  }
  vi.stubGlobal('messenger', { storage: { local: area, managed: { get: async () => ({}) } } })
  vi.stubGlobal('fetch', fetched)
  return fetched
}

afterEach(() => vi.unstubAllGlobals())

const problem = (status: number, code: string) => () => new Response(JSON.stringify({ status, code }), { status })

it('asks the typed server for a link to the typed address, as nobody', async () => {
  const fetched = answer(() => new Response(null, { status: 202 }))

  expect(await askForPasswordLink('https://lupa.firma.example', 'anna@firma.example')).toBe('sent')

  const [url, request] = fetched.mock.calls[0] ?? []
  expect(url).toBe('https://lupa.firma.example/api/session/forgotten-password')
  expect(request).toMatchObject({ method: 'POST', body: '{"email":"anna@firma.example"}' })
  expect(JSON.stringify(request?.headers)).not.toContain('authorization')
})

it.each([
  ['noMail', problem(409, 'no-mail-server')],
  ['tooMany', problem(429, 'too-many')],
  ['unreachable', problem(500, 'internal')],
  ['unreachable', () => Promise.reject(new TypeError('no connection'))],
])('says %s when the server does not send one', async (said, reply) => {
  answer(reply)

  expect(await askForPasswordLink('https://lupa.firma.example', 'anna@firma.example')).toBe(said)
})
