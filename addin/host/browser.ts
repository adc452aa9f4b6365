import { readMessageId } from '../../shared/message-id.ts'
import { askServer, followServer } from './ask-server.ts'
import type { HostStorage, MailHost, OpenMessage } from './mail-host.ts'

const PREFIX = 'lupa:'

/** A browser as a mail host: nobody but the user can tell it which mail is open. */
export interface BrowserHost extends MailHost {
  /** Shows the mail of a file; rejects when it is none. `asMail` is that file in the form in which mail travels, where it has another. */
  openFile(file: Blob, asMail?: Blob): Promise<void>
  /** Shows what is known of a mail that was filed before, by its Message-ID. */
  openMessageId(messageId: string): void
  close(): void
}

/** The page's own window as the pane sees it. */
export function browserHost(page: Window = window): BrowserHost {
  const listeners = new Set<() => void>()
  let open: { message: OpenMessage; file: Blob | null; asMail?: Blob } | null = null

  function show(next: typeof open) {
    open = next
    for (const listener of listeners) listener()
  }

  return {
    name: 'browser',
    language: () => page.navigator.language,
    openMessage: async () => open?.message ?? null,
    onOpenMessageChange(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    onMaybeNews(listener) {
      page.addEventListener('online', listener)
      return () => page.removeEventListener('online', listener)
    },
    async source() {
      if (!open?.file) throw new Error('only the Message-ID of this mail is known')
      return open.file
    },
    words: async () =>
      open?.file ? (await import('./read-message-file.ts')).readFileWords(open.asMail ?? open.file) : '',
    fetch: (path, request) => askServer(page, path, request),
    stream: (path, request, hearing) => followServer(page, path, request, hearing),
    async openPage(path) {
      page.open(path, '_blank', 'noopener')
    },
    storage: pageStorage(page),
    openFile: async (file, asMail = file) => show({ message: await readFile(asMail), file, asMail }),
    openMessageId: messageId => show({ message: known(messageId), file: null }),
    close: () => show(null),
  }
}

/** The parser is large and most visits never need it. */
async function readFile(file: Blob): Promise<OpenMessage> {
  const { readMessageFile } = await import('./read-message-file.ts')
  return readMessageFile(file)
}

function known(messageId: string): OpenMessage {
  return {
    messageId: readMessageId(messageId),
    subject: '',
    sentAt: null,
    from: [],
    sender: [],
    replyTo: [],
    to: [],
    cc: [],
    inReplyTo: null,
    references: [],
  }
}

/** A browser may forbid storage altogether; then the pane works, it only forgets. */
function pageStorage(page: Window): HostStorage {
  return {
    read: async key => attempt(() => page.localStorage.getItem(PREFIX + key)),
    write: async (key, value) => void attempt(() => page.localStorage.setItem(PREFIX + key, value)),
    remove: async key => void attempt(() => page.localStorage.removeItem(PREFIX + key)),
  }
}

function attempt<Value>(use: () => Value): Value | null {
  try {
    return use()
  } catch {
    return null
  }
}
