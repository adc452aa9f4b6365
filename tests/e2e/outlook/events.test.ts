import { readFileSync } from 'node:fs'
import path from 'node:path'
import { createContext, runInContext } from 'node:vm'
import { beforeAll, describe, expect, it } from 'vitest'
import { buildPages, pagesFolder } from '../../../server/cli/build-pages.ts'

/**
 * Classic Outlook for Windows runs the events' file without a page: there is no document, no window and no storage. Here it
 * runs the same way, so that whatever reaches for one of these fails; and in a page of ours, as elsewhere.
 */
let script: string

beforeAll(async () => {
  await buildPages()
  script = readFileSync(path.join(pagesFolder, 'outlook/events.js'), 'utf8')
})

interface Verdict {
  allowEvent: boolean
  errorMessage?: string
  sendModeOverride?: string
}

interface Draft {
  to?: string[]
  bcc?: string[]
  properties?: Record<string, string>
  settings?: Record<string, unknown>
  conversationId?: string
  language?: string
  /** Names of what is attached. */
  attached?: string[]
  /** Outlook's answer to being asked for recipients: a list, an error, an exception, or none at all. */
  mood?: 'well' | 'failing' | 'throwing' | 'silent'
}

const meant = {
  caseId: 'c',
  reference: '2026/0017',
  contractorId: 'm',
  contractorName: 'Meblex',
  parties: ['@meblex.example', 'anna@wp.pl'],
}

/** Calls a function of the file as Outlook does; answers what it said, what it kept, and how often it answered. */
async function call(name: string, draft: Draft, page: object = {}) {
  const functions: Record<string, (event: object) => void> = {}
  const kept = { ...draft.properties }
  const headers: Record<string, string> = {}
  const answers: (Verdict | undefined)[] = []
  const field = (list: string[] = []) => ({
    getAsync(done: (result: object) => void) {
      if (draft.mood === 'throwing') throw new Error('Elevated permission is required')
      if (draft.mood === 'silent') return
      if (draft.mood === 'failing') return done({ status: 'failed', error: { code: 5001, name: '', message: '' } })
      done({ status: 'succeeded', value: list.map(emailAddress => ({ emailAddress, displayName: '' })) })
    },
  })
  const properties = {
    get: (key: string) => kept[key],
    set(key: string, value: string) {
      kept[key] = value
    },
    remove: (key: string) => void delete kept[key],
    saveAsync: (done: (result: object) => void) => done({ status: 'succeeded' }),
  }
  const item = {
    subject: {},
    conversationId: draft.conversationId,
    to: field(draft.to),
    cc: field(),
    bcc: field(draft.bcc),
    getAttachmentsAsync: (done: (result: object) => void) =>
      done({ status: 'succeeded', value: (draft.attached ?? []).map(name => ({ name })) }),
    internetHeaders: {
      setAsync(fresh: Record<string, string>, done: (result: object) => void) {
        Object.assign(headers, fresh)
        done({ status: 'succeeded' })
      },
    },
    loadCustomPropertiesAsync: (done: (result: object) => void) => done({ status: 'succeeded', value: properties }),
  }
  const Office = {
    actions: {
      associate(key: string, act: (event: object) => void) {
        functions[key] = act
      },
    },
    context: {
      displayLanguage: draft.language ?? 'pl-PL',
      roamingSettings: { get: (key: string) => draft.settings?.[key] },
      mailbox: { item, userProfile: { emailAddress: 'Jan@nasza.example' } },
    },
  }
  // Time runs a hundred times faster, so that waiting for a silent Outlook is soon over.
  const quick = (act: () => void, after: number) => setTimeout(act, after / 100)
  runInContext(script, createContext({ Office, setTimeout: quick, clearTimeout, console, ...page }))
  await new Promise<void>(resolve => {
    functions[name]?.({ completed: (verdict?: Verdict) => resolve(void answers.push(verdict)) })
  })
  await new Promise(resolve => setTimeout(resolve, 60))
  return { verdict: answers[0], answers: answers.length, kept, headers }
}

const chosen = { 'lupa-case': JSON.stringify(meant) }

