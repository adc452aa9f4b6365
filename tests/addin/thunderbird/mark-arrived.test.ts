import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { followMarks, markOnceFiled } from '../../../addin/thunderbird/mark-arrived.ts'
import { fakeThunderbird } from './fake-thunderbird.ts'

let thunderbird: ReturnType<typeof fakeThunderbird>

beforeEach(() => {
  thunderbird = fakeThunderbird()
  vi.stubGlobal('messenger', thunderbird.messenger)
  followMarks()
})
afterEach(() => vi.unstubAllGlobals())

const waiting = () => (thunderbird.session.unmarked ?? []) as { message: number; looks: number }[]

it('looks after all that arrived in several accounts at once', async () => {
  await Promise.all([markOnceFiled([1]), markOnceFiled([2, 3]), markOnceFiled([4])])

  expect(waiting().map(({ message }) => message)).toEqual([1, 2, 3, 4])
})

it('goes on with the rest when Thunderbird ends the background in the midst', async () => {
  thunderbird.mail({ id: 1 })
  thunderbird.mail({ id: 2 })
  await markOnceFiled([1, 2])
  const asked = vi.fn(() => new Promise<Response>(() => undefined))
  vi.stubGlobal('fetch', asked)
  thunderbird.alarms.clear()

  thunderbird.alarm('new-mail')
  await vi.waitFor(() => expect(asked).toHaveBeenCalled())

  expect(waiting().map(({ message }) => message)).toEqual([1, 2])
  expect(thunderbird.alarms.has('new-mail')).toBe(true)
})

it('asks four times and no more', async () => {
  thunderbird.mail({ id: 1 })
  vi.stubGlobal('fetch', async () => Response.json({ filed: [] }))
  await markOnceFiled([1])

  for (const looks of [1, 2, 3]) {
    thunderbird.alarm('new-mail')
    await vi.waitFor(() => expect(waiting()).toEqual([{ message: 1, looks }]))
  }
  thunderbird.alarm('new-mail')

  await vi.waitFor(() => expect(waiting()).toEqual([]))
  await vi.waitFor(() => expect(thunderbird.alarms.has('new-mail')).toBe(false))
})
