import type { BegunHost, HostReply, HostRequest, MailHost, OpenMessage } from '../../addin/host/mail-host.ts'

/** What the fake server says to one method and path: a body to answer with 200, a whole reply, or a function that makes one. */
export type Answer = unknown

/** One request as the fake server got it. */
export interface Asked {
  method: string
  path: string
  query: URLSearchParams
  headers: Record<string, string>
  body: unknown
}

/** A mail host without a mail program: it answers from a table and lets the test play the user and the server. */
export interface FakeHost extends Omit<MailHost, 'begun'> {
  begun?: BegunHost
  asked: Asked[]
  opened: string[]
  stored: Map<string, string>
  /** Sets the answer to `METHOD /path`. */
  answer(route: string, answer: Answer): void
  show(message: OpenMessage | null): void
  news(): void
}

/** A reply that is not a plain 200. */
export function reply(status: number, body: unknown = ''): { reply: HostReply } {
  return { reply: { status, headers: {}, body: typeof body === 'string' ? body : JSON.stringify(body) } }
}

/** A refusal as the server writes it. */
export function refusal(status: number, code: string, fields?: string[]): { reply: HostReply } {
  return reply(status, { type: 'about:blank', title: code, status, code, fields })
}

/** A host on which somebody is signed in already, and on which `message` is open. */
export function fakeHost(message: OpenMessage | null, answers: Record<string, Answer> = {}): FakeHost {
  const table = new Map<string, Answer>(Object.entries({ 'POST /api/session/refresh': session, ...answers }))
  const listeners = new Set<() => void>()
  const newsListeners = new Set<() => void>()
  const stored = new Map([['refresh', 'refresh-0']])
  const asked: Asked[] = []
  const opened: string[] = []
  let open = message

  return {
    name: 'browser',
    language: () => 'pl',
    asked,
    opened,
    stored,
    openMessage: async () => open,
    onOpenMessageChange: listener => added(listeners, listener),
    onMaybeNews: listener => added(newsListeners, listener),
    source: async () => new Blob(['Subject: x\r\n\r\nx'], { type: 'message/rfc822' }),
    fetch: async (path, request) => replyFrom(table, read(path, request), asked),
    openPage: async path => void opened.push(path),
    storage: {
      read: async key => stored.get(key) ?? null,
      write: async (key, value) => void stored.set(key, value),
      remove: async key => void stored.delete(key),
    },
    answer: (route, answer) => void table.set(route, answer),
    show(next) {
      open = next
      for (const listener of listeners) listener()
    },
    news() {
      for (const listener of newsListeners) listener()
    },
  }
}

const session = {
  token: 'token-1',
  refresh: 'refresh-1',
  user: { id: 'u', name: 'Jan Kowalski', email: 'jan@nasza.example', isAdmin: false, language: 'pl' },
}

function added(listeners: Set<() => void>, listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

function read(path: string, { method, headers, body }: HostRequest): Asked {
  const url = new URL(path, 'http://lupa.example')
  const parsed = typeof body === 'string' ? JSON.parse(body) : body
  return { method, path: url.pathname, query: url.searchParams, headers, body: parsed }
}

async function replyFrom(table: Map<string, Answer>, one: Asked, asked: Asked[]): Promise<HostReply> {
  asked.push(one)
  const known = table.get(`${one.method} ${one.path}`)
  if (known === undefined) return refusal(404, 'not-found').reply
  const answer: unknown = typeof known === 'function' ? await (known as (asked: Asked) => unknown)(one) : known
  if (typeof answer === 'object' && answer !== null && 'reply' in answer) return answer.reply as HostReply
  return { status: 200, headers: {}, body: JSON.stringify(answer) }
}
