import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { begunInBackground } from '../../../addin/host/begun-in-background.ts'
import { answerQuestion } from '../../../addin/thunderbird/answer-question.ts'
import { enter, forgetSession } from '../../../addin/thunderbird/session.ts'
import { fakeThunderbird } from './fake-thunderbird.ts'

let thunderbird: ReturnType<typeof fakeThunderbird>

beforeEach(() => {
  thunderbird = fakeThunderbird()
  // The background answers the documents of mails.
  const runtime = {
    ...thunderbird.messenger.runtime,
    id: 'lupa',
    sendMessage: (question: unknown) => answerQuestion(question, { id: 'lupa', url: 'imap://mail' } as MessengerSender),
  }
  vi.stubGlobal('messenger', { ...thunderbird.messenger, runtime })
})
afterEach(() => vi.unstubAllGlobals())

/** A mail's document that has just come up. */
async function openDocument() {
  const host = begunInBackground()
  return { ...host, left: await host.read() }
}

const left = async () => (await openDocument()).left
const jan = { token: 'token of jan', refresh: 'refresh', user: { email: 'jan@nasza.example' } } as Parameters<
  typeof enter
>[0]

it('gives the next document what was begun in one that is gone, the latest words, in memory only', async () => {
  const { keep } = await openDocument()
  for (const words of ['O', 'Od', 'Oddzwonić']) keep('one', words)
  keep('two', 'Inne')

  await vi.waitFor(async () =>
    expect(await left()).toEqual([
      ['one', 'Oddzwonić'],
      ['two', 'Inne'],
    ]),
  )
  expect(JSON.stringify(thunderbird.local)).not.toContain('Oddzwonić')

  keep('one', null)
  await vi.waitFor(async () => expect(await left()).toEqual([['two', 'Inne']]))
})

it('says what was typed last when the document goes', async () => {
  const { keep } = await openDocument()
  keep('one', 'O')
  keep('one', 'Oddzwonić')
  globalThis.dispatchEvent(new Event('pagehide'))

  await vi.waitFor(async () => expect(await left()).toEqual([['one', 'Oddzwonić']]))
})

it('keeps no more than twenty, the latest, and nothing without measure', async () => {
  const { keep } = await openDocument()
  for (let at = 0; at < 25; at += 1) keep(`mail ${at}`, 'Oddzwonić')
  keep('mail 24', 'x'.repeat(60_000))

  await vi.waitFor(async () => {
    const kept = await left()
    expect(kept).toHaveLength(20)
    expect([kept[0]?.[0], kept.at(-1)?.[0]]).toEqual(['mail 4', 'mail 23'])
  })
})

it('lets it go when its author signs out, and gives it to nobody else', async () => {
  const { keep } = await openDocument()
  keep('one', 'Oddzwonić')
  await vi.waitFor(async () => expect(await left()).toHaveLength(1))

  await enter(jan)
  expect(await left()).toEqual([])
  // The document of the one before is still there for a moment.
  keep('one', 'Oddzwonić jutro')
  await new Promise(resolve => setTimeout(resolve, 20))
  expect(await left()).toEqual([])
  expect(JSON.stringify(thunderbird.session)).not.toContain('jutro')

  await forgetSession()
  expect(thunderbird.session).toEqual({})
})
