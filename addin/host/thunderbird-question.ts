import type { AttachReply, HostReply, OpenMessage, QueuedFiling, RestPlace, WaitingFiling } from './mail-host.ts'

/** What is asked of the extension's background, as plain data that can cross from a mail's document. */
export type Question =
  | { ask: 'wake' }
  | { ask: 'open-message'; first?: true }
  | { ask: 'source'; message: number }
  | { ask: 'words'; message: number }
  | { ask: 'read-message'; message: number }
  | { ask: 'mark'; message: number; filed: boolean; changed: boolean }
  | { ask: 'mark-once-filed'; message: number }
  | { ask: 'file-rest'; messages: number[]; place: RestPlace | null; account: string }
  | { ask: 'fetch'; path: string; request: PlainRequest }
  | { ask: 'attach'; tab: number; name: string; path: string; request: PlainRequest }
  | { ask: 'queue-add'; filing: WaitingFiling; source: ArrayBuffer }
  | { ask: 'queue-list' }
  | { ask: 'queue-retry'; id: string }
  | { ask: 'queue-discard'; id: string }
  | { ask: 'begun' }
  | ({ ask: 'keep-begun' } & BegunWord)
  | { ask: 'open-page'; path: string }
  | { ask: 'open-settings' }
  | { ask: 'server' }
  | { ask: 'sign-in'; address: string; email: string; password: string; code?: string }
  | { ask: 'sign-in-window'; address: string }
  | { ask: 'password-link'; address: string; email: string }
  | { ask: 'sign-out' }

/** What the background answers to each question. */
export interface Answers {
  wake: null
  'open-message': ShownMessage | null
  source: ArrayBuffer
  words: string
  'read-message': OpenMessage
  mark: null
  'mark-once-filed': null
  'file-rest': null
  fetch: HostReply
  attach: AttachReply
  'queue-add': null
  'queue-list': QueuedFiling[]
  'queue-retry': null
  'queue-discard': null
  begun: KeptBegun
  'keep-begun': null
  'open-page': null
  'open-settings': null
  server: ServerChoice
  'sign-in': SignIn
  'sign-in-window': SignIn
  'password-link': LinkAsked
  'sign-out': null
}

/** What was begun beside mails, oldest first, and who began it. */
export interface KeptBegun {
  account: string | null
  entries: [about: string, begun: string][]
}

/** What is begun beside a mail now, by whom; null when it was let go. */
export interface BegunWord {
  account: string
  about: string
  begun: string | null
}

/** The name of a line on which a page leaves a request with the background. */
export const LEFT_REQUEST = 'left-request'

/** What a page may leave unfinished: a request, or the filing of a mail, which is more than one. */
export type LeftAct = LeftRequest | LeftFiling

export interface LeftRequest {
  path: string
  request: PlainRequest
}

export interface LeftFiling {
  /** Thunderbird's number of the mail, valid until Thunderbird is closed. */
  message: number
  filing: WaitingFiling
}

/** What a page says on that line: which act it has left, that it is still there, and that it took it back. */
export type LeftWord = { left: string } | 'here' | 'taken back'

/** What the background asks on it, for Thunderbird tells nobody of a line whose page went while it was being laid. */
export const ARE_YOU_THERE = 'are you there'

/** A mail on screen and the number under which Thunderbird knows it until it is closed. */
export interface ShownMessage {
  id: number
  message: OpenMessage
  /** What the server says of it, where that is known already. */
  lookup?: LookedUp
  /** Told with the first answer, for nothing is drawn before it is known. */
  begun?: KeptBegun
}

/** The answer to a lookup, and the question in the words of the pane. */
export interface LookedUp {
  body: string
  reply: HostReply
}

/** A request to the server whose body is text or bytes: a `Blob` is read before it crosses. */
export interface PlainRequest {
  method: string
  headers: Record<string, string>
  body?: string | ArrayBuffer
}

/** Which server is asked, and whether the company has fixed it. */
export interface ServerChoice {
  address: string | null
  fixed: boolean
}

/** How signing in went. */
export type SignIn =
  | 'done'
  | 'refused'
  | 'codeNeeded'
  | 'codeWrong'
  | 'factorNeeded'
  | 'tooMany'
  | 'unreachable'
  | 'windowClosed'
  | 'codeExpired'

/** What became of the wish for a link to set a new password. */
export type LinkAsked = 'sent' | 'noMail' | 'tooMany' | 'unreachable'

/** What the background tells the panels without being asked. */
export type Telling =
  | { tell: 'open-message'; message: number | null }
  | { tell: 'news' }
  | { tell: 'queue' }
  /** For the window of its own: what this tab shows is meant. */
  | { tell: 'look-at'; tab: number }
