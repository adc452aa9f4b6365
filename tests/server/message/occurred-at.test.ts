import { expect, it } from 'vitest'
import { occurredAt } from '../../../server/message/occurred-at.ts'

const now = new Date('2026-11-23T12:00:00Z')

it.each([
  [
    'the Date header a little before receipt',
    '2026-11-23T10:00:00Z',
    '2026-11-23T10:05:00Z',
    '2026-11-23T10:00:00.000Z',
  ],
  ['the Date header a week before receipt', '2026-11-16T10:05:00Z', '2026-11-23T10:05:00Z', '2026-11-16T10:05:00.000Z'],
  ['receipt, when the header is older', '2026-11-16T10:04:59Z', '2026-11-23T10:05:00Z', '2026-11-23T10:05:00.000Z'],
  ['a header a few minutes ahead', '2026-11-23T10:14:00Z', '2026-11-23T10:05:00Z', '2026-11-23T10:14:00.000Z'],
  [
    'receipt, when the header is in the future',
    '2036-01-01T00:00:00Z',
    '2026-11-23T10:05:00Z',
    '2026-11-23T10:05:00.000Z',
  ],
  ['receipt, without a header', null, '2026-11-23T10:05:00Z', '2026-11-23T10:05:00.000Z'],
  ['the header, without a receiving server', '2020-01-01T00:00:00Z', null, '2020-01-01T00:00:00.000Z'],
  ['now, when neither says anything', null, null, '2026-11-23T12:00:00.000Z'],
  ['now, when the header lies in the future', '2036-01-01T00:00:00Z', null, '2026-11-23T12:00:00.000Z'],
  [
    'the header, when the receiving time lies in the future',
    '2026-11-23T10:00:00Z',
    '2036-01-01T00:00:00Z',
    '2026-11-23T10:00:00.000Z',
  ],
])('takes %s', (_what, sentAt, receivedAt, expected) => {
  const times = { sentAt: sentAt ? new Date(sentAt) : null, receivedAt: receivedAt ? new Date(receivedAt) : null }

  expect(occurredAt(times, now).toISOString()).toBe(expected)
})
