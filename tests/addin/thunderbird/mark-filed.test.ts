import { beforeEach, expect, it, vi } from 'vitest'
import { markFiled, prepareTag } from '../../../addin/thunderbird/mark-filed.ts'
import { markShared } from '../../../addin/thunderbird/shared-folder.ts'

const FILED = { filed: true, changed: false }
const UNFILED = { filed: false, changed: false }
let tags: Record<number, string[]>
let known: { key: string }[]
let folders: Record<number, string>
let kept: Record<string, unknown>

beforeEach(() => {
  known = []
  folders = {}
  kept = {}
  tags = { 1: ['$label1'], 2: [] }
  vi.stubGlobal('messenger', fakeMessenger())
})

it('adds its tag to those that the mail has', async () => {
  await markFiled(1, FILED)

  expect(tags[1]).toEqual(['$label1', '$lupafiled'])
})

it('takes off a tag that it had put on', async () => {
  await markFiled(1, FILED)

  await markFiled(1, UNFILED)

  expect(tags[1]).toEqual(['$label1'])
})

it('leaves alone the tag of somebody who may see more', async () => {
  tags[2] = ['$lupafiled']

  await markFiled(2, FILED)
  await markFiled(2, UNFILED)

  expect(tags[2]).toEqual(['$lupafiled'])
})

it('remembers every mail of those that are filed together', async () => {
  await Promise.all([markFiled(1, FILED), markFiled(2, FILED)])

  await Promise.all([markFiled(1, UNFILED), markFiled(2, UNFILED)])

  expect(tags).toEqual({ 1: ['$label1'], 2: [] })
})

it('goes on after a mail that is no longer there', async () => {
  await expect(markFiled(9, FILED)).rejects.toThrow('no such mail')

  await markFiled(1, FILED)

  expect(tags[1]).toContain('$lupafiled')
})

it('shows the mark that the server sets, before anything was marked here', async () => {
  await prepareTag()

  expect(known).toEqual([{ key: '$lupafiled' }])
})

it('gives mails with the tag of an earlier version the one of the server, and never both', async () => {
  known = [{ key: 'lupa-filed' }]
  tags = { 1: ['$label1', 'lupa-filed'], 2: ['lupa-filed', '$lupafiled'], 3: ['$label2'] }

  await prepareTag()

  expect(tags).toEqual({ 1: ['$label1', '$lupafiled'], 2: ['$lupafiled'], 3: ['$label2'] })
  expect(known).toEqual([{ key: '$lupafiled' }])
})

it('leaves one tag on a mail that bears the former one when it is shown, and none once it is unfiled', async () => {
  tags[1] = ['lupa-filed']

  await markFiled(1, FILED)
  expect(tags[1]).toEqual(['$lupafiled'])
  tags[1].push('lupa-filed')

  await markFiled(1, UNFILED)
  expect(tags[1]).toEqual([])
})

it.each([
  ['of somebody else’s', '/shared/ewa/Projekty', []],
  ['of everybody’s', '/Public/Reklamacje', []],
  ['of one’s own', '/Klienci/Meblex', ['$lupafiled']],
  ['of one’s own, under a name that holds no mail', '/[Gmail]/Wszystkie', ['$lupafiled']],
])('tags a mail in a folder %s so: %s', async (_whose, folder, wanted) => {
  folders[2] = folder

  await markFiled(2, FILED)

  expect(tags[2]).toEqual(wanted)
})

it('tags it there too where the user wishes so, and takes that off though he does so no more', async () => {
  folders[2] = '/shared/ewa/Projekty'
  await markShared(true)
  await markFiled(2, FILED)
  expect(tags[2]).toEqual(['$lupafiled'])

  await markShared(false)
  await markFiled(2, UNFILED)

  expect(tags[2]).toEqual([])
})

/** Names that hold no mail, and what hangs on them. */
const inside: Record<string, { specialUse: string[] }[]> = {
  '/shared': [{ specialUse: [] }],
  '/Public': [],
  '/[Gmail]': [{ specialUse: [] }, { specialUse: ['sent'] }],
}

/** The few members of Thunderbird's interface that the tag needs, with a list of tags that begins empty. */
function fakeMessenger() {
  return {
    i18n: { getMessage: (key: string) => key },
    storage: {
      local: {
        get: async (key: string) => ({ [key]: kept[key] }),
        set: async (values: object) => {
          kept = { ...kept, ...values }
        },
        remove: async (key: string) => void delete kept[key],
      },
    },
    folders: {
      getParentFolders: async (path: string) => {
        const names = path.split('/').slice(1, -1)
        const above = names.map((_, at) => ({ id: `/${names.slice(0, at + 1).join('/')}`, isRoot: false }))
        return [...above.toReversed(), { id: '/', isRoot: true }]
      },
      getSubFolders: async (path: string) => inside[path] ?? [],
      getFolderCapabilities: async (path: string) => ({ canAddMessages: !(path in inside) }),
    },
    messages: {
      async get(id: number) {
        const mine = tags[id]
        if (!mine) throw new Error('no such mail')
        return {
          id,
          headerMessageId: `${id}@kowal.example`,
          subject: '',
          tags: mine,
          folder: { id: folders[id] ?? '/INBOX' },
        }
      },
      async update(id: number, change: { tags: string[] }) {
        // Thunderbird refuses a tag that it does not know.
        if (!known.some(({ key }) => key === '$lupafiled')) throw new Error('unknown tag')
        tags[id] = change.tags
      },
      query: async ({ tags: wanted }: { tags: { tags: Record<string, boolean> } }) => ({
        id: null,
        messages: Object.entries(tags)
          .filter(([, mine]) => mine.some(tag => wanted.tags[tag]))
          .map(([id, mine]) => ({ id: Number(id), tags: mine })),
      }),
      tags: {
        list: async () => known,
        create: async (key: string) => known.push({ key }),
        async delete(key: string) {
          known = known.filter(one => one.key !== key)
        },
      },
    },
  }
}
