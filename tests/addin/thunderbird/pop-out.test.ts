import { beforeEach, expect, it, vi } from 'vitest'
import type { MailHost } from '../../../addin/host/mail-host.ts'
import { openPopOut } from '../../../addin/thunderbird/open-pop-out.ts'
import { popOutHost } from '../../../addin/thunderbird/pop-out-host.ts'

type Listener = (told: object) => unknown

const kinds: Record<number, string> = { 1: 'mail', 2: 'messageDisplay', 3: 'content' }
let activate: (tabId: number) => void
let waits: { id: number; until: Promise<void> } | null
let opened: string[]
let host: MailHost

beforeEach(() => {
  vi.stubGlobal('messenger', fakeMessenger())
  host = popOutHost(1)
})

it('follows the user to another tab that shows a mail', async () => {
  const listener = vi.fn()
  host.onOpenMessageChange(listener)
  expect(await host.openMessage()).toMatchObject({ messageId: '1@meblex.example' })

  activate(2)

  await vi.waitFor(() => expect(listener).toHaveBeenCalledOnce())
  expect(await host.openMessage()).toMatchObject({ messageId: '2@meblex.example' })
})

it('files the mail that it shows, though one before it took longer to read', async () => {
  const slow = slowly(1)
  const first = host.openMessage()
  host.onOpenMessageChange(() => undefined)
  activate(2)
  await new Promise(resolve => setTimeout(resolve, 10))
  expect(await host.openMessage()).toMatchObject({ messageId: '2@meblex.example' })

  slow()
  await first

  expect(await (await host.source()).text()).toBe('mail 2')
})

it('stays with its mail when the user turns to a tab that shows none, such as its own window', async () => {
  const listener = vi.fn()
  host.onOpenMessageChange(listener)

  activate(3)
  await new Promise(resolve => setTimeout(resolve, 10))

  expect(listener).not.toHaveBeenCalled()
  expect(await host.openMessage()).toMatchObject({ messageId: '1@meblex.example' })
})

it('shows the mail from which it is asked for once more, in the one window', async () => {
  await openPopOut({ id: 1 })
  const listener = vi.fn()
  host.onOpenMessageChange(listener)

  await openPopOut({ id: 2 })

  expect(opened).toEqual(['pop-out.html#1'])
  expect(listener).toHaveBeenCalledOnce()
  expect(await host.openMessage()).toMatchObject({ messageId: '2@meblex.example' })
})

it('follows nobody any more once it is told to stop', async () => {
  const listener = vi.fn()
  host.onOpenMessageChange(listener)()

  activate(2)
  await new Promise(resolve => setTimeout(resolve, 10))

  expect(listener).not.toHaveBeenCalled()
})

/** From now on this mail is read only when the answer is called. */
function slowly(id: number): () => void {
  const { promise, resolve } = Promise.withResolvers<void>()
  waits = { id, until: promise }
  return resolve
}

/** Thunderbird with tabs whose mails bear their numbers. */
function fakeMessenger() {
  const session: Record<string, unknown> = {}
  const [onActivated, onMessage] = [event(), event()]
  opened = []
  waits = null
  activate = tabId => onActivated.fire({ tabId })
  return {
    runtime: {
      onMessage,
      async sendMessage(told: { ask?: string; message?: number }) {
        onMessage.fire(told)
        return told.ask === 'source' ? new TextEncoder().encode(`mail ${told.message}`).buffer : null
      },
    },
    storage: {
      session: { get: async () => session, set: async (values: object) => void Object.assign(session, values) },
    },
    tabs: { onActivated, get: async (id: number) => ({ id, type: kinds[id] }) },
    windows: {
      create: async ({ url }: { url: string }) => ({ id: opened.push(url) }),
      update: async () => undefined,
    },
    mailTabs: { onSelectedMessagesChanged: event() },
    messageDisplay: {
      onMessagesDisplayed: event(),
      getDisplayedMessages: async (id: number) => ({ id: null, messages: [{ id }] }),
    },
    messages: {
      async getHeaders(id: number) {
        if (id === waits?.id) await waits.until
        return { 'message-id': [`<${id}@meblex.example>`] }
      },
    },
    messengerUtilities: { parseMailboxString: async () => [] },
  }
}

function event() {
  const listeners = new Set<Listener>()
  return {
    addListener: (listener: Listener) => void listeners.add(listener),
    removeListener: (listener: Listener) => void listeners.delete(listener),
    fire(told: object) {
      for (const listener of listeners) listener(told)
    },
  }
}
