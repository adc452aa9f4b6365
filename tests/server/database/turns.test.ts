import { setTimeout as wait } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { buildTurns } from '../../../server/database/turns.ts'

/** Something that goes on until it is told to end, and counts how many do at the same time. */
function stage() {
  const ends: (() => void)[] = []
  let now = 0
  let most = 0
  const act = async () => {
    now += 1
    most = Math.max(most, now)
    await new Promise<void>(resolve => ends.push(resolve))
    now -= 1
  }
  return { act, ends, most: () => most }
}

it('serves as many as there are places, and the next one when a place is free', async () => {
  const turn = buildTurns(2, 60_000)
  const { act, ends, most } = stage()
  const all = [1, 2, 3, 4].map(() => turn(act))

  await wait(5)
  expect(ends).toHaveLength(2)
  for (let index = 0; index < 4; index += 1) {
    ends[index]?.()
    await wait(5)
  }
  await Promise.all(all)

  expect(most()).toBe(2)
})

it('lets those go who have waited long enough behind a slow one', async () => {
  const turn = buildTurns(1, 10)
  const { act, ends } = stage()
  const slow = turn(act)

  await expect(turn(() => Promise.resolve('quick'))).resolves.toBe('quick')

  ends[0]?.()
  await slow
})

it('frees the place of one that failed', async () => {
  const turn = buildTurns(1, 60_000)

  await expect(turn(() => Promise.reject(new Error('broken')))).rejects.toThrow('broken')
  await expect(turn(() => Promise.resolve('next'))).resolves.toBe('next')
})
