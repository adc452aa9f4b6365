import { expect, it, vi } from 'vitest'
import type { MeantCase } from '../../../addin/host/mail-host.ts'
import { guardSending } from '../../../addin/thunderbird/guard.ts'

const tab = { id: 7 }
const meant: MeantCase = {
  caseId: 'case',
  reference: 'M-1',
  contractorId: 'meblex',
  contractorName: 'Meblex',
  parties: ['@meblex.example'],
}

it('stops a mail to somebody who is no party of its case, and asks', async () => {
  const windows = composeTo('adam@meblex.example, obcy@konkurencja.example', async () => undefined)

  expect(await guardSending(tab)).toEqual({ cancel: true })
  expect(windows).toHaveBeenCalledOnce()
})

it('says nothing of a mail to the parties of its case', async () => {
  const windows = composeTo('adam@meblex.example', async () => undefined)

  expect(await guardSending(tab)).toEqual({ cancel: false })
  expect(windows).not.toHaveBeenCalled()
})

it('lets a mail go when its warning cannot be shown', async () => {
  composeTo('obcy@konkurencja.example', async () => {
    throw new Error('no window')
  })

  expect(await guardSending(tab)).toEqual({ cancel: false })
})

/** A composer with a mail to these, whose server is away; answers how windows were opened. */
function composeTo(to: string, openWindow: () => Promise<unknown>) {
  const create = vi.fn(openWindow)
  vi.stubGlobal('messenger', {
    compose: {
      getComposeDetails: async () => ({ from: 'jan@nasza.example', to: to.split(', '), cc: [], bcc: [], subject: '' }),
    },
    messengerUtilities: {
      parseMailboxString: async (text: string) => (text ? text.split(', ').map(email => ({ email })) : []),
    },
    storage: {
      session: {
        get: async (key: string) => (key === 'draft:7' ? { [key]: { meant } } : {}),
        set: async () => undefined,
      },
      local: { get: async () => ({}) },
    },
    windows: { create },
  })
  return create
}
