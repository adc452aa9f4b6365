import { ApiError } from '../api/api-error.ts'
import { currentToken, onSessionChange, renewToken } from '../api/session.ts'
import type { FilingQueue, HostReply, HostRequest, MailHost, QueuedFiling } from '../host/mail-host.ts'
import { filingStore } from './filing-store.ts'
import { decidedAgain, type FilingStore, type KeptFiling, keptFiling, pauseAfter } from './kept-filing.ts'
import type { AskServer } from './send-filing.ts'
import { nextDue, type Occasion, type Surroundings, workOff } from './work-off.ts'

/** A queue that knows when the server is heard of again. */
export interface PageQueue extends FilingQueue {
  /** `isSure` when it did not answer before. */
  serverIsBack(isSure: boolean): Promise<void>
}

/** A server that takes a request and never answers it must not stop the queue. */
const LIMIT_MS = 300_000
/** Another page sends; it is looked at again whether something is left. */
const WHILE_OTHERS_SEND_MS = 15_000

/**
 * Filings that wait in a page: kept in the browser's database, sent while some page is open. For a mail program that has
 * no background; where the browser lets a foreign frame keep nothing, `add` rejects and the user is told at once.
 */
export function pageQueue(
  host: MailHost,
  accountOf: () => string | null,
  { store = filingStore, fetch = host.fetch }: { store?: FilingStore; fetch?: MailHost['fetch'] } = {},
): PageQueue {
  const listeners = new Set<() => void>()
  const onChange = () => {
    for (const listener of listeners) listener()
  }
  let timer: ReturnType<typeof setTimeout> | undefined
  let isAnyWaiting = false
  let working: Promise<void> | null = null
  const around: Surroundings = {
    store,
    ask: signedIn(host, fetch, accountOf),
    account: async () => accountOf(),
    now: () => Date.now(),
    onChange,
    onFiled: async () => undefined,
  }

  function work(how: Occasion = { isBack: false }): Promise<void> {
    // Whoever signed in too late for the run under way has what waits looked at once more.
    if (working && how.isIn) return working.then(() => work(how))
    working ??= alone(() => workOff(around, how))
      .then(setTimer)
      .catch(() => undefined)
      .finally(() => {
        working = null
      })
    return working
  }

  async function setTimer(isOwn = true) {
    clearTimeout(timer)
    const when = await nextDue(store, accountOf())
    isAnyWaiting = when !== null
    if (when !== null)
      timer = setTimeout(() => void work(), Math.max(when - Date.now(), isOwn ? 1_000 : WHILE_OTHERS_SEND_MS))
  }

  const own = async () => (await store.all()).filter(one => one.account === accountOf())
  let wasOut = true
  const look = () => {
    const account = accountOf()
    onChange()
    // A session that is merely renewed is told of too.
    if (account) void work({ isBack: true, isIn: wasOut })
    wasOut = account === null
  }
  onSessionChange(host, look)
  look()

  return {
    async add(filing, source) {
      const account = accountOf()
      if (!account) throw new ApiError('not-signed-in')
      const now = Date.now()
      const bytes = await source.arrayBuffer()
      const kept = await keptFiling(filing, bytes, { account, now })
      const away = { failure: 'offline', attempts: 1, dueAt: now + pauseAfter(1) } as const
      const fresh = decidedAgain({ ...kept, ...away }, await store.all())
      if (fresh) await store.add(fresh, bytes)
      onChange()
      await setTimer()
    },
    list: async () => (await own().catch(() => [])).toSorted(byAge).map(shown),
    async retry(id) {
      const filing = (await own()).find(one => one.id === id)
      if (!filing) return
      await store.put({ ...filing, state: 'waiting', dueAt: 0 })
      await work()
    },
    async discard(id) {
      if (!(await own()).some(one => one.id === id)) return
      await store.remove(id)
      onChange()
    },
    onChange(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    async serverIsBack(isSure) {
      if (isAnyWaiting) await work({ isBack: true, isSure })
    },
  }
}

/**
 * Asks as whoever is signed in here, with a new token where the one in hand has run out. All pages of a browser share
 * what a new token is traded for: it may be that of another who has signed in elsewhere, and is not used then.
 */
function signedIn(host: MailHost, fetch: MailHost['fetch'], accountOf: () => string | null): AskServer {
  return async (path, { method, headers, body }) => {
    const account = accountOf()
    const mine = (token: string | null) => (accountOf() === account ? token : null)
    const request: HostRequest = {
      method,
      headers,
      ...(body !== undefined && { body: typeof body === 'string' ? body : new Blob([body]) }),
    }
    const ask = (token: string) =>
      withinLimit(fetch(path, { ...request, headers: { ...headers, authorization: `Bearer ${token}` } }))
    const token = mine(currentToken(host) ?? (await renewToken(host, null)))
    if (!token) throw new ApiError('not-signed-in')
    const reply = await ask(token)
    if (reply.status !== 401) return reply
    const renewed = mine(await renewToken(host, token))
    return renewed ? ask(renewed) : reply
  }
}

async function withinLimit(reply: Promise<HostReply>): Promise<HostReply> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const over = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new ApiError('offline')), LIMIT_MS)
  })
  return Promise.race([reply, over]).finally(() => clearTimeout(timer))
}

/** Several panes may be open at a time, and one of them is enough; answers whether it was this one. */
async function alone(act: () => Promise<void>): Promise<boolean> {
  const locks = globalThis.navigator?.locks
  const own = async (lock: unknown) => {
    if (lock) await act()
    return lock !== null
  }
  return locks ? locks.request('lupa-queue', { ifAvailable: true }, own) : own(true)
}

function byAge(one: KeptFiling, other: KeptFiling): number {
  return one.addedAt < other.addedAt ? -1 : 1
}

function shown({ account: _account, dueAt: _due, ...rest }: KeptFiling): QueuedFiling {
  return rest
}
