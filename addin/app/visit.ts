import { hasDraft, mayLeave } from '../ui/unsaved.ts'

/** One place in the browser's history. What a page keeps for going back is kept under its `key`. */
export interface Visit {
  key: string
  hash: string
  /** Whether the reader came here by the browser's back or forward button. */
  isReturn: boolean
}

interface VisitState {
  visit: string
}

const scrolls = new Map<string, number>()
let listeners: ((visit: Visit) => void)[] = []
let visits = 0
let steps = 0
let current: Visit = { key: '', hash: '', isReturn: false }

/** Begins to follow the address. The browser's own scrolling back is off, because our lists arrive later than the page. */
export function followAddress() {
  history.scrollRestoration = 'manual'
  current = readVisit()
  addEventListener('popstate', handleAddress)
  addEventListener('beforeunload', event => {
    if (hasDraft()) event.preventDefault()
  })
}

/** The visit that is on screen. */
export function currentVisit(): Visit {
  return current
}

/** Whether the reader has not gone anywhere yet since the application started. */
export function isFirstVisit(): boolean {
  return steps === 0
}

/** Calls `listener` at each visit. Returns how to stop. */
export function onVisit(listener: (visit: Visit) => void): () => void {
  listeners = [...listeners, listener]
  return () => {
    listeners = listeners.filter(other => other !== listener)
  }
}

/** Goes to a page of ours, as a click on a link would. */
export function go(link: string) {
  location.hash = link
}

/** Writes what a filter now says into the address, without a new step in the history. */
export function rewriteAddress(link: string) {
  history.replaceState({ visit: current.key } satisfies VisitState, '', link)
  current = { ...current, hash: location.hash, isReturn: false }
  tell()
}

/** Where the page stood when the reader left it. */
export function keptScroll(key: string): number {
  return scrolls.get(key) ?? 0
}

function handleAddress() {
  const next = readVisit()
  if (next.key === current.key && next.hash === current.hash) return
  // Only the way back: what was saved goes on to a new page.
  if (next.isReturn && !mayLeave()) {
    history.pushState({ visit: current.key } satisfies VisitState, '', current.hash)
    return
  }
  scrolls.set(current.key, scrollY)
  steps += 1
  current = next
  tell()
}

function tell() {
  for (const listener of listeners) listener(current)
}

function readVisit(): Visit {
  const state: unknown = history.state
  if (isVisitState(state)) return { key: state.visit, hash: location.hash, isReturn: true }
  visits += 1
  const key = `${Date.now()}-${visits}`
  history.replaceState({ visit: key } satisfies VisitState, '')
  return { key, hash: location.hash, isReturn: false }
}

function isVisitState(state: unknown): state is VisitState {
  return typeof state === 'object' && state !== null && 'visit' in state && typeof state.visit === 'string'
}
