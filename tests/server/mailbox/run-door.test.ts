import { setTimeout as wait } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { hangBell } from '../../../server/mailbox/bell.ts'
import { usualPace } from '../../../server/mailbox/door.ts'
import { readingTrouble, signInTrouble } from '../../../server/mailbox/mailbox-trouble.ts'
import { waitMs } from '../../../server/mailbox/run-door.ts'
import { takeTurns } from '../../../server/mailbox/take-turns.ts'

const waits = (code: Parameters<typeof waitMs>[1], misses: number) =>
  Array.from({ length: 200 }, () => waitMs(usualPace, code, misses))

it('waits twice as long each time, from a second to five minutes, never in step', () => {
  for (const [misses, longest] of [
    [1, 1_000],
    [2, 2_000],
    [5, 16_000],
    [9, 256_000],
    [10, 300_000],
    [5_000, 300_000],
  ] as const) {
    const all = waits('unreachable', misses)
    expect(Math.max(...all)).toBeLessThanOrEqual(longest)
    expect(Math.min(...all)).toBeGreaterThanOrEqual(longest / 2)
    expect(new Set(all).size).toBeGreaterThan(100)
  }
})

it('waits minutes, at last an hour, after a refused password, and seconds after trouble of our own', () => {
  expect(Math.min(...waits('sign-in-refused', 1))).toBeGreaterThanOrEqual(150_000)
  expect(Math.max(...waits('sign-in-refused', 100))).toBeLessThanOrEqual(3_600_000)
  expect(Math.max(...waits('storage', 100))).toBeLessThanOrEqual(10_000)
})

it.each([
  [{ authenticationFailed: true, serverResponseCode: 'AUTHENTICATIONFAILED' }, 'sign-in-refused'],
  [{ authenticationFailed: true }, 'sign-in-refused'],
  [{ authenticationFailed: true, serverResponseCode: 'UNAVAILABLE' }, 'server-refused'],
  [{ code: 'DEPTH_ZERO_SELF_SIGNED_CERT' }, 'certificate'],
  [{ code: 'CERT_HAS_EXPIRED' }, 'certificate'],
  [{ code: 'ERR_TLS_CERT_ALTNAME_INVALID' }, 'certificate'],
  [{ code: 'UNABLE_TO_VERIFY_LEAF_SIGNATURE' }, 'certificate'],
  [{ code: 'ERR_SSL_WRONG_VERSION_NUMBER' }, 'not-encrypted'],
  [{ tlsFailed: true }, 'not-encrypted'],
  [{ code: 'ECONNREFUSED' }, 'unreachable'],
  [{ code: 'ENOTFOUND' }, 'unreachable'],
  [{ code: 'GREETING_TIMEOUT' }, 'unreachable'],
])('calls %j at signing in %s', (facts, code) => {
  expect(signInTrouble(Object.assign(new Error('x'), facts)).code).toBe(code)
})

it('tells a lost connection from a refusal and from a bug of ours', () => {
  expect(readingTrouble(new Error('x'), false).code).toBe('connection-lost')
  expect(readingTrouble(Object.assign(new Error('x'), { responseStatus: 'NO' }), true).code).toBe('server-refused')
  expect(readingTrouble(new TypeError('x'), true).code).toBe('internal')
})

it('hears a ring from before it listened, from now, and from elsewhere, each once', async () => {
  const [one, other] = [hangBell(), hangBell()]
  const took = async (bell: typeof one, ms: number) => {
    const start = performance.now()
    await bell.heard(ms)
    return performance.now() - start
  }

  one.ring()
  expect(await took(one, 500)).toBeLessThan(100)
  expect(await took(one, 60)).toBeGreaterThan(50)
  setTimeout(one.ring, 20)
  expect(await took(one, 500)).toBeLessThan(200)
  const back = one.passTo(other)
  one.ring()
  expect(await took(other, 500)).toBeLessThan(100)
  back()
  expect(await took(one, 60)).toBeGreaterThan(50)
})

it('lets only so many things happen at once, and goes on after one failed', async () => {
  const inTurn = takeTurns(2)
  const seen = { now: 0, most: 0 }
  const act = (index: number) =>
    inTurn(async () => {
      seen.now += 1
      seen.most = Math.max(seen.most, seen.now)
      await wait(5)
      seen.now -= 1
      if (index % 3 === 0) throw new Error('x')
      return index
    })

  const results = await Promise.allSettled(Array.from({ length: 9 }, (_, index) => act(index)))

  expect(seen.most).toBe(2)
  expect(results.filter(result => result.status === 'fulfilled')).toHaveLength(6)
})
