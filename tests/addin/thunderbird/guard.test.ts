import { expect, it, vi } from 'vitest'
import type { MeantCase } from '../../../addin/host/mail-host.ts'
import { guardSending } from '../../../addin/thunderbird/guard.ts'
import type { Warning } from '../../../addin/thunderbird/warning.ts'

const tab = { id: 7 }
const meant: MeantCase = {
  caseId: 'case',
  reference: 'M-1',
  contractorId: 'meblex',
  contractorName: 'Meblex',
  parties: ['@meblex.example'],
}
const away = async () => {
  throw new Error('no connection')
}

it('stops a mail to somebody who is no party of its case, and asks', async () => {
  const composer = composeTo('adam@meblex.example, obcy@konkurencja.example', { meant })

  expect(await guardSending(tab)).toEqual({ cancel: true })
  expect(composer.warnings).toMatchObject([
    { strangers: [{ address: 'obcy@konkurencja.example', contractorName: null }] },
  ])
})

it('says nothing of a mail to the parties of its case', async () => {
  const composer = composeTo('adam@meblex.example', { meant })

  expect(await guardSending(tab)).toEqual({ cancel: false })
  expect(composer.warnings).toEqual([])
})

it('takes nobody for a stranger who came to the contractor of the case after it was chosen', async () => {
  composeTo('adam@wp.pl', { meant, server: serverOf({ owners: { 'adam@wp.pl': ['meblex', 'Trans-Pol'] } }) })

  expect(await guardSending(tab)).toEqual({ cancel: false })
})

it('lets a mail go when its warning cannot be shown', async () => {
  composeTo('obcy@konkurencja.example', { meant, openWindow: away })

  expect(await guardSending(tab)).toEqual({ cancel: false })
})

it('knows colleagues under another domain of the company, from the server', async () => {
  const composer = composeTo('ewa@nasza-druga.example', {
    meant,
    server: serverOf({ ours: ['ewa@nasza-druga.example'] }),
  })

  expect(await guardSending(tab)).toEqual({ cancel: false })
  expect(composer.warnings).toEqual([])
})

it('stops a confidential file on its way outside, whatever case the mail is meant for', async () => {
  const composer = composeTo('obcy@konkurencja.example', { file: 'umowa.pdf', server: serverOf({ isSecret: true }) })

  expect(await guardSending(tab)).toEqual({ cancel: true })
  expect(composer.warnings).toMatchObject([
    { files: ['umowa.pdf'], outsiders: ['obcy@konkurencja.example'], strangers: [] },
  ])
})

it.each([
  ['open', 'obcy@konkurencja.example', serverOf({ isSecret: false })],
  ['for colleagues', 'ewa@nasza.example', serverOf({ isSecret: true })],
  [
    'for colleagues elsewhere',
    'ewa@nasza-druga.example',
    serverOf({ isSecret: true, ours: ['ewa@nasza-druga.example'] }),
  ],
  ['unknown, because the server is away', 'obcy@konkurencja.example', away],
])('lets a file go that is %s', async (_why, to, server) => {
  composeTo(to, { file: 'umowa.pdf', server })

  expect(await guardSending(tab)).toEqual({ cancel: false })
})

it.each([
  ['of different contractors', ['Meblex'], ['Trans-Pol'], true],
  ['of contractors of whom one is common', ['Meblex'], ['Trans-Pol', 'Meblex'], false],
  ['of whom one is nobody’s', ['Meblex'], [], false],
])('judges a mail without a case by its recipients, who are %s', async (_who, anna, ewa, stops) => {
  const owners = { 'anna@meblex.example': anna, 'ewa@trans.example': ewa }
  const composer = composeTo(Object.keys(owners).join(', '), { server: serverOf({ owners }) })

  expect(await guardSending(tab)).toEqual({ cancel: stops })
  expect(composer.warnings.flatMap(({ place, mixed }) => [place, mixed])).toEqual(
    stops
      ? [
          null,
          [
            { address: 'anna@meblex.example', contractorName: 'Meblex' },
            { address: 'ewa@trans.example', contractorName: 'Trans-Pol' },
          ],
        ]
      : [],
  )
})

it('takes nobody for a contractor’s to whose file mails with him merely tend to go', async () => {
  const server = serverOf({ owners: { 'anna@meblex.example': ['Meblex'], 'ewa@wp.pl': ['Trans-Pol'] }, by: 'thread' })
  const composer = composeTo('anna@meblex.example, ewa@wp.pl', { server })

  expect(await guardSending(tab)).toEqual({ cancel: false })
  expect(composer.warnings).toEqual([])
})

it('does not ask twice of the same, and asks again of another file', async () => {
  const server = serverOf({ isSecret: true })
  const first = composeTo('obcy@konkurencja.example', { file: 'umowa.pdf', server })
  await guardSending(tab)
  const allowed = first.warnings[0]?.subject ?? ''

  composeTo('obcy@konkurencja.example', { file: 'umowa.pdf', server, allowed })
  expect(await guardSending(tab)).toEqual({ cancel: false })
  composeTo('obcy@konkurencja.example', { file: 'aneks.pdf', server, allowed })
  expect(await guardSending(tab)).toEqual({ cancel: true })
})

interface Told {
  ours?: string[]
  isSecret?: boolean
  /** The contractors of an address. */
  owners?: Record<string, string[]>
  /** How the server comes to that. */
  by?: 'address' | 'thread'
}

/** A server that knows nobody unless told otherwise, and what is confidential. */
function serverOf({ ours = [], isSecret = false, owners = {}, by = 'address' }: Told) {
  return async (url: string, { body = '{}' }: { body?: string }) => {
    const { hashes, to = [] } = JSON.parse(body) as { hashes?: string[]; to?: string[] }
    const items = isSecret ? hashes?.map(hash => ({ hash, itemId: 'item' })) : []
    return Response.json(
      url.endsWith('/api/lookup')
        ? { contractors: contractorsOf(owners[to[0] ?? ''], by), ours }
        : { items, next: null },
    )
  }
}

function contractorsOf(ids: string[] = [], via: string) {
  return ids.map(id => ({ id, name: id, via }))
}

interface Composer {
  meant?: MeantCase
  allowed?: string
  file?: string
  openWindow?: () => Promise<unknown>
  server?: (url: string, init: { body?: string }) => Promise<Response>
}

/** A composer with a mail to these, whose server is away unless there is one; answers what was warned of. */
function composeTo(to: string, { meant, allowed, file, server = away, openWindow = async () => undefined }: Composer) {
  const warnings: Warning[] = []
  const kept = { meant: meant ?? null, ...(allowed && { allowed }) }
  const attachment = { id: 1, name: file ?? '', size: 6 }
  vi.stubGlobal('fetch', server)
  vi.stubGlobal('messenger', {
    compose: {
      getComposeDetails: async () => ({ from: 'jan@nasza.example', to: to.split(', '), cc: [], bcc: [], subject: '' }),
      listAttachments: async () => (file ? [attachment] : []),
      getAttachmentFile: async () => new Blob([`poufne ${file}`]),
    },
    messengerUtilities: {
      parseMailboxString: async (text: string) => (text ? text.split(', ').map(email => ({ email })) : []),
    },
    runtime: { getURL: (path: string) => path },
    storage: {
      session: {
        get: async (key: string) => (key === 'draft:7' ? { [key]: kept } : {}),
        set: async (values: Record<string, Warning>) => void warnings.push(...Object.values(values)),
      },
      local: { get: async () => ({ server: 'https://lupa.example' }) },
      managed: { get: async () => ({}) },
    },
    windows: { create: openWindow },
  })
  return { warnings }
}