describe('the guard at sending', () => {
  it.each([
    ['nobody but the contractor', { to: ['anna@meblex.example'] }],
    ['a person of his with another address', { to: ['anna@wp.pl'] }],
    ['a colleague', { to: ['anna@meblex.example'], bcc: ['ewa@nasza.example'] }],
  ])('lets go what is for %s', async (_who, draft) => {
    expect((await call('onMessageSend', { ...draft, properties: chosen })).verdict).toEqual({ allowEvent: true })
  })

  it.each([
    ['pl-PL', 'wśród adresatów są osoby spoza tej sprawy: obcy@inna.example'],
    ['en-GB', 'some recipients do not belong to it: obcy@inna.example'],
  ])('warns of a stranger in %s, and leaves the decision to the writer', async (language, words) => {
    const draft = { to: ['anna@meblex.example'], bcc: ['obcy@inna.example'], properties: chosen, language }
    const { verdict, answers } = await call('onMessageSend', draft)

    expect(verdict?.allowEvent).toBe(false)
    expect(verdict?.sendModeOverride).toBe('promptUser')
    expect(verdict?.errorMessage).toContain(words)
    expect(verdict?.errorMessage).toContain('2026/0017')
    expect(answers).toBe(1)
  })

  it('names three of many', async () => {
    const to = [1, 2, 3, 4, 5].map(number => `obcy${number}@inna.example`)

    const { verdict } = await call('onMessageSend', { to, properties: chosen })

    expect(verdict?.errorMessage).toContain('obcy3@inna.example, i 2 więcej')
  })

  it('is silent where no case was chosen, or where nobody knows who belongs to it', async () => {
    const unknown = { 'lupa-case': JSON.stringify({ ...meant, parties: [] }) }

    expect((await call('onMessageSend', { to: ['x@y.example'] })).verdict).toEqual({ allowEvent: true })
    expect((await call('onMessageSend', { to: ['x@y.example'], properties: unknown })).verdict).toEqual({
      allowEvent: true,
    })
    expect((await call('onMessageSend', { properties: { 'lupa-case': '{' } })).verdict).toEqual({ allowEvent: true })
  })

  it('names the other contractor to whom a recipient belongs, by address or by domain', async () => {
    const others = { 'ewa@wp.pl': 'Hurtownia Kowal', '@trans.example': 'Trans-Pol' }
    const properties = { 'lupa-case': JSON.stringify({ ...meant, others }) }
    const to = ['anna@meblex.example', 'ewa@wp.pl', 'jan@trans.example']

    const { verdict } = await call('onMessageSend', { to, properties })

    expect(verdict?.errorMessage).toContain(
      'należą do innych kontrahentów: ewa@wp.pl (Hurtownia Kowal), jan@trans.example (Trans-Pol)',
    )
    expect(verdict?.errorMessage).not.toContain('osoby spoza')
  })

  it.each([
    ['leaves the company', { to: ['anna@meblex.example'], attached: ['Umowa.pdf'] }, true],
    ['stays among colleagues', { to: ['ewa@nasza.example'], attached: ['Umowa.pdf'] }, false],
    ['was taken off again', { to: ['anna@meblex.example'], attached: ['Inny.pdf'] }, false],
  ])('looks at a confidential document that %s', async (_what, draft, warns) => {
    const properties = { 'lupa-confidential': JSON.stringify(['Umowa.pdf']) }

    const { verdict } = await call('onMessageSend', { ...draft, properties })

    expect(verdict?.allowEvent).toBe(!warns)
    if (warns) expect(verdict?.errorMessage).toContain('dokument poufny (Umowa.pdf)')
  })

  it('takes nobody for a stranger whom the pane found to be a colleague', async () => {
    const properties = {
      ...chosen,
      'lupa-confidential': JSON.stringify(['Umowa.pdf']),
      'lupa-ours': JSON.stringify(['ewa@nasza-druga.example']),
    }
    const to = ['anna@meblex.example', 'ewa@nasza-druga.example']

    const { verdict } = await call('onMessageSend', { to, properties, attached: ['Umowa.pdf'] })

    expect(verdict?.errorMessage).toContain('poza firmę: anna@meblex.example. ')
    expect(verdict?.errorMessage).not.toContain('ewa@')
  })

  it('warns of recipients of different contractors where no case was chosen, as far as the pane knew', async () => {
    const properties = { 'lupa-owners': JSON.stringify(['@meblex.example Meblex', 'ewa@wp.pl Hurtownia Kowal']) }
    const to = ['anna@meblex.example', 'ewa@wp.pl', 'obcy@inna.example']

    const { verdict } = await call('onMessageSend', { to, properties })
    const one = await call('onMessageSend', { to: ['anna@meblex.example', 'obcy@inna.example'], properties })

    expect(verdict?.errorMessage).toContain(
      'należą do różnych kontrahentów: anna@meblex.example (Meblex), ewa@wp.pl (Hurtownia Kowal).',
    )
    expect(one.verdict).toEqual({ allowEvent: true })
  })

  it('warns of nobody where one contractor is common to all who are left', async () => {
    const lines = ['@meblex.example Meblex', 'ewa@wp.pl Meblex', 'ewa@wp.pl Kowal', '@kowal.example Kowal']
    const properties = { 'lupa-owners': JSON.stringify(lines) }
    const to = ['anna@meblex.example', 'ewa@wp.pl']

    expect((await call('onMessageSend', { to, properties })).verdict).toEqual({ allowEvent: true })
    const { verdict } = await call('onMessageSend', { to: [...to, 'jan@kowal.example'], properties })
    expect(verdict?.errorMessage).toContain('należą do różnych kontrahentów')
  })

  it('says every reason in one warning that Outlook does not cut', async () => {
    const properties = { ...chosen, 'lupa-confidential': JSON.stringify(['A'.repeat(100), 'B'.repeat(100)]) }
    const to = [1, 2, 3, 4].map(number => `${'x'.repeat(60)}${number}@inna.example`)
    const attached = ['A'.repeat(100), 'B'.repeat(100)]

    const { verdict } = await call('onMessageSend', { to, attached, properties })

    expect(verdict?.errorMessage?.length).toBeLessThanOrEqual(500)
    expect(verdict?.errorMessage).toContain('dokument poufny')
  })

  it.each(['failing', 'throwing', 'silent'] as const)('never holds a mail back when Outlook is %s', async mood => {
    const { verdict, answers } = await call('onMessageSend', { to: ['x@y.example'], properties: chosen, mood })

    expect(verdict).toEqual({ allowEvent: true })
    expect(answers).toBe(1)
  })
})

