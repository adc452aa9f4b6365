import { beforeEach, expect, it, vi } from 'vitest'
import { markFiled } from '../../../addin/thunderbird/mark-filed.ts'

const FILED = { filed: true, changed: false }
const UNFILED = { filed: false, changed: false }
let tags: Record<number, string[]>

beforeEach(() => {
  tags = { 1: ['$label1'], 2: [] }
  vi.stubGlobal('messenger', fakeMessenger())
})

it('adds its tag to those that the mail has', async () => {
  await markFiled(1, FILED)

  expect(tags[1]).toEqual(['$label1', 'lupa-filed'])
})

it('takes off a tag that it had put on', async () => {
  await markFiled(1, FILED)

  await markFiled(1, UNFILED)

  expect(tags[1]).toEqual(['$label1'])
})

it('leaves alone the tag of somebody who may see more', async () => {
  tags[2] = ['lupa-filed']

  await markFiled(2, FILED)
  await markFiled(2, UNFILED)

  expect(tags[2]).toEqual(['lupa-filed'])
})

it('remembers every mail of those that are filed together', async () => {
  await Promise.all([markFiled(1, FILED), markFiled(2, FILED)])

  await Promise.all([markFiled(1, UNFILED), markFiled(2, UNFILED)])

  expect(tags).toEqual({ 1: ['$label1'], 2: [] })
})

it('goes on after a mail that is no longer there', async () => {
  await expect(markFiled(9, FILED)).rejects.toThrow('no such mail')

  await markFiled(1, FILED)

  expect(tags[1]).toContain('lupa-filed')
})

/** The few members of Thunderbird's interface that the tag needs, with a list of tags that begins empty. */
function fakeMessenger() {
  const known: { key: string }[] = []
  let kept: Record<string, unknown> = {}
  return {
    i18n: { getMessage: (key: string) => key },
    storage: {
      local: {
        get: async (key: string) => ({ [key]: kept[key] }),
        set: async (values: object) => {
          kept = { ...kept, ...values }
        },
      },
    },
    messages: {
      async get(id: number) {
        const mine = tags[id]
        if (!mine) throw new Error('no such mail')
        return { id, headerMessageId: `${id}@kowal.example`, subject: '', tags: mine }
      },
      async update(id: number, change: { tags: string[] }) {
        // Thunderbird refuses a tag that it does not know.
        if (!known.some(({ key }) => key === 'lupa-filed')) throw new Error('unknown tag')
        tags[id] = change.tags
      },
      tags: { list: async () => known, create: async (key: string) => known.push({ key }) },
    },
  }
}
