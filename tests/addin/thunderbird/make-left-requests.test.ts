import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { makeLeftRequests } from '../../../addin/thunderbird/make-left-requests.ts'

const left = { path: '/api/items/one', request: { method: 'DELETE', headers: {} } }
const asked: string[] = []
let listenToLines: (port: object) => void

beforeEach(() => {
  asked.length = 0
  const kept = { account: 'anna@nasza.example', server: 'https://lupa.example', token: 'token' }
  const area = { get: async () => kept, set: async () => undefined, remove: async () => undefined }
  const onConnect = {
    addListener(listener: typeof listenToLines) {
      listenToLines = listener
    },
  }
  vi.stubGlobal('messenger', { runtime: { onConnect }, storage: { local: area, session: area, managed: area } })
  vi.stubGlobal('fetch', async (url: string, { method }: { method: string }) => {
    asked.push(`${method} ${url}`)
    return new Response(null, { status: 204 })
  })
  makeLeftRequests()
})
afterEach(() => vi.unstubAllGlobals())

it('makes the request when the page is gone, and not before', async () => {
  const line = openLine('left-request')
  line.say(left)
  expect(asked).toEqual([])

  line.tear()

  await vi.waitFor(() => expect(asked).toEqual(['DELETE https://lupa.example/api/items/one']))
})

it.each([
  ['what was taken back', 'left-request', [left, null]],
  ['what was said on another line', 'other', [left]],
])('does not make %s', async (_what, name, words) => {
  const line = openLine(name)
  for (const word of words) line.say(word)

  line.tear()
  const last = openLine('left-request')
  last.say({ ...left, path: '/api/items/last' })
  last.tear()

  await vi.waitFor(() => expect(asked).toEqual(['DELETE https://lupa.example/api/items/last']))
})

/** A line as the background sees it. */
function openLine(name: string) {
  const heard: ((word: unknown) => void)[] = []
  const torn: (() => void)[] = []
  listenToLines({
    name,
    onMessage: { addListener: (listener: (word: unknown) => void) => heard.push(listener) },
    onDisconnect: { addListener: (listener: () => void) => torn.push(listener) },
  })
  return {
    say: (word: unknown) => {
      for (const hear of heard) hear(word)
    },
    tear: () => {
      for (const end of torn) end()
    },
  }
}
