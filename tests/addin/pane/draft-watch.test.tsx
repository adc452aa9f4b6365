import { render } from 'preact'
import { act } from 'preact/test-utils'
import { expect, it } from 'vitest'
import type { Draft, MailHost, MeantCase } from '../../../addin/host/mail-host.ts'
import { DraftWatch } from '../../../addin/pane/draft-watch.tsx'
import { HostContext } from '../../../addin/pane/host-context.ts'
import type { Match } from '../../../shared/lookup.ts'

it('tells the guard anew whose the recipients are, when a chosen case is let go', async () => {
  const told: string[] = []
  const host = { draft: { keep: async (_what: string, value: string) => void told.push(value) } } as unknown as MailHost
  const contractors = ['Meblex', 'Kowal'].map(
    (name): Match => ({
      id: name,
      name,
      nip: null,
      city: null,
      via: 'domain',
      address: `@${name.toLowerCase()}.example`,
      person: null,
    }),
  )
  const box = document.createElement('div')
  const show = (meant: MeantCase | null) =>
    act(async () => {
      const draft = { id: '1', to: [], cc: [], bcc: [], subject: '', meant } as unknown as Draft
      render(
        <HostContext.Provider value={host}>
          <DraftWatch draft={draft} ours={[]} contractors={contractors} />
        </HostContext.Provider>,
        box,
      )
    })
  const meant = { reference: '2026/0001' } as MeantCase

  await show(null)
  await expect.poll(() => told).toHaveLength(2)
  await show(meant)
  await show(null)

  await expect.poll(() => told).toHaveLength(4)
  expect(told.slice(2)).toEqual(told.slice(0, 2))
})
