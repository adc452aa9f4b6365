import { beforeEach, expect, it, vi } from 'vitest'
import { followStart } from '../../../addin/thunderbird/settle-in.ts'

let registered: object[]
let done: string[]
let installed: () => void

beforeEach(() => {
  registered = []
  done = []
  vi.stubGlobal('messenger', fakeMessenger())
})

it('puts panel, menu, space and tag in place when the add-on is switched on again, of which nobody tells it', async () => {
  followStart()

  await vi.waitFor(() => expect(done.toSorted()).toEqual(['drawn in 1', 'menu', 'panel', 'space', 'tag']))
})

it('does it once where several say so', async () => {
  followStart()
  installed()

  await vi.waitFor(() => expect(done).toContain('drawn in 1'))
  expect(done.filter(one => one === 'menu')).toHaveLength(1)
})

it('does nothing each time that the background wakes up', async () => {
  registered.push({})

  followStart()
  await new Promise(resolve => setTimeout(resolve, 10))

  expect(done).toEqual([])
})

/** As much of Thunderbird as it takes, with one mail on screen. */
function fakeMessenger() {
  return {
    runtime: {
      onInstalled: {
        addListener: (listener: () => void) => {
          installed = listener
        },
      },
      onStartup: { addListener: () => undefined },
    },
    i18n: { getMessage: (key: string) => key },
    storage: { local: { get: async () => ({ server: 'https://lupa.example' }) }, managed: { get: async () => ({}) } },
    tabs: { query: async () => [{ id: 1 }] },
    messages: { tags: { list: async () => [], create: async () => done.push('tag') } },
    menus: { removeAll: async () => undefined, create: () => done.push('menu') },
    spaces: { query: async () => [], create: async () => done.push('space') },
    scripting: {
      executeScript: async ({ target }: { target: { tabId: number } }) => done.push(`drawn in ${target.tabId}`),
      messageDisplay: {
        getRegisteredScripts: async () => registered,
        async registerScripts(scripts: object[]) {
          registered.push(...scripts)
          done.push('panel')
        },
      },
    },
  }
}
