import { onSessionChange } from '../api/session.ts'
import type { MailHost } from '../host/mail-host.ts'
import type { PageQueue } from '../queue/page-queue.ts'

/** The same mail program, in which filings wait in this page while the server is away. What they need comes after the first picture. */
export function withQueue<Host extends MailHost>(plain: Host): Host {
  const listeners = new Set<() => void>()
  let account: string | null = null
  let there: PageQueue | null = null
  let asked: Promise<PageQueue> | null = null
  const queue = () => {
    asked ??= import('../queue/page-queue.ts').then(({ pageQueue }) => {
      there = pageQueue(host, () => account)
      there.onChange(() => {
        for (const listener of listeners) listener()
      })
      return there
    })
    return asked
  }
  const host: Host = {
    ...plain,
    async fetch(path, request) {
      const reply = await plain.fetch(path, request)
      if (reply.status < 500) void there?.serverIsBack()
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
  onSessionChange(host, user => {
    account = user?.email.toLowerCase() ?? null
  })
  return host
}
