import type { KeptFiling } from '../../../addin/queue/kept-filing.ts'
import { fakeDatabase } from './fake-database.ts'

/** A mail as the fake Thunderbird has it. */
export interface FakeMail {
  id: number
  headerMessageId: string
  subject: string
  tags: string[]
  date: Date
  junk: boolean
  folder?: { id: string; specialUse: string[] }
}

type Listener = (...args: never[]) => unknown

/** Thunderbird's memory, mails and events, as far as what runs without the user needs them, and a server that files all. */
export function fakeThunderbird() {
  const local: Record<string, unknown> = { account: 'anna@nasza.example', server: 'https://lupa.example' }
  const session: Record<string, unknown> = { token: 'token' }
  const mails = new Map<number, FakeMail>()
  const alarms = new Map<string, number>()
  const composers = new Map<number, { type: string; relatedMessageId?: number }>()
  const { rows, indexedDB } = fakeDatabase()
  const state = { action: 'file', unreadable: new Set<number>() }
  const handedIn: { body: string; query: string }[] = []
  const opened: { id: string; title: string }[] = []
  const [onAlarm, onNewMail, onChanged] = [event(), event(), event()]

  const messenger = {
    i18n: { getMessage: (key: string) => key },
    runtime: {
      onStartup: event(),
      onInstalled: event(),
      sendMessage: async () => undefined,
      getURL: (path: string) => path,
    },
    tabs: { query: async () => [] },
    storage: {
      local: area(local, changes => onChanged.fire(changes, 'local')),
      session: area(session),
      managed: area({}),
      onChanged,
    },
    alarms: {
      create: (name: string, { when }: { when: number }) => void alarms.set(name, when),
      clear: async (name: string) => alarms.delete(name),
      onAlarm,
    },
    compose: {
      getComposeDetails: async (tab: number) => composers.get(tab) ?? refuse('no such composer'),
    },
    messengerUtilities: { parseMailboxString: async () => [] },
    messages: {
      onNewMailReceived: onNewMail,
      get: async (id: number) => mails.get(id) ?? refuse('no such mail'),
      getHeaders: async (id: number) => ({ 'message-id': [`<${mails.get(id)?.headerMessageId}>`] }),
      getRaw: async (id: number) => {
        if (!mails.has(id) || state.unreadable.has(id)) refuse('not here yet')
        return new Blob([`mail ${id}`])
      },
      query: async ({ headerMessageId }: { headerMessageId: string }) => ({
        id: null,
        messages: [...mails.values()].filter(mail => mail.headerMessageId === headerMessageId),
      }),
      continueList: async (id: string) => pages.get(id) ?? refuse('no such list'),
      update: async (id: number, { tags }: { tags: string[] }) => void Object.assign(mails.get(id) ?? {}, { tags }),
      tags: { list: async () => [], create: async () => undefined },
    },
    // Every folder is the user's own.
    folders: { getParentFolders: async () => [{ id: 'root', isRoot: true }] },
  }
  const pages = new Map<string, { id: string | null; messages: FakeMail[] }>()

  return {
    messenger,
    indexedDB,
    local,
    session,
    mails,
    state,
    alarms,
    composers,
    /** What is kept on the device under keys that begin so. */
    kept: (prefix: string) =>
      Object.entries(local)
        .filter(([key]) => key.startsWith(prefix))
        .map(([, value]) => value as Record<string, unknown>),
    /** What waits in the queue, or has stopped there. */
    queued: () => [...rows.values()] as KeptFiling[],
    handedIn,
    /** What cases the server was asked to open. */
    opened,
    fetch: async (url: string, { body }: { body?: ArrayBuffer | string }) => {
      const { pathname, search } = new URL(url)
      if (pathname.endsWith('/cases')) {
        const asked = JSON.parse(String(body))
        opened.push(asked)
        return Response.json({ id: asked.id })
      }
      if (pathname !== '/api/messages') return Response.json({ filed: [] })
      handedIn.push({ body: new TextDecoder().decode(body as ArrayBuffer), query: search })
      return Response.json({ action: state.action, items: [] })
    },
    mail: (mail: { id: number } & Partial<FakeMail>): FakeMail => {
      const whole = {
        headerMessageId: `${mail.id}@meblex.example`,
        subject: `Mail ${mail.id}`,
        tags: [],
        date: new Date(),
        junk: false,
        ...mail,
      }
      mails.set(mail.id, whole)
      return whole
    },
    /** Reports mails as new, in pages. */
    arrives(...lists: FakeMail[][]) {
      const [first, ...others] = lists.map((messages, at) => ({
        id: at < lists.length - 1 ? `page ${at + 1}` : null,
        messages,
      }))
      for (const [at, page] of others.entries()) pages.set(`page ${at + 1}`, page)
      onNewMail.fire({}, first)
    },
    /** Lets the alarm of this name go off. */
    alarm: (name: string) => onAlarm.fire({ name }),
  }
}

function area(kept: Record<string, unknown>, tell: (changes: object) => void = () => undefined) {
  return {
    async get(keys: string | string[] | null) {
      const wanted = keys === null ? Object.keys(kept) : [keys].flat()
      return structuredClone(Object.fromEntries(wanted.filter(key => key in kept).map(key => [key, kept[key]])))
    },
    async set(values: Record<string, unknown>) {
      Object.assign(kept, structuredClone(values))
      tell(values)
    },
    async remove(keys: string | string[]) {
      for (const key of [keys].flat()) delete kept[key]
      tell(Object.fromEntries([keys].flat().map(key => [key, {}])))
    },
  }
}

function event() {
  const listeners = new Set<Listener>()
  return {
    addListener: (listener: Listener) => void listeners.add(listener),
    removeListener: (listener: Listener) => void listeners.delete(listener),
    fire(...args: unknown[]) {
      for (const listener of listeners) (listener as (...args: unknown[]) => unknown)(...args)
    },
  }
}

function refuse(why: string): never {
  throw new Error(why)
}
