import { describe, expect, it } from 'vitest'
import { fileNameOf } from '../../../addin/file/download.ts'
import { momentsOf } from '../../../addin/file/moments-of.ts'
import { showSize } from '../../../addin/file/show-size.ts'

describe('the name of a downloaded file', () => {
  it.each([
    ['Re: faktura 11/2026', '.eml', 'Re faktura 11 2026.eml'],
    ['FV.EML', '.eml', 'FV.EML'],
    ['..\\..\u0000', '.eml', 'lupa.eml'],
    ['', '', 'lupa'],
    ['umowa.pdf', '', 'umowa.pdf'],
  ])('%j%s', (title, ending, name) => {
    expect(fileNameOf(title, ending)).toBe(name)
  })
})

describe('the size of a file', () => {
  it.each([
    [0, '0\u00A0B'],
    [834, '834\u00A0B'],
    [12_345, '12,3\u00A0kB'],
    [3_400_000, '3,4\u00A0MB'],
  ])('%d', (bytes, size) => {
    expect(showSize('pl', bytes)).toBe(size)
  })
})

describe('when an item happened', () => {
  const occurredAt = '2026-11-23T10:00:00.000Z'

  it('is one moment when it was sent and received within a minute', () => {
    const moments = momentsOf({ occurredAt, sentAt: occurredAt, receivedAt: '2026-11-23T10:00:40.000Z' })

    expect(moments).toEqual([{ name: 'occurredAt', at: occurredAt }])
  })

  it('is two moments when the way took longer', () => {
    const receivedAt = '2026-11-23T12:00:00.000Z'

    expect(momentsOf({ occurredAt, sentAt: occurredAt, receivedAt }).map(moment => moment.name)).toEqual([
      'sentAt',
      'receivedAt',
    ])
  })

  it('is one moment for what was never sent', () => {
    expect(momentsOf({ occurredAt, sentAt: null, receivedAt: null })).toHaveLength(1)
  })
})
