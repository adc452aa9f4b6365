import { beforeEach, expect, it } from 'vitest'
import type { HostReply, WaitingFiling } from '../../addin/host/mail-host.ts'
import { keptFiling, pauseAfter } from '../../addin/queue/kept-filing.ts'
import { nextDue, type Surroundings, workOff } from '../../addin/queue/work-off.ts'
import { filingsInMemory } from '../support/filings-in-memory.ts'

const source = new TextEncoder().encode('Subject: x\r\n\r\nx').buffer
const filing: WaitingFiling = {
  messageId: 'one@x.example',
  subject: 'x',
  placeName: 'Meblex',
  contractorId: 'meblex',
  caseId: null,
  newCase: null,
  comment: 'Pilne',
  title: '',
}
const received = { action: 'file', items: [{ id: 'i', contractorId: 'meblex', caseId: null }] }
const { kept, sources, store } = filingsInMemory()
let asked: string[]
let opened: unknown[]
let now: number
let account: string | null
let filed: string[]

beforeEach(() => {
  kept.clear()
  sources.clear()
  asked = []
  opened = []
  filed = []
  now = 1_000_000
  account = 'jan@nasza.example'
})

function around(answer: (path: string) => unknown): Surroundings {
  return {
    store,
    account: async () => account,
    now: () => now,
    onChange: () => undefined,
    onFiled: async one => filed.push(one.subject),
    ask: async (path, { method, body: sent }): Promise<HostReply> => {
      asked.push(`${method} ${path}`)
      if (path.endsWith('/cases')) opened.push(JSON.parse(String(sent)))
      const body = answer(path)
      if (body === 'away') throw new TypeError('no connection')
      if (typeof body === 'number') return { status: body, headers: {}, body: '' }
      return { status: 200, headers: {}, body: JSON.stringify(body) }
    },
  }
}

async function keep(facts: Partial<WaitingFiling> = {}): Promise<string> {
  const one = await keptFiling({ ...filing, ...facts }, source, { account: 'jan@nasza.example', now })
  await store.add(one, source)
  return one.id
}

it('sends what waits and forgets it', async () => {
  await keep()

  await workOff(
    around(() => received),
    { isBack: false },
  )

  expect(asked).toEqual(['POST /api/messages?contractorId=meblex&comment=Pilne'])
  expect(filed).toEqual(['x'])
  expect(kept.size).toBe(0)
})

it('keeps the same decision about the same mail once', async () => {
  expect(await keep()).toBe(await keep())
  expect(await keep({ contractorId: 'other' })).not.toBe(await keep())
})

it('waits longer after each try, and asks nobody else while the server is away', async () => {
  await keep()
  await keep({ contractorId: 'other' })

  await workOff(
    around(() => 'away'),
    { isBack: false },
  )

  expect(asked).toHaveLength(1)
  expect([...kept.values()]).toMatchObject([
    { state: 'waiting', failure: 'offline', attempts: 1 },
    { state: 'waiting', failure: 'offline', attempts: 0 },
  ])
  expect(await nextDue(store, account)).toBe(now + 15_000)
  expect([1, 2, 3, 9].map(pauseAfter)).toEqual([15_000, 30_000, 60_000, 900_000])
})

it('does not wait for its time when the server answers somebody', async () => {
  const id = await keep()
  await workOff(
    around(() => 'away'),
    { isBack: false },
  )

  await workOff(
    around(() => received),
    { isBack: false },
  )
  expect(kept.has(id)).toBe(true)
  await workOff(
    around(() => received),
    { isBack: true },
  )
  expect(kept.has(id)).toBe(false)
})

it.each([
  [403, 'not-allowed', 'stopped'],
  [405, 'method-not-allowed', 'stopped'],
  [409, 'case-closed', 'stopped'],
  [401, 'not-signed-in', 'waiting'],
  [503, 'unavailable', 'waiting'],
])('says of a reply of %d that it is %s and leaves the filing %s', async (status, failure, state) => {
  await keep()

  await workOff(
    around(() => status),
    { isBack: false },
  )

  expect([...kept.values()]).toMatchObject([{ failure, state }])
})

