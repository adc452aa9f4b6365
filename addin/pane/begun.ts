import { onSessionChange } from '../api/session.ts'
import type { MailHost, OpenMessage } from '../host/mail-host.ts'
import type { OwnNumber } from '../ui/use-own-number.ts'
import type { Place } from './place.ts'
import type { QuickKind, QuickWords } from './use-quick-add.ts'

/** A quick addition that was begun beside a mail; plain data, so that it can outlive the mail's document. */
export interface Begun {
  kind: QuickKind
  words: QuickWords
  /** Where to, when that was chosen. */
  picked: Place | null
  /** Who alone shall see it, where that was chosen. */
  viewers: string[] | null
  /** Of what is sent, so that what was being saved meanwhile is not made twice. */
  number: OwnNumber
}

/** Whoever looks into so many other mails has let it go. */
const MOST = 20

interface Shelf {
  all: Map<string, Begun>
  /** Over when it holds what documents that are gone have left. */
  filled: Promise<unknown>
  isFilled: boolean
}

const shelves = new WeakMap<MailHost, Shelf>()

/** What was typed beside each mail and not saved yet: somebody looks something up in another mail and comes back. Until the session ends. */
export function begunAt(host: MailHost, message: OpenMessage, contractorId: string) {
  const { all } = shelfOf(host)
  const about = `${contractorId} ${message.messageId ?? JSON.stringify(message)}`
  return {
    read: () => all.get(about) ?? null,
    keep(begun: Begun) {
      all.delete(about)
      all.set(about, begun)
      host.begun?.keep(about, JSON.stringify(begun))
      const [oldest] = all.keys()
      if (all.size > MOST && oldest !== undefined) all.delete(oldest)
    },
    forget() {
      if (all.delete(about)) host.begun?.keep(about, null)
    },
  }
}

/** What was begun in documents that are gone, to be waited for with the other parts of the pane. */
export function begunBefore(host: MailHost) {
  const shelf = shelfOf(host)
  return { isThere: () => shelf.isFilled, fetchPart: () => shelf.filled }
}

function shelfOf(host: MailHost): Shelf {
  const known = shelves.get(host)
  if (known) return known
  const shelf: Shelf = { all: new Map(), filled: Promise.resolve(), isFilled: !host.begun }
  shelves.set(host, shelf)
  if (host.begun)
    shelf.filled = host.begun.read().then(
      left => fill(shelf, left),
      () => undefined,
    )
  onSessionChange(host, user => user ?? shelf.all.clear())
  return shelf
}

function fill(shelf: Shelf, left: [about: string, begun: string][]): void {
  for (const [about, begun] of left) shelf.all.set(about, JSON.parse(begun) as Begun)
  shelf.isFilled = true
}
