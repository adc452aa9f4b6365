import { onSessionChange } from '../api/session.ts'
import type { MailHost, OpenMessage } from '../host/mail-host.ts'
import type { useOwnNumber } from '../ui/use-own-number.ts'
import type { Place } from './place.ts'
import type { QuickKind, QuickWords } from './use-quick-add.ts'

/** A quick addition that was begun beside a mail. */
export interface Begun {
  kind: QuickKind
  words: QuickWords
  /** Where to, when that was chosen. */
  picked: Place | null
  /** Of what is sent, so that what was being saved meanwhile is not made twice. */
  numberOf: ReturnType<typeof useOwnNumber>
}

/** Whoever looks into so many other mails has let it go. */
const MOST = 20

const begunOn = new WeakMap<MailHost, Map<string, Begun>>()

/** What was typed beside each mail and not saved yet: somebody looks something up in another mail and comes back. Until the session ends. */
export function begunAt(host: MailHost, message: OpenMessage, contractorId: string) {
  const all = begunOn.get(host) ?? begin(host)
  const about = `${contractorId} ${message.messageId ?? JSON.stringify(message)}`
  return {
    read: () => all.get(about) ?? null,
    keep(begun: Begun) {
      all.delete(about)
      all.set(about, begun)
      const [oldest] = all.keys()
      if (all.size > MOST && oldest !== undefined) all.delete(oldest)
    },
    forget: () => void all.delete(about),
  }
}

function begin(host: MailHost): Map<string, Begun> {
  const all = new Map<string, Begun>()
  begunOn.set(host, all)
  onSessionChange(host, user => user ?? all.clear())
  return all
}
