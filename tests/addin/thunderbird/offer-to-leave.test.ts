import { readFileSync } from 'node:fs'
import path from 'node:path'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { offerToLeave } from '../../../addin/thunderbird/offer-to-leave.ts'

const page = readFileSync(path.resolve(import.meta.dirname, '../../../addin/thunderbird/options.html'), 'utf8')
const find = (selector: string) => document.querySelector(selector) as HTMLElement
let waiting: { id: string; failure: string }[]
let isAway: boolean
let asked: string[]

const answers: Record<string, (id: string) => unknown> = {
  'queue-list': () => waiting,
  'queue-retry': id => {
    if (!isAway) waiting = waiting.filter(one => one.id !== id)
  },
  'queue-discard': id => {
    waiting = waiting.filter(one => one.id !== id)
  },
}

beforeEach(() => {
  asked = []
  isAway = false
  waiting = ['one', 'two'].map(id => ({ id, failure: 'offline' }))
  const sendMessage = async ({ ask, id = '' }: { ask: string; id?: string }) => {
    if (ask !== 'wake') asked.push(ask)
    return answers[ask]?.(id) ?? null
  }
  const getMessage = (name: string, words: string[] = []) => [name, ...words].join(' ')
  vi.stubGlobal('messenger', { i18n: { getMessage }, runtime: { sendMessage } })
  document.body.innerHTML = page.slice(page.indexOf('<main>'), page.indexOf('</main>'))
  find('#signed-in').hidden = false
  offerToLeave(find)
})

afterEach(() => vi.unstubAllGlobals())

const press = (selector: string) => find(selector).click()
const isSignedOut = () => vi.waitFor(() => expect(asked).toContain('sign-out'))
const isAsking = () => vi.waitFor(() => expect(find('#leave').hidden).toBe(false))

it('signs out at once when nothing waits', async () => {
  waiting = []

  press('#sign-out')

  await isSignedOut()
  expect(find('#leave').hidden).toBe(true)
})

it('says how many wait, and stays when told so', async () => {
  press('#sign-out')
  await isAsking()
  expect(find('#leave-heading').textContent).toBe('leaveHeading 2')

  press('#leave-stay')

  expect(find('#leave').hidden).toBe(true)
  expect(document.activeElement).toBe(find('#sign-out'))
  expect(asked).toEqual(['queue-list'])
})

it.each(['#leave-send', '#leave-discard'])('signs out when nothing is left after %s', async button => {
  press('#sign-out')
  await isAsking()

  press(button)

  await isSignedOut()
  expect(waiting).toEqual([])
})

it('stays and says so when the server takes nothing', async () => {
  isAway = true
  press('#sign-out')
  await isAsking()

  press('#leave-send')

  await vi.waitFor(() => expect(find('#leave-trouble').textContent).toBe('leaveNotEmpty'))
  expect(asked).not.toContain('sign-out')
  expect(waiting).toHaveLength(2)
})
