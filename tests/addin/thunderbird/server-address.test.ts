import { expect, it, vi } from 'vitest'
import { chosenServer, serverUrl } from '../../../addin/thunderbird/server-address.ts'

const POLICY = 'https://polityka.firma.example'
const OWN = 'https://wlasny.firma.example'
const PACKAGED = 'https://paczka.firma.example'

it('asks the server that the company has set, whatever the user chose before', async () => {
  setUp({ policy: `${POLICY}/`, own: OWN })

  expect(await chosenServer()).toEqual({ address: POLICY, fixed: true })
  expect(await serverUrl('/api/lookup')).toBe(`${POLICY}/api/lookup`)
})

it('asks the server of the user where there is no policy', async () => {
  setUp({ own: OWN })

  expect(await chosenServer()).toEqual({ address: OWN, fixed: false })
})

it('asks the server that the package came with before anybody has chosen', async () => {
  setUp({})

  expect(await chosenServer()).toEqual({ address: PACKAGED, fixed: false })
})

it('takes no notice of a policy that is not an address', async () => {
  setUp({ policy: 'lupa', own: OWN })

  expect(await chosenServer()).toEqual({ address: OWN, fixed: false })
})

/** Thunderbird's storage, where asking for a policy fails when there is none, and the package's own address. */
function setUp({ policy, own }: { policy?: string; own?: string }) {
  vi.stubGlobal('messenger', {
    runtime: { getURL: (file: string) => `moz-extension://lupa/${file}` },
    storage: {
      local: { get: async () => (own ? { server: own } : {}) },
      managed: {
        async get() {
          if (!policy) throw new Error('Managed storage manifest not found')
          return { server: policy }
        },
      },
    },
  })
  vi.stubGlobal('fetch', async () => new Response(JSON.stringify({ address: PACKAGED })))
}
