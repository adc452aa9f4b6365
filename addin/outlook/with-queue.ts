import { lastAccount, onSessionChange } from '../api/session.ts'
import type { MailHost } from '../host/mail-host.ts'
import type { PageQueue } from '../queue/page-queue.ts'

/** The same mail program, in which filings wait in this page while the server is away. What they need comes after the first picture. */
export function withQueue<Host extends MailHost>(plain: Host): Host {
  const listeners = new Set<() => void>()
  let account: string | null = null
  let there: PageQueue | null = null
  let asked: Promise<PageQueue> | null = null
  let isAway = false
  const queue = () => {
    asked ??= open().catch(error => {
      asked = null
      throw error
    })
    return asked
  }
  async function open() {
    const { pageQueue } = await import('../queue/page-queue.ts')
    // What it sends itself says nothing new of whether the server is there.
    there = pageQueue(host, () => account, { fetch: plain.fetch })
    there.onChange(() => {
      for (const listener of listeners) listener()
    })
    return there
  }
  /** An answer after none is news; a server that answers this may go on not to take that. */
  function hear(answers: boolean) {
    if (answers) void there?.serverIsBack(isAway)
    isAway = !answers
  }
  const host: Host = {
    ...plain,
    async fetch(path, request) {
      const reply = await plain.fetch(path, request).catch(error => {
        hear(false)
        throw error
      })
      hear(reply.status < 500)
      return reply
    },
    queue: {
      add: async (filing, source) => (await queue()).add(filing, source),
      list: async () => (await queue()).list(),
      retry: async id => (await queue()).retry(id),
      discard: async id => (await queue()).discard(id),
      onChange(listener) {
        listeners.add(listener)
        return () => listeners.delete(listener)
      },
    },
  }
  let isTold = false
  onSessionChange(host, user => {
    isTold = true
    account = user?.email.toLowerCase() ?? null
  })
  // Where the server was away from the start, nobody has told yet.
  lastAccount(host).then(
    email => {
      if (!isTold) account = email?.toLowerCase() ?? null
    },
    () => undefined,
  )
  return host
}
