import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { lookupQuestion } from '../../../addin/pane/lookup-question.ts'
import { answerAhead, followSelection, readAhead, selectedAhead } from '../../../addin/thunderbird/look-ahead.ts'
import { readMessage } from '../../../addin/thunderbird/read-open-message.ts'

const PATH = '/api/lookup'
const TAB = 3
const asked: { url: string; body: string }[] = []
let stored: Record<string, unknown>
let select: (...ids: number[]) => void
let changeAccount: () => void

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'] })
  asked.length = 0
  stored = { account: 'anna@nasza.example', dock: { width: 340, open: true } }
  vi.stubGlobal('messenger', fakeMessenger())
  vi.stubGlobal('fetch', async (url: string, { body }: { body: string }) => {
    asked.push({ url: String(url), body })
    return new Response(`answer ${asked.length}`)
  })
  followSelection()
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

it('has the answer on its way when the panel asks, and gives it once', async () => {
  select(7)
  const question = await questionAbout(7)

  expect(await readAhead(7)).toMatchObject({ messageId: '7@klient.example' })
  expect(await answerAhead(PATH, question)).toMatchObject({ status: 200, body: 'answer 1' })
  expect(await answerAhead(PATH, question)).toBeNull()
  expect(asked).toMatchObject([{ url: 'https://lupa.example/api/lookup', body: question.body }])
})

it('answers nothing else by it: no other mail, no other question, no other route', async () => {
  select(7)

  expect(readAhead(8)).toBeNull()
  expect(await answerAhead(PATH, await questionAbout(8))).toBeNull()
  expect(await answerAhead('/api/timeline', await questionAbout(7))).toBeNull()
  expect(await answerAhead(PATH, await questionAbout(7))).not.toBeNull()
})

it('keeps no answer for later, when things may have changed', async () => {
  select(7)
  const question = await questionAbout(7)
  vi.advanceTimersByTime(2_001)

  expect(await answerAhead(PATH, question)).toBeNull()
  expect(readAhead(7)).toBeNull()
})

it('forgets the mail before when another is selected, or several', async () => {
  select(7)
  select(8)
  expect(await answerAhead(PATH, await questionAbout(7))).toBeNull()

  select(7)
  select(7, 8)
  expect(await answerAhead(PATH, await questionAbout(7))).toBeNull()
})

it.each([
  ['the panel is closed', { account: 'anna@nasza.example', dock: { open: false } }],
  ['nobody is signed in', { dock: { open: true } }],
])('asks the server nothing while %s', async (_name, kept) => {
  stored = kept
  select(7)

  expect(await answerAhead(PATH, await questionAbout(7))).toBeNull()
  expect(asked).toEqual([])
})

it('leaves it to the panel to ask again, and to say why not, when there is no answer', async () => {
  vi.stubGlobal('fetch', async () => {
    throw new TypeError('NetworkError')
  })
  select(7)

  expect(await answerAhead(PATH, await questionAbout(7))).toBeNull()
})

it('tells the panel that is drawn beside the selected mail what it is and what the server says of it, once', async () => {
  select(7)
  const { body } = await questionAbout(7)

  const lookup = { body, reply: { status: 200, body: 'answer 1' } }
  expect(await selectedAhead(TAB)).toMatchObject({ id: 7, message: { messageId: '7@klient.example' }, lookup })
  expect(await selectedAhead(TAB)).toBeNull()
  expect(asked).toHaveLength(1)
})

it('tells the mail alone while the server has not answered, and leaves the answer to whoever asks', async () => {
  let answer = () => {}
  vi.stubGlobal('fetch', () => new Promise(resolve => (answer = () => resolve(new Response('late')))))
  select(7)

  const shown = await selectedAhead(TAB)
  expect(shown).toMatchObject({ id: 7 })
  expect(shown).not.toHaveProperty('lookup')
  const late = answerAhead(PATH, await questionAbout(7))
  await vi.waitFor(() => answer())
  expect(await late).toMatchObject({ body: 'late' })
})

it('tells nothing to the panel of another tab, later, of several mails, or after another was selected meanwhile', async () => {
  select(7)
  expect(await selectedAhead(TAB + 1)).toBeNull()
  expect(await selectedAhead(undefined)).toBeNull()
  vi.advanceTimersByTime(2_001)
  expect(await selectedAhead(TAB)).toBeNull()

  select(7, 8)
  expect(await selectedAhead(TAB)).toBeNull()

  select(7)
  const early = selectedAhead(TAB)
  select(8)
  expect(await early).toBeNull()
})

it('forgets what one person was answered when another signs in', async () => {
  select(7)
  changeAccount()
  await vi.waitFor(async () => expect(await selectedAhead(TAB)).toBeNull())
  expect(readAhead(7)).toBeNull()
})

async function questionAbout(id: number) {
  return { method: 'POST', headers: {}, body: JSON.stringify(lookupQuestion(await readMessage(id))) }
}

function fakeMessenger() {
  return {
    mailTabs: {
      onSelectedMessagesChanged: {
        addListener: (listener: (tab: object, list: { messages: { id: number }[] }) => void) => {
          select = (...ids) => listener({ id: TAB }, { messages: ids.map(id => ({ id })) })
        },
      },
    },
    messages: {
      getHeaders: async (id: number) => ({ 'message-id': [`<${id}@klient.example>`], subject: ['Pytanie'] }),
    },
    messengerUtilities: { parseMailboxString: async () => [] },
    storage: {
      onChanged: {
        addListener: (listener: (changes: object, area: string) => void) => {
          changeAccount = () => listener({ account: {} }, 'local')
        },
      },
      local: { get: async (key: string) => (key in stored ? { [key]: stored[key] } : {}) },
      session: { get: async () => ({ token: 'a token' }) },
      managed: { get: async () => ({ server: 'https://lupa.example' }) },
    },
  }
}
