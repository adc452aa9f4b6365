const SETTLE_MS = 250

interface Names {
  item: string
  several: string | undefined
  /** What a draft itself tells of: its recipients, its attachments. */
  ofDraft: (string | undefined)[]
}

interface Mailbox {
  item?: OfficeItem | null
  addHandlerAsync(event: string, handler: () => void, done?: OfficeDone<unknown>): void
}

/**
 * Tells of each change of what is on screen. Outlook forgets to tell of some mails and reports others before they are
 * there, so it is looked at again when the pane gets the focus, and a moment after nothing seemed to be open.
 */
export function followSelection(page: Window, mailbox: Mailbox, names: Names) {
  const listeners = new Set<() => void>()
  let heardBy: OfficeItem | null = null

  const tell = () => {
    for (const listener of listeners) listener()
  }
  const changed = () => {
    tell()
    hearDraft()
    if (!mailbox.item) page.setTimeout(() => mailbox.item && changed(), SETTLE_MS)
  }
  const lookAgain = () => {
    if (!page.document.hidden) tell()
  }

  function hearDraft() {
    const item = mailbox.item
    if (!item?.addHandlerAsync || typeof item.subject === 'string' || item === heardBy) return
    heardBy = item
    for (const name of names.ofDraft) if (name) attempt(() => item.addHandlerAsync?.(name, () => tell(), ignore))
  }

  // For good: taking one handler away would take away all of the same event.
  attempt(() => mailbox.addHandlerAsync(names.item, changed, ignore))
  if (names.several) attempt(() => mailbox.addHandlerAsync(names.several ?? '', changed, ignore))
  page.addEventListener('focus', lookAgain)
  page.document.addEventListener('visibilitychange', lookAgain)
  hearDraft()

  return {
    tell,
    follow(listener: () => void) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

/** A pane that cannot be pinned hears of no changes, which is no failure. */
const ignore = () => undefined

function attempt(act: () => void) {
  try {
    act()
  } catch {
    // Some surfaces have no such event; the look at focus is what is left.
  }
}