describe('the guard in a page that keeps the session', () => {
  const to = ['anna@meblex.example', 'ewa@trans.example']
  const whose: Record<string, string> = { 'anna@meblex.example': 'Meblex', 'ewa@trans.example': 'Trans-Pol' }

  interface Storage {
    [key: string]: string
  }

  /** A page of our server's, which knows whose the two are; without an answer to `/ready` it is away, and `slow` never answers there. */
  function openPage(
    change: {
      stored?: Storage
      answer?: (url: string) => object | null | undefined | 'slow'
      locks?: object | undefined
    } = {},
  ) {
    const stored = change.stored ?? { 'lupa:refresh': 'refresh-1' }
    const held: Storage = {}
    const asked: string[] = []
    const storage = (values: Storage) => ({
      getItem: (key: string) => values[key] ?? null,
      setItem: (key: string, value: string) => void Object.assign(values, { [key]: value }),
      removeItem: (key: string) => void delete values[key],
    })
    async function fetch(url: string, { body, headers }: { body?: string; headers: Record<string, string> }) {
      asked.push(url)
      const changed = change.answer?.(url)
      if (changed === 'slow') return new Promise(() => undefined)
      if (changed === null) throw new TypeError('network')
      const { to: [address] = [''] } = JSON.parse(body ?? '{}')
      const answers: Record<string, object> = {
        '/ready': { ok: true },
        '/api/session/refresh': { token: 'token-2', refresh: 'refresh-2' },
        '/api/lookup': { contractors: [{ id: whose[address], name: whose[address], via: 'domain' }], ours: [] },
      }
      const isKnown = url !== '/api/lookup' || headers.authorization === 'Bearer token-2'
      return Response.json(changed ?? answers[url], { status: isKnown ? 200 : 401 })
    }
    const locks = 'locks' in change ? change.locks : { request: (_name: string, act: () => unknown) => act() }
    const page = {
      document: {},
      navigator: { locks },
      localStorage: storage(stored),
      sessionStorage: storage(held),
      fetch,
    }
    return { stored, asked, globals: { ...page, window: page } }
  }

  it('goes on in it with a trade for all mails of the next minutes', async () => {
    const { stored, asked, globals } = openPage()

    const first = await call('onMessageSend', { to }, globals)
    const second = await call('onMessageSend', { to }, globals)

    for (const { verdict } of [first, second]) expect(verdict?.errorMessage).toContain('ewa@trans.example (Trans-Pol)')
    expect(stored).toEqual({ 'lupa:refresh': 'refresh-2' })
    expect(asked.filter(url => url !== '/api/lookup')).toEqual(['/ready', '/api/session/refresh'])
  })

  it('asks nothing of a mail to one company or to colleagues', async () => {
    const { asked, globals } = openPage()
    await call('onMessageSend', { to: ['anna@meblex.example', 'jan@meblex.example', 'ewa@nasza.example'] }, globals)
    expect(asked).toEqual([])
  })

  it.each([
    ['nobody is signed in', openPage({ stored: {} })],
    ['the browser has no locks, and the pane might trade at once', openPage({ locks: undefined })],
  ])('asks nothing where %s', async (_why, { asked, globals }) => {
    expect((await call('onMessageSend', { to }, globals)).verdict).toEqual({ allowEvent: true })
    expect(asked).toEqual([])
  })

  it.each([
    ['away', () => null, ['/ready']],
    ['slow', () => 'slow' as const, ['/ready']],
    ['slow to trade', (url: string) => (url.endsWith('refresh') ? ('slow' as const) : undefined), undefined],
    ['slow to look up', (url: string) => (url.endsWith('lookup') ? ('slow' as const) : undefined), undefined],
  ])('warns by what the pane kept while the server is %s', async (_how, answer, only) => {
    const properties = { 'lupa-owners': JSON.stringify(['@meblex.example Meblex', '@trans.example Kept-Pol']) }
    const { asked, globals } = openPage({ answer: url => answer(url) })

    const { verdict, answers } = await call('onMessageSend', { to, properties }, globals)
    expect(verdict?.errorMessage).toContain('ewa@trans.example (Kept-Pol)')
    expect(answers).toBe(1)
    // The session is not touched where the answer might not be heard.
    if (only) expect(asked).toEqual(only)
    const nothing = await call('onMessageSend', { to }, openPage({ answer: url => answer(url) }).globals)
    expect(nothing.verdict).toEqual({ allowEvent: true })
  })

  it('signs nobody in again who signed out meanwhile', async () => {
    const stored: Storage = { 'lupa:refresh': 'refresh-1' }
    const { globals } = openPage({
      stored,
      answer(url) {
        if (url !== '/api/session/refresh') return undefined
        delete stored['lupa:refresh']
        return { token: 'token-2', refresh: 'refresh-2' }
      },
    })

    expect((await call('onMessageSend', { to }, globals)).verdict).toEqual({ allowEvent: true })
    expect(stored).toEqual({})
  })
})

describe('a new mail', () => {
  const settings = { 'lupa-threads': JSON.stringify([['talk', JSON.stringify(meant)]]) }

  it('goes on in the case of its conversation', async () => {
    const { kept, headers } = await call('onNewMessageCompose', { conversationId: 'talk', settings })

    expect(JSON.parse(kept['lupa-case'] ?? '{}')).toEqual(meant)
    expect(headers).toEqual({ 'x-lupa-case': '2026/0017' })
  })

  it('has none in a conversation of its own, and keeps the one it has', async () => {
    const other = { 'lupa-case': JSON.stringify({ ...meant, reference: '2026/0099' }) }

    expect((await call('onNewMessageCompose', { conversationId: 'else', settings })).kept).toEqual({})
    const { kept } = await call('onNewMessageCompose', { conversationId: 'talk', settings, properties: other })
    expect(kept).toEqual(other)
  })
})
