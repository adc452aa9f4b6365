import type { Received } from '../../shared/message.ts'
import { ApiError, type FailureCode, failureOf } from '../api/api-error.ts'
import { type FilingStore, type KeptFiling, pauseAfter } from './kept-filing.ts'
import { type AskServer, sendFiling } from './send-filing.ts'

/** What working off a queue needs of the mail program. */
export interface Surroundings {
  store: FilingStore
  ask: AskServer
  /** Who is signed in, or null. */
  account: () => Promise<string | null>
  now: () => number
  onChange: () => void
  onFiled: (filing: KeptFiling, received: Received) => Promise<unknown>
}

/** What time heals; anything else is for the user to look at. */
const passing: FailureCode[] = [
  'offline',
  'unavailable',
  'internal',
  'too-many',
  'storage-full',
  'not-signed-in',
  'second-factor-needed',
]

/** So often a filing is tried at every sign of life. */
const QUICK_TRIES = 6

/** What has just happened, for which nothing need wait for its time. */
export interface Occasion {
  /** The server has answered somebody. */
  isBack: boolean
  /** False when it may have been there all along: what was tried often keeps its pauses then, or a big mail would be sent again and again. */
  isSure?: boolean
  /** Somebody has signed in. */
  isIn?: boolean
}

/**
 * Sends what is due, oldest first, as the one who filed it. When the server does not answer, or does not know who asks, the
 * rest waits too.
 */
export async function workOff(around: Surroundings, occasion: Occasion): Promise<void> {
  const account = await around.account()
  if (!account) return
  const kept = (await around.store.all()).toSorted((one, other) => (one.addedAt < other.addedAt ? -1 : 1))
  const due = kept.filter(one => {
    if (one.account !== account || one.state === 'stopped') return false
    return one.dueAt <= around.now() || isHealed(one, occasion)
  })
  for (const { id } of due) {
    // Sending takes a while, in which another may sign in here, or the filing be discarded.
    if ((await around.account()) !== account) return
    const filing = await around.store.get(id)
    if (!filing) continue
    const failure = await sendOne(around, filing)
    if (isAway(failure) || isUnknown(failure))
      return putOff(around, due.slice(due.findIndex(one => one.id === id) + 1), failure)
  }
}

/** When the queue is to be looked at again, or null when nothing waits that this account may send. */
export async function nextDue(store: FilingStore, account: string | null): Promise<number | null> {
  const waiting = (await store.all()).filter(one => one.account === account && one.state !== 'stopped')
  const times = waiting.map(({ dueAt }) => dueAt)
  return times.length > 0 ? Math.min(...times) : null
}

async function sendOne(around: Surroundings, filing: KeptFiling): Promise<FailureCode | null> {
  let kept = filing
  const note = async (part: Partial<KeptFiling>) => {
    kept = { ...kept, ...part }
    // What was discarded meanwhile must not come back.
    if (await around.store.get(kept.id)) await around.store.put(kept)
    around.onChange()
  }
  try {
    await note({ state: 'sending' })
    const source = await around.store.source(filing.id)
    if (!source) throw new ApiError('no-source')
    const received = await sendFiling(asWhoFiled(around, filing), kept, source, note)
    await around.onFiled(kept, received).catch(() => undefined)
    await around.store.remove(filing.id)
    around.onChange()
    return null
  } catch (error) {
    const failure = failureOf(error)
    const attempts = filing.attempts + 1
    const state = passing.includes(failure) ? 'waiting' : 'stopped'
    await note({ state, failure, attempts, dueAt: around.now() + pauseAfter(attempts) })
    return failure
  }
}

/** One filing takes several questions, and another may sign in between them. */
function asWhoFiled({ ask, account }: Surroundings, filing: KeptFiling): AskServer {
  return async (path, request) => {
    if ((await account()) !== filing.account) throw new ApiError('not-signed-in')
    return ask(path, request)
  }
}

async function putOff({ store, now, onChange }: Surroundings, rest: KeptFiling[], failure: FailureCode | null) {
  for (const { id } of rest) {
    const one = await store.get(id)
    if (one) await store.put({ ...one, failure, dueAt: now() + pauseAfter(one.attempts + 1) })
  }
  if (rest.length > 0) onChange()
}

/** Whether what kept a filing back is over. */
function isHealed({ failure, attempts }: KeptFiling, { isBack, isSure = true, isIn = false }: Occasion): boolean {
  const isFresh = attempts < QUICK_TRIES
  if (isUnknown(failure)) return isIn || (isBack && isFresh)
  return isBack && isAway(failure) && (isSure || isFresh)
}

function isAway(failure: FailureCode | null): boolean {
  return failure === 'offline' || failure === 'unavailable'
}

/** The server does not know who asks, or not well enough. */
function isUnknown(failure: FailureCode | null): boolean {
  return failure === 'not-signed-in' || failure === 'second-factor-needed'
}
