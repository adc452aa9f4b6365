import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { whileAwake } from '../../../addin/thunderbird/while-awake.ts'

const MINUTE_MS = 60_000
const getPlatformInfo = vi.fn(async () => ({}))

beforeEach(() => {
  vi.useFakeTimers()
  getPlatformInfo.mockClear()
  vi.stubGlobal('messenger', { runtime: { getPlatformInfo } })
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

it('asks Thunderbird for something more often than it ends the background, and no longer than need be', async () => {
  const { promise, resolve } = Promise.withResolvers<string>()
  const done = whileAwake(() => promise)

  await vi.advanceTimersByTimeAsync(MINUTE_MS)
  expect(getPlatformInfo.mock.calls.length).toBeGreaterThan(2)
  resolve('filed')
  expect(await done).toBe('filed')

  getPlatformInfo.mockClear()
  await vi.advanceTimersByTimeAsync(MINUTE_MS)
  expect(getPlatformInfo).not.toHaveBeenCalled()
})

it('leaves it alone when there was no answer, too', async () => {
  await expect(whileAwake(() => Promise.reject(new Error('no connection')))).rejects.toThrow('no connection')

  await vi.advanceTimersByTimeAsync(MINUTE_MS)
  expect(getPlatformInfo).not.toHaveBeenCalled()
})
