import { type LiveEvent, readEvents } from '../../shared/event.ts'
import type { MailHost } from '../host/mail-host.ts'
import { currentToken, renewToken } from './session.ts'

const FIRST_PAUSE_MS = 1_000
const LONGEST_PAUSE_MS = 30_000

type Hear = (events: LiveEvent[]) => void

/** What one host follows: those who want to know, and how the stream under way is ended. */
interface Live {
  listeners: Set<Hear>
  ending: AbortController | null
}

const livesOf = new WeakMap<MailHost, Live>()

/**
 * Calls `hear` with what happens on the server, while the page can be seen: a browser opens few connections to one server,
 * and a hidden tab shall not hold one. Returns how to stop. A host that cannot hold a connection hears nothing and asks.
 */
export function onLive(host: MailHost, hear: Hear): () => void {
  if (!host.stream) return () => {}
  const live = liveOf(host)
  live.listeners.add(hear)
  match(host, live)
  return () => {
    live.listeners.delete(hear)
    match(host, live)
  }
}

function liveOf(host: MailHost): Live {
  const known = livesOf.get(host)
  if (known) return known
  const fresh: Live = { listeners: new Set(), ending: null }
  livesOf.set(host, fresh)
  document.addEventListener('visibilitychange', () => match(host, fresh))
  return fresh
}

/** Opens or ends the stream, as it is wanted. */
function match(host: MailHost, live: Live) {
  const isWanted = live.listeners.size > 0 && !document.hidden
  if (!isWanted) {
    live.ending?.abort()
    live.ending = null
  } else if (!live.ending) {
    live.ending = new AbortController()
    void follow(host, live, live.ending.signal)
  }
}

async function follow(host: MailHost, live: Live, signal: AbortSignal) {
  let pause = FIRST_PAUSE_MS
  while (!signal.aborted) {
    const hears = await followOnce(host, live, signal)
    pause = hears ? FIRST_PAUSE_MS : Math.min(pause * 2, LONGEST_PAUSE_MS)
    await untilOver(pause, signal)
  }
}

/** One stream from its beginning to its end; answers whether anything was heard. */
async function followOnce(host: MailHost, live: Live, signal: AbortSignal): Promise<boolean> {
  const token = currentToken(host) ?? (await renewToken(host, null).catch(() => null))
  if (!token || signal.aborted || !host.stream) return false
  let hears = false
  const read = readBlocks(events => {
    for (const hear of live.listeners) hear(events)
  })
  const headers = { accept: 'text/event-stream', authorization: `Bearer ${token}` }
  const status = await host
    .stream(readEvents.url, { method: 'GET', headers }, { signal, hear: text => handle(text) })
    .catch(() => 0)
  if (status === 401) await renewToken(host, token).catch(() => null)
  return hears

  function handle(text: string) {
    // What happened before the stream was open went unheard.
    if (!hears) for (const hear of live.listeners) hear([{ type: 'resync' }])
    hears = true
    read(text)
  }
}

/** Puts the pieces of a stream together; a block with data is a list of events. */
function readBlocks(hear: Hear): (text: string) => void {
  let rest = ''
  return text => {
    const blocks = (rest + text).split('\n\n')
    rest = blocks.pop() ?? ''
    for (const block of blocks) if (block.startsWith('data: ')) hear(JSON.parse(block.slice(6)) as LiveEvent[])
  }
}

function untilOver(pause: number, signal: AbortSignal): Promise<void> {
  return new Promise(resolve => {
    const timer = setTimeout(resolve, pause)
    signal.addEventListener('abort', () => {
      clearTimeout(timer)
      resolve()
    })
  })
}
