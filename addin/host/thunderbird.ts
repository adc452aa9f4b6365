import { lookUp } from '../../shared/lookup.ts'
import { ask } from './ask-background.ts'
import { begunInBackground } from './begun-in-background.ts'
import { isLeftBehind, leaveWithBackground } from './leave-with-background.ts'
import type { FilingQueue, HostRequest, HostStorage, MailHost } from './mail-host.ts'
import { accountOf } from './thunderbird-account.ts'
import type { LookedUp, PlainRequest, ShownMessage, Telling } from './thunderbird-question.ts'

const PANE_KEY = 'pane:'

/** Thunderbird as the pane sees it from inside a mail's document; everything is asked of the extension's background. */
export function thunderbirdHost({ early }: { early?: Promise<ShownMessage | null> } = {}): MailHost {
  let asked = early
  let shown: Promise<ShownMessage | null> = Promise.resolve(null)
  let brought: LookedUp | undefined
  const lookAgain = async () => {
    shown = asked ?? askShown()
    asked = undefined
    const now = await shown
    brought = now?.lookup
    return now
  }
  /** What came along with the mail answers the question that is asked of it at once, and no later one. */
  const takeBrought = (path: string, { body }: HostRequest) => {
    if (path !== lookUp.url) return null
    const taken = brought
    brought = undefined
    return taken && taken.body === body ? taken.reply : null
  }
  /** Who filed last here: what of it is still under way is nobody else's. */
  let filer: Promise<string | null> | undefined
  const isStillHere = async () => filer === undefined || (await filer) === (await accountOf())

  return {
    name: 'thunderbird',
    signsIn: true,
    language: () => messenger.i18n.getUILanguage(),
    openMessage: async () => (await lookAgain())?.message ?? null,
    onOpenMessageChange: listener =>
      onTelling(telling => {
        if (telling.tell !== 'open-message') return
        // Thunderbird also reports the mail whose document has just asked for itself.
        void known(shown).then(message => {
          if (message !== telling.message) listener()
        })
      }),
    onMaybeNews: listener =>
      onTelling(telling => {
        if (telling.tell === 'news') listener()
      }),
    async source() {
      // The number keeps the source with the mail that the pane was told about, even if the user has moved on.
      const message = await known(shown, lookAgain)
      if (message === null) throw new Error('no message is open')
      return new Blob([await ask<'source'>({ ask: 'source', message })], { type: 'message/rfc822' })
    },
    async words() {
      const message = await known(shown)
      return message === null ? '' : ask<'words'>({ ask: 'words', message })
    },
    fetch: async (path, init) =>
      isLeftBehind(path, init)
        ? new Promise(() => {})
        : (takeBrought(path, init) ?? ask<'fetch'>({ ask: 'fetch', path, request: await plain(init) })),
    keepForLater: ({ path, init: { method, headers, body } }) =>
      leaveWithBackground({ path, request: { method, headers, ...(typeof body === 'string' && { body }) } }),
    keepFiling(filing) {
      filer = accountOf()
      const left = known(shown).then(message => message !== null && leaveWithBackground({ message, filing }))
      return () => void left.then(async takeBack => takeBack && (await isStillHere()) && takeBack())
    },
    async openPage(path) {
      await ask<'open-page'>({ ask: 'open-page', path })
    },
    storage: paneStorage,
    queue: {
      ...filingQueue,
      async add(filing, source) {
        if (!(await isStillHere())) throw new Error('another is signed in')
        await filingQueue.add(filing, source)
      },
    },
    begun: begunInBackground(
      early?.then(
        now => now?.begun,
        () => undefined,
      ),
    ),
    async mark(filed, { changed }) {
      const message = await known(shown)
      if (message !== null) await ask<'mark'>({ ask: 'mark', message, filed, changed })
    },
  }
}

/** Asks which mail is shown. Who asks before there is anything to draw on hands the answer to the host. */
export function askShown(question: { first?: true } = {}): Promise<ShownMessage | null> {
  return ask<'open-message'>({ ask: 'open-message', ...question })
}

async function known(
  shown: Promise<ShownMessage | null>,
  otherwise: () => Promise<ShownMessage | null> = async () => null,
): Promise<number | null> {
  const answer = (await shown.catch(() => null)) ?? (await otherwise())
  return answer?.id ?? null
}

async function plain({ method, headers, body }: HostRequest): Promise<PlainRequest> {
  if (body === undefined) return { method, headers }
  return { method, headers, body: typeof body === 'string' ? body : await body.arrayBuffer() }
}

function onTelling(listener: (telling: Telling) => void): () => void {
  const listen = (telling: unknown) => {
    listener(telling as Telling)
    return undefined
  }
  messenger.runtime.onMessage.addListener(listen)
  return () => messenger.runtime.onMessage.removeListener(listen)
}

/** What waits for the server, kept by the background. */
export const filingQueue: FilingQueue = {
  async add(filing, source) {
    await ask<'queue-add'>({ ask: 'queue-add', filing, source: await source.arrayBuffer() })
  },
  list: () => ask<'queue-list'>({ ask: 'queue-list' }),
  async retry(id) {
    await ask<'queue-retry'>({ ask: 'queue-retry', id })
  },
  async discard(id) {
    await ask<'queue-discard'>({ ask: 'queue-discard', id })
  },
  onChange: listener =>
    onTelling(telling => {
      if (telling.tell === 'queue') listener()
    }),
}

const paneStorage: HostStorage = {
  async read(key) {
    const value = (await messenger.storage.local.get(PANE_KEY + key))[PANE_KEY + key]
    return typeof value === 'string' ? value : null
  },
  write: (key, value) => messenger.storage.local.set({ [PANE_KEY + key]: value }),
  remove: key => messenger.storage.local.remove(PANE_KEY + key),
}
