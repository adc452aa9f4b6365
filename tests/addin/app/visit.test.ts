import { afterEach, beforeAll, expect, it, vi } from 'vitest'
import {
  currentVisit,
  followAddress,
  isFirstVisit,
  onVisit,
  rewriteAddress,
  type Visit,
} from '../../../addin/app/visit.ts'

const stops: (() => void)[] = []

beforeAll(followAddress)

afterEach(() => {
  for (const stop of stops.splice(0)) stop()
})

function listen() {
  const listener = vi.fn<(visit: Visit) => void>()
  stops.push(onVisit(listener))
  return listener
}

/** What a browser does on a click on a link within the page: a new entry without state, then the event. */
function click(hash: string) {
  history.pushState(null, '', hash)
  dispatchEvent(new PopStateEvent('popstate'))
}

/** What a browser does on its back button: the state of an older entry, then the event. */
function comeBack(visit: Visit) {
  history.replaceState({ visit: visit.key }, '', visit.hash)
  dispatchEvent(new PopStateEvent('popstate'))
}

it('begins at the address of the page, which nobody has left yet', () => {
  expect(currentVisit().isReturn).toBe(false)
  expect(isFirstVisit()).toBe(true)
})

it('tells of each visit under a key of its own', () => {
  const listener = listen()

  click('#/contractors')
  click('#/contractors')

  const keys = listener.mock.calls.map(([visit]) => visit.key)
  expect(new Set(keys).size).toBe(2)
  expect(isFirstVisit()).toBe(false)
})

it('knows a visit again when one comes back to it', () => {
  click('#/contractors')
  const left = currentVisit()
  click('#/search?q=faktura')

  comeBack(left)

  expect(currentVisit()).toEqual({ key: left.key, hash: '#/contractors', isReturn: true })
})

it('keeps the visit when a filter rewrites its address', () => {
  click('#/contractors')
  const before = currentVisit()
  const listener = listen()

  rewriteAddress('#/contractors?q=stal')

  expect(currentVisit()).toEqual({ ...before, hash: '#/contractors?q=stal' })
  expect(listener).toHaveBeenCalledTimes(1)
  expect(history.state).toEqual({ visit: before.key })
})

it('tells nothing more to a listener that stopped', () => {
  const listener = listen()
  for (const stop of stops.splice(0)) stop()

  click('#/triage')

  expect(listener).not.toHaveBeenCalled()
})
