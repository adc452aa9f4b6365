import { render } from 'preact'
import { act } from 'preact/test-utils'
import { expect, it } from 'vitest'
import type { Draft, MeantCase } from '../../../addin/host/mail-host.ts'
import { DraftWatch } from '../../../addin/pane/draft-watch.tsx'
import { HostContext } from '../../../addin/pane/host-context.ts'
import type { Match } from '../../../shared/lookup.ts'
import { type Asked, fakeHost } from '../../support/fake-host.ts'

const [anna, ewa, jan] = ['anna@meblex.example', 'ewa@wp.pl', 'jan@kowal.example'] as const

it('tells the guard anew whose the recipients are, when a chosen case is let go', async () => {
  const { told, show } = watch({ [anna]: ['Meblex'], [jan]: ['Kowal'] })
  const meant = { reference: '2026/0001' } as MeantCase

  await show(null)
  await expect.poll(() => told).toEqual(['@meblex.example Meblex', '@kowal.example Kowal'])
  await show(meant)
  await show(null)

  await expect.poll(() => told).toHaveLength(4)
  expect(told.slice(2)).toEqual(told.slice(0, 2))
})

it.each([
  ['one contractor is common to all', { [anna]: ['Meblex'], [ewa]: ['Meblex', 'Kowal'] }, []],
  [
    'two of them have none in common',
    { [anna]: ['Meblex'], [ewa]: ['Meblex', 'Kowal'], [jan]: ['Kowal'] },
    ['@meblex.example Meblex', 'ewa@wp.pl Meblex', 'ewa@wp.pl Kowal', '@kowal.example Kowal'],
  ],
])('tells the guard all that it has to know where %s', async (_what, owners, kept) => {
  const { told, show, asked } = watch(owners)

  await show(null)

  await expect.poll(asked).toHaveLength(Object.keys(owners).length)
  await act(async () => undefined)
  expect(told).toEqual(kept)
})

/** A draft to these, whose contractors a server tells as it does: of all together each contractor once. */
function watch(owners: Record<string, string[]>) {
  const told: string[] = []
  const matchesOf = (addresses: string[]): Match[] => {
    const all = addresses.flatMap(address => (owners[address] ?? []).map(name => matchOf(address, name)))
    return all.filter(({ id }, at) => all.findIndex(one => one.id === id) === at)
  }
  const fake = fakeHost(null, {
    'POST /api/lookup': ({ body }: Asked) => ({ contractors: matchesOf((body as { to: string[] }).to) }),
  })
  const host = { ...fake, draft: { keep: async (_what: string, value: string) => void told.push(value) } }
  const to = Object.keys(owners).map(address => ({ name: '', address }))
  const box = document.createElement('div')
  const show = (meant: MeantCase | null) =>
    act(async () => {
      const draft: Draft = { id: '1', to, cc: [], bcc: [], subject: '', meant }
      render(
        <HostContext.Provider value={host as never}>
          <DraftWatch draft={draft} ours={[]} contractors={matchesOf(Object.keys(owners))} />
        </HostContext.Provider>,
        box,
      )
    })
  return { told, show, asked: () => fake.asked.filter(({ path }) => path === '/api/lookup') }
}

function matchOf(address: string, name: string): Match {
  const via = address === ewa ? 'address' : 'domain'
  return { id: name, name, nip: null, city: null, via, address, person: null }
}
