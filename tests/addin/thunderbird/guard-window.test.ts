import { readFileSync } from 'node:fs'
import path from 'node:path'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { Warning } from '../../../addin/thunderbird/warning.ts'

const page = readFileSync(path.resolve(import.meta.dirname, '../../../addin/thunderbird/guard.html'), 'utf8')
const warning: Warning = {
  tab: 7,
  subject: 'recipients',
  place: null,
  strangers: [{ address: 'obcy@konkurencja.example', contractorName: null }],
  mixed: [],
  files: [],
  outsiders: [],
}
const find = (selector: string) => document.querySelector(selector) as HTMLButtonElement
const buttons = () => ['#back', '#send', '#later'].map(find)
let sent: string[]
let close: ReturnType<typeof vi.fn>
let answer: { ok: () => void; fail: (why: Error) => void }

beforeEach(async () => {
  sent = []
  close = vi.fn()
  vi.resetModules()
  vi.stubGlobal('close', close)
  vi.stubGlobal('messenger', {
    i18n: { getMessage: (name: string) => name, getUILanguage: () => 'pl' },
    compose: {
      getComposeDetails: async () => ({ type: 'new' }),
      sendMessage: (_tab: number, { mode }: { mode: string }) => {
        sent.push(mode)
        return new Promise<void>((ok, fail) => {
          answer = { ok, fail }
        })
      },
    },
    storage: {
      session: {
        get: async (key: string) => (key === 'guard:1' ? { [key]: warning } : {}),
        set: async () => undefined,
        remove: async () => undefined,
      },
    },
  })
  location.hash = '#guard:1'
  document.body.innerHTML = page.slice(page.indexOf('<main'), page.indexOf('</main>'))
  await import('../../../addin/thunderbird/guard-window.ts')
})
afterEach(() => vi.unstubAllGlobals())

const isSending = () => vi.waitFor(() => expect(sent).toHaveLength(1))

it('sends once, however often it is clicked, and does nothing else meanwhile', async () => {
  find('#send').click()
  find('#send').click()
  find('#later').click()
  find('#back').click()
  document.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape' }))

  await isSending()
  expect(buttons().map(({ disabled }) => disabled)).toEqual([true, true, true])
  expect(close).not.toHaveBeenCalled()
  answer.ok()

  await vi.waitFor(() => expect(close).toHaveBeenCalled())
  expect(sent).toEqual(['default'])
})

it('may be used again when the mail could not be sent, from where the user was', async () => {
  find('#later').focus()
  find('#later').click()
  await isSending()
  answer.fail(new Error('no such composer'))

  await vi.waitFor(() => expect(find('#failed').textContent).toBe('guardFailed'))
  expect(buttons().map(({ disabled }) => disabled)).toEqual([false, false, false])
  expect(document.activeElement).toBe(find('#later'))
  document.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape' }))
  expect(close).toHaveBeenCalled()
})
