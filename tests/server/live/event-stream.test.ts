import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { openEventStream } from '../../../server/live/event-stream.ts'
import type { LiveEvent } from '../../../shared/event.ts'

beforeEach(() => void vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'Date'] }))
afterEach(() => void vi.useRealTimers())

const item: LiveEvent = { type: 'item', itemId: '6f9619ff-8b86-4d11-b42d-00cf4fc964ff' }
const read = (stream: ReturnType<typeof openEventStream>): string => String(stream.body.read() ?? '')

it('says at once that it is there, then what happens, and between that it lives', () => {
  const stream = openEventStream(() => {})

  expect(read(stream)).toBe(':\n\n')
  stream.tell([item])
  expect(read(stream)).toBe(`data: [${JSON.stringify(item)}]\n\n`)
  vi.advanceTimersByTime(15_000)
  expect(read(stream)).toBe(':\n\n')
  stream.body.destroy()
})

it('buffers no more than its room for a slow reader, and then tells him to ask anew', () => {
  const stream = openEventStream(() => {})

  for (let n = 0; n < 10_000; n += 1) stream.tell([item])
  expect(stream.body.readableLength).toBeLessThan(70_000)

  let text = ''
  for (let part = read(stream); part; part = read(stream)) text += part
  expect(text.endsWith('data: [{"type":"resync"}]\n\n')).toBe(true)
  stream.body.destroy()
})

it('lets go of a reader who takes nothing for a minute', async () => {
  const closed = vi.fn()
  const stream = openEventStream(closed)
  for (let n = 0; n < 2_000; n += 1) stream.tell([item])

  vi.advanceTimersByTime(80_000)
  await vi.waitFor(() => expect(closed).toHaveBeenCalledTimes(1), 10_000)

  expect(stream.body.destroyed).toBe(true)
  stream.tell([item])
})