it.each(['not-signed-in', 'second-factor-needed'] as const)(
  'goes on at once with what failed as %s when somebody signs in, however often it was tried',
  async failure => {
    const id = await keep()
    const other = await keep({ contractorId: 'other' })
    for (const one of [id, other]) {
      const filing = kept.get(one)
      if (filing) kept.set(one, { ...filing, failure, attempts: 9, dueAt: now + 900_000 })
    }
    const server = around(() => received)

    await workOff(server, { isBack: true })
    expect(asked).toEqual([])
    await workOff(server, { isBack: true, isIn: true })

    expect(asked).toHaveLength(2)
    expect(kept.size).toBe(0)
  },
)

it('does not carry mail after mail to a server that knows nobody, nor waits long when it answers again', async () => {
  await keep()
  await keep({ contractorId: 'other' })

  await workOff(
    around(() => 401),
    { isBack: false },
  )
  expect(asked).toHaveLength(1)
  await workOff(
    around(() => received),
    { isBack: true },
  )

  expect(kept.size).toBe(0)
})

it.each([
  ['the number of the pane', 'n1'],
  ['one number, which an earlier version did not keep', undefined],
])('opens a new case under %s, though the answer was lost', async (_words, caseNumber) => {
  await keep({ newCase: 'Regały', ...(caseNumber && { caseNumber }) })
  const lost = around(() => 'away')
  const again = around(path => (path.endsWith('/cases') ? { id: 'case' } : received))

  await workOff(lost, { isBack: false })
  await workOff(again, { isBack: true })

  expect(asked.slice(1)).toEqual([
    'POST /api/contractors/meblex/cases',
    'POST /api/messages?contractorId=meblex&caseId=case&comment=Pilne',
  ])
  const [first, second] = opened
  expect(first).toEqual({ title: 'Regały', id: caseNumber ?? expect.stringMatching(/^[0-9a-f-]{36}$/) })
  expect(second).toEqual(first)
})

it('is sent by nobody but the one who filed it', async () => {
  await keep()
  account = 'ola@nasza.example'

  await workOff(
    around(() => received),
    { isBack: true },
  )

  expect(asked).toEqual([])
  expect(kept.size).toBe(1)
})

it('does not send what was discarded while another was sent', async () => {
  await keep()
  const second = await keep({ contractorId: 'other' })

  await workOff(
    around(() => {
      kept.delete(second)
      return received
    }),
    { isBack: false },
  )

  expect(asked).toHaveLength(1)
  expect(kept.size).toBe(0)
})

it.each(['away', 403])('does not bring back what was discarded meanwhile, when the server says %s', async answer => {
  await keep()
  await keep({ contractorId: 'other' })

  await workOff(
    around(() => {
      kept.clear()
      return answer
    }),
    { isBack: false },
  )

  expect(kept.size).toBe(0)
})

it('stops when another signs in meanwhile, and is not woken for what he may not send', async () => {
  await keep()
  await keep({ contractorId: 'other' })

  await workOff(
    around(() => {
      account = 'ola@nasza.example'
      return received
    }),
    { isBack: false },
  )

  expect(asked).toHaveLength(1)
  expect(kept.size).toBe(1)
  expect(await nextDue(store, account)).toBeNull()
  expect(await nextDue(store, null)).toBeNull()
})

it('names the user himself where a filing is for nobody else, since an empty list says nothing', async () => {
  await keep({ viewers: [] })

  await workOff(
    around(path => (path === '/api/me' ? { id: 'jan' } : received)),
    { isBack: false },
  )

  expect(asked).toEqual(['GET /api/me', 'POST /api/messages?contractorId=meblex&comment=Pilne&viewer=jan'])
})

it('says of a filing whose mail is not kept that it has stopped, and asks the server nothing', async () => {
  await keep()
  sources.clear()

  await workOff(
    around(() => received),
    { isBack: false },
  )

  expect(asked).toEqual([])
  expect([...kept.values()]).toMatchObject([{ state: 'stopped', failure: 'no-source' }])
})

it('drops nothing however long it has been waiting, and sends it when the server is there', async () => {
  await keep()
  now += 400 * 24 * 3_600_000

  await workOff(
    around(() => 'away'),
    { isBack: false },
  )
  expect(kept.size).toBe(1)
  await workOff(
    around(() => received),
    { isBack: true },
  )

  expect(filed).toEqual(['x'])
})
