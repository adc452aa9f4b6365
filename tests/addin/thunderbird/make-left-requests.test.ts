import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { forgetLeft, keepLeft } from '../../../addin/host/left-requests.ts'
import { makeLeftRequests } from '../../../addin/thunderbird/make-left-requests.ts'

const left = { id: 'one', path: '/api/items/one', request: { method: 'DELETE', headers: {} } }
const made = 'DELETE https://lupa.example/api/items/one'
const longEnoughMs = 60_000
const asked: string[] = []
const lines: ((port: object) => void)[] = []
const changed: ((changes: object, area: string) => void)[] = []
let local: Record<string, unknown>
let answer: () => Response | Promise<Response>

beforeEach(() => {
  vi.useFakeTimers()
  asked.length = 0
  lines.length = 0
  changed.length = 0
  local = { account: 'anna@nasza.example', server: 'https://lupa.example' }
  answer = () => new Response(null, { status: 204 })
  const onConnect = { addListener: (listener: (port: object) => void) => lines.push(listener) }
  const onChanged = { addListener: (listener: (changes: object, area: string) => void) => changed.push(listener) }
  const storage = { local: area(local), session: area({ token: 'token' }), managed: area({}), onChanged }
  vi.stubGlobal('messenger', { runtime: { onConnect }, storage })
  vi.stubGlobal('fetch', async (url: string, { method }: { method: string }) => {
    asked.push(`${method} ${url}`)
    return answer()
  })
  makeLeftRequests()
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

it('makes the request when the page is gone, and not before', async () => {
  const line = await leave()
  await vi.advanceTimersByTimeAsync(longEnoughMs)
  expect(asked).toEqual([])

  line.tear()

  await vi.advanceTimersByTimeAsync(0)
  expect(asked).toEqual([made])
  expect(keptHere()).toEqual([])
})

it('makes it once when the page no longer answers, though nobody said that its line was torn', async () => {
  const line = await leave({ isThere: false })

  await vi.advanceTimersByTimeAsync(5_000)
  expect(asked).toEqual([made])

  line.tear()
  await vi.advanceTimersByTimeAsync(longEnoughMs)
  expect(asked).toEqual([made])
})

it('makes it when the page was gone before its line was laid', async () => {
  await vi.advanceTimersByTimeAsync(longEnoughMs)

  await keepLeft(left)

  await vi.advanceTimersByTimeAsync(5_000)
  expect(asked).toEqual([made])
})

it('does not make what was taken back, even if its page had no time to forget it', async () => {
  const line = await leave()
  line.say('taken back')
  line.tear()

  await vi.advanceTimersByTimeAsync(longEnoughMs)
  expect(asked).toEqual([])
  expect(keptHere()).toEqual([])
})

it('does not make what its page forgot before any line was laid', async () => {
  await keepLeft(left)
  await forgetLeft(left.id)

  await vi.advanceTimersByTimeAsync(longEnoughMs)
  expect(asked).toEqual([])
})

it('takes no line of another name for one of these', async () => {
  await leave({ name: 'other' })

  await vi.advanceTimersByTimeAsync(5_000)
  expect(asked).toEqual([made])
})

it('makes in the next life of the background what nobody came back for', async () => {
  await leave()

  beginAnew()

  await vi.advanceTimersByTimeAsync(longEnoughMs)
  expect(asked).toEqual([made])
})

it('leaves it to its page when that comes back', async () => {
  await leave()

  beginAnew()
  openLine('left-request', { isThere: true }).say({ left: left.id })

  await vi.advanceTimersByTimeAsync(longEnoughMs)
  expect(asked).toEqual([])
})

it.each([
  ['keeps for its next life what no server heard', 1, () => Promise.reject(new TypeError('NetworkError'))],
  ['keeps for its next life what a server in trouble was asked', 1, () => new Response(null, { status: 503 })],
  ['is done with what the server refused', 0, () => new Response('{}', { status: 404 })],
])('%s', async (_what, kept, reply) => {
  answer = reply
  const line = await leave()
  await vi.advanceTimersByTimeAsync(longEnoughMs)
  line.tear()

  await vi.advanceTimersByTimeAsync(longEnoughMs)

  expect(asked).toEqual([made])
  expect(keptHere()).toHaveLength(kept)
})

it('makes nothing in the name of somebody else who signed in meanwhile', async () => {
  await leave()

  local.account = 'piotr@nasza.example'
  beginAnew()

  await vi.advanceTimersByTimeAsync(longEnoughMs)
  expect(asked).toEqual([])
})

/** The background ends without a word, and is started again. */
function beginAnew() {
  lines.length = 0
  changed.length = 0
  vi.clearAllTimers()
  makeLeftRequests()
}

function keptHere(): string[] {
  return Object.keys(local).filter(key => key.startsWith('left:'))
}

/** A page leaves its request, and holds a line on which it answers unless it `isThere: false`. */
async function leave({ name = 'left-request', isThere = true } = {}) {
  await keepLeft(left)
  const line = openLine(name, { isThere })
  line.say({ left: left.id })
  return line
}

function openLine(name: string, { isThere }: { isThere: boolean }) {
  const heard: ((word: unknown) => void)[] = []
  const torn: (() => void)[] = []
  const say = (word: unknown) => {
    for (const hear of heard) hear(word)
  }
  const line = {
    name,
    onMessage: { addListener: (listener: (word: unknown) => void) => heard.push(listener) },
    onDisconnect: { addListener: (listener: () => void) => torn.push(listener) },
    postMessage: () => isThere && say('here'),
  }
  for (const listen of lines) listen(line)
  return {
    say,
    tear: () => {
      for (const end of torn) end()
    },
  }
}

function area(kept: Record<string, unknown>) {
  return {
    get: async () => ({ ...kept }),
    set: async (values: object) => {
      Object.assign(kept, values)
      const changes = Object.fromEntries(Object.entries(values).map(([key, newValue]) => [key, { newValue }]))
      for (const hear of kept === local ? changed : []) hear(changes, 'local')
    },
    remove: async (key: string) => void delete kept[key],
  }
}
